"""A picture is found where a document may keep it, and nowhere else."""

from pathlib import Path

import pytest

from align.scan.picture_places import picture_file


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    return path


def test_a_picture_is_looked_for_where_it_is_named_then_beside_the_text(tmp_path: Path) -> None:
    for name in ("images/a.png", "b.png"):
        put(tmp_path / name)
    assert picture_file("images/a.png", [tmp_path]) == tmp_path / "images/a.png"
    assert picture_file("scans/a.png", [tmp_path]) == tmp_path / "images/a.png"
    assert picture_file(r"C:\scans\b.png", [tmp_path]) == tmp_path / "b.png"
    assert picture_file("/elsewhere/b.png", [tmp_path]) == tmp_path / "b.png"
    assert picture_file((tmp_path / "b.png").as_uri(), [tmp_path]) == tmp_path / "b.png"
    assert picture_file(r"\\host\share\b.png", [tmp_path]) == tmp_path / "b.png"
    assert picture_file("https://archive.example/scans/b.png?width=9", [tmp_path]) == tmp_path / "b.png"
    for name in ("http://[c.png", "https://archive.example/", "c.png", "", "..", "x\0" * 3000):
        assert picture_file(name, [tmp_path]) is None


def test_pages_of_an_export_have_their_pictures_one_folder_higher(tmp_path: Path) -> None:
    found = put(tmp_path / "letter/p1.png")
    page = tmp_path / "letter/page"
    page.mkdir()
    for name in ("../p1.png", "p1.png"):
        place = picture_file(name, [page])
        assert place is not None
        assert place.samefile(found)


@pytest.mark.parametrize(
    "name",
    ["{0}/private/me.png", "file://{0}/private/me.png", "../private/me.png", "images/../../private/me.png"],
)
def test_no_name_leads_out_of_the_folders_of_the_document(tmp_path: Path, name: str) -> None:
    put(tmp_path / "private/me.png")
    sent = put(tmp_path / "sent/letter.hocr").parent
    (sent / "images").mkdir()
    assert picture_file(name.format(tmp_path), [sent]) is None
    assert picture_file(name.replace("/", "\\").format(tmp_path), [sent]) is None


def test_a_link_leads_nowhere_else(tmp_path: Path) -> None:
    private, sent = put(tmp_path / "private/me.png"), tmp_path / "sent"
    sent.mkdir()
    (sent / "p1.png").symlink_to(private)
    assert picture_file("p1.png", [sent]) is None
    (sent / "images").symlink_to(private.parent)  # a folder of pictures may stand on another disk
    assert picture_file("images/me.png", [sent]) is not None
