"""A file that is written elsewhere names the pictures of its pages as they are seen from there."""

from __future__ import annotations

import json
from pathlib import Path, PureWindowsPath

import pytest
from lxml import etree
from PIL import Image

from align.bitext import Bitext
from align.export import export_files
from align.export.corrected import corrected_page_files
from align.export.picture_names import seen_from
from align.export.review_exporter import ReviewExporter
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page, Picture
from align.review import Review
from align.review.picture_folders import picture_folders
from align.review.protocol import MessageHandler
from align.scan.picture_places import picture_file
from align.text.readers.file import read_file

from .paged import paged_review, paged_side, pages

pytestmark = pytest.mark.filterwarnings("ignore:the pictures .* stand outside the folder")


@pytest.fixture
def bitext(tmp_path: Path) -> Bitext:
    """Of two pages in a folder, with their pictures."""
    scans = tmp_path / "scans"
    scans.mkdir()
    for number in range(2):
        Image.new("L", (1000, 800), 255).save(scans / f"p{number}.png")
    facsimile = pages("Он ушёл.", "Он пришёл.", picture="p{}.png")
    made = paged_review(paged_side("source", facsimile, scans)).bitext
    assert isinstance(made, Bitext)
    return made


@pytest.mark.parametrize(
    ("output", "to"),
    [("a.hocr", None), ("a.alto.xml", None), ("a.page.xml", None), ("a", "alto"), ("a.page.zip", None)],
)
def test_the_pictures_are_found_from_the_pages(
    output: str, to: str | None, bitext: Bitext, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    [first, *_] = bitext.export(tmp_path / "out" / output, to)
    named = read_file(first).facsimile
    assert named is not None
    assert named.pages[0].picture is not None
    seen = first.parent / named.pages[0].picture.file
    assert seen.resolve() == tmp_path / "scans" / "p0.png"


@pytest.mark.parametrize("to", ["hocr", "alto", "page", "json"])
def test_pictures_outside_the_folder_of_an_export_are_named(to: str, bitext: Bitext, tmp_path: Path) -> None:
    """A review of the file would not open them; beside them, or in a folder above them, it does."""
    name = f"a.{to}.zip" if to in ("alto", "page") else f"a.{to}"

    def messages(folder: str) -> tuple[str, ...]:
        return export_files(paged_review(*bitext.texts), to, output=tmp_path / folder / name).messages

    [message] = messages("out")
    assert message.startswith("the pictures (p0.png and 1 more) stand outside the folder of what is written")
    assert messages("scans") == ()
    assert messages(".") == ()


def test_the_journal_beside_the_pictures_shows_them(bitext: Bitext, tmp_path: Path) -> None:
    """What the message advises works."""
    (tmp_path / "out").mkdir()
    [path] = bitext.export(tmp_path / "out" / "a.json")
    loaded = Bitext.load(path)
    with Review.open(loaded, tmp_path / "scans" / "j.jsonl") as review:
        [document] = loaded.documents
        folders = picture_folders(review, document)
        assert document.facsimile is not None
        names = [page.picture.file for page in document.facsimile.pages if page.picture is not None]
        found = [picture_file(name, folders) for name in names]
        assert [path and path.resolve() for path in found] == [
            tmp_path / "scans" / f"p{number}.png" for number in range(2)
        ]


def test_a_digital_edition_and_json_name_them_too(bitext: Bitext, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    [tei] = bitext.export(tmp_path / "out" / "a.tei")
    urls = etree.parse(tei).xpath("//*[local-name() = 'graphic']/@url")
    assert urls == ["../scans/p0.png", "../scans/p1.png"]
    [exported] = bitext.export(tmp_path / "out" / "a.json")
    saved = tmp_path / "out" / "b.json"
    bitext.save(saved)
    for path in (exported, saved):
        [file] = json.loads(path.read_text("utf-8"))["files"]
        assert [page["picture"]["file"] for page in file["facsimile"]["pages"]] == urls
        [document] = Bitext.load(path).documents
        assert document.folder == tmp_path / "out"


def test_beside_the_pictures_nothing_changes(bitext: Bitext, tmp_path: Path) -> None:
    saved = tmp_path / "scans" / "a.json"
    bitext.save(saved)
    assert Bitext.load(saved) == bitext


def test_certain_corrections_and_save_as_name_them_too(bitext: Bitext, tmp_path: Path) -> None:
    files, _ = corrected_page_files(bitext, 0.9, "hocr", tmp_path / "a.hocr")
    review = paged_review(*bitext.texts)
    handler = MessageHandler(review, ReviewExporter(review))
    [look] = handler.handle({"do": "look", "to": "tei", "confirmed": False})
    exported = ReviewExporter(review).export("tei", tmp_path / "a.tei", confirmed=False)
    assert "scans/p0.png" in files.files[""].decode()
    assert "scans/p0.png" in exported.files[""].decode()
    assert look["is"] == "look"


@pytest.mark.parametrize("name", ["/scans/p.png", "C:\\scans\\p.png", "https://host.example/p.png"])
def test_an_address_and_an_absolute_path_stay(name: str, tmp_path: Path) -> None:
    facsimile = Facsimile((Page(9, 9, picture=Picture(name)), Page(9, 9)))
    assert seen_from(facsimile, tmp_path / "a", tmp_path / "b") == facsimile


def test_a_picture_beside_the_text_is_named_where_it_is(tmp_path: Path) -> None:
    """The file names a folder that is not there."""
    (tmp_path / "a").mkdir()
    Image.new("L", (9, 9)).save(tmp_path / "a" / "p.png")
    facsimile = Facsimile((Page(9, 9, picture=Picture(str(PureWindowsPath("scans", "p.png")))),))
    [page] = seen_from(facsimile, tmp_path / "a", tmp_path).pages
    assert page.picture == Picture("a/p.png")
