"""A result is found again only while everything is the same that was read: a folder, pictures of pages."""

from pathlib import Path

import pytest

from align.config import Config
from align.stored_result import result_key


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export as Transkribus writes it."""
    names = ("mets.xml", "1/page/p1.xml", "1/p1.jpg", "alto/p1.xml", "p2.hocr", "p3.tsv", "notes.md")
    for name in names:
        path = tmp_path / "export" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return tmp_path / "export"


@pytest.mark.parametrize(
    "name", ["mets.xml", "1/page/p1.xml", "1/p1.jpg", "alto/p1.xml", "p2.hocr", "p3.tsv"]
)
def test_a_change_of_any_file_that_is_read_makes_another_result(export: Path, name: str) -> None:
    before = result_key((export,), Config())
    assert before is not None
    (export / name).write_text("changed", "utf-8")
    changed = result_key((export,), Config())
    assert changed != before
    (export / name).rename((export / name).with_stem("renamed"))
    assert result_key((export,), Config()) not in (before, changed)


@pytest.mark.parametrize("name", ["p1.jfif", "p1"])
def test_a_change_of_a_picture_that_is_known_by_its_first_bytes_makes_another_result(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"\xff\xd8\xff\xe0 one page")
    before = result_key((tmp_path,), Config())
    (tmp_path / name).write_bytes(b"\xff\xd8\xff\xe0 another page")
    assert result_key((tmp_path,), Config()) != before


def test_what_is_not_read_makes_no_other_result(export: Path) -> None:
    before = result_key((export,), Config())
    (export / "notes.md").write_text("changed", "utf-8")
    assert result_key((export,), Config()) == before


def test_a_folder_that_is_gone_has_no_result(export: Path) -> None:
    assert result_key((export / "none",), Config()) is None


@pytest.mark.parametrize(
    ("name", "picture"),
    [("p.hocr", "p.png"), ("page/p.xml", "p.png"), ("p.xml", "images/p.png"), ("e.zip", "e/1/p.png")],
)
def test_a_picture_that_comes_beside_its_pages_makes_another_result(
    tmp_path: Path, name: str, picture: str
) -> None:
    """That it was missing was noted, and no other name is looked for in what is kept."""
    for one in (name, picture):
        (tmp_path / one).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("pages", "utf-8")
    before = result_key((tmp_path / name,), Config())
    (tmp_path / picture).write_text("picture", "utf-8")
    after = result_key((tmp_path / name,), Config())
    assert None not in (before, after)
    assert before != after
