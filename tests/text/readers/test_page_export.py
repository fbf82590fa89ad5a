"""An export of Transkribus or eScriptorium, a folder or a zip, is one document."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from align.errors import ReadError
from align.text.readers.archive import read_archive
from align.text.readers.file import read_file
from align.text.readers.file_text import FileText
from tests.text.readers.pages import alto, folder, hocr, mets, page_xml, zipped

Write = Callable[[Path, Mapping[str, str]], Path]
PAGE_END = "\n\f\n"


@pytest.fixture(params=["folder", "zip"])
def export(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Mapping[str, str]], FileText]:
    """Reads files as a folder, or as a zip."""
    write: Write = folder if request.param == "folder" else zipped
    return lambda files: read_file(write(tmp_path / "export", files))


def texts(read: FileText) -> list[str]:
    return read.text.removesuffix("\n").split(PAGE_END)


def test_pages_in_the_order_of_mets(export: Callable[[Mapping[str, str]], FileText]) -> None:
    """The numbers of its divisions decide; a page that it does not name comes last, and that is noted."""
    files = {
        f"doc/page/{name}.xml": page_xml(text)
        for name, text in zip("abc", ("Два", "Раз", "Три"), strict=True)
    }
    read = export({"doc/mets.xml": mets("page/b.xml", "page/a.xml"), "doc/metadata.xml": "<trp/>", **files})
    assert texts(read) == ["Раз", "Два", "Три"]
    assert "pages that the METS file does not name, read last: 1" in read.notes


def test_mets_may_name_pictures_alone(export: Callable[[Mapping[str, str]], FileText]) -> None:
    """The page of a picture has its name."""
    files = {"b.xml": alto("Раз"), "a.xml": alto("Два"), "METS.xml": mets("b.jpg", "a.jpg")}
    assert texts(export(files)) == ["Раз", "Два"]


def test_a_broken_mets_is_noted(export: Callable[[Mapping[str, str]], FileText]) -> None:
    """The pages are read in the order of their names."""
    read = export({"mets.xml": "<mets", "p2.xml": alto("Раз"), "p10.xml": alto("Два")})
    assert texts(read) == ["Раз", "Два"]
    assert any(
        "mets.xml, line 1: broken XML" in note and "order of their names" in note for note in read.notes
    )


def test_numbers_in_names_count(export: Callable[[Mapping[str, str]], FileText]) -> None:
    """Page 10 follows page 9; documents of one export stand one behind the other."""
    names = {"one/9.xml": "Раз", "one/10.xml": "Два", "two/1.xml": "Три"}
    assert texts(export({name: alto(text) for name, text in names.items()})) == ["Раз", "Два", "Три"]


def test_page_xml_is_read_before_alto(export: Callable[[Mapping[str, str]], FileText]) -> None:
    """A page that is kept in several formats is read once; one that is kept in one is read from it."""
    files = {"alto/1.xml": alto("ALTO"), "page/1.xml": page_xml("PAGE"), "alto/2.xml": alto("Два")}
    read = export({**files, "hocr/2.hocr": hocr([["Два"]])})
    assert texts(read) == ["PAGE", "Два"]
    assert "other formats of the same pages left out: 2" in read.notes


def test_a_broken_page_is_named(export: Callable[[Mapping[str, str]], FileText]) -> None:
    """In one line."""
    with pytest.raises(ReadError, match=r"export: page/2\.xml, line 1: broken XML") as error:
        export({"page/2.xml": page_xml("Два")[:-9]})
    assert "\n" not in str(error.value)


def test_pictures_beside_the_pages(tmp_path: Path) -> None:
    """They are named as seen from the folder in which the export stands; those that are missing are noted."""
    files = {f"page/{number}.xml": page_xml("Да", image=f"{number}.png") for number in range(1, 7)}
    path = folder(tmp_path / "export", files)
    Image.new("L", (9, 9)).save(path / "1.png")
    document = read_archive(path)
    assert document.facsimile is not None
    picture = document.facsimile.pages[0].picture
    assert (document.name, document.folder, picture and picture.file) == ("export", tmp_path, "export/1.png")
    note = "pictures that are not beside it: 2.png, 3.png, 4.png and 2 others; the text is read without them"
    assert note in document.notes


def test_pictures_in_a_zip(tmp_path: Path) -> None:
    """They stay there, which is noted; where the zip was unpacked beside itself, they are found."""
    path = zipped(
        tmp_path / "export.zip", {"doc/page/1.xml": page_xml("Да", image="1.png"), "doc/1.png": "x"}
    )
    read = read_file(path)
    assert (
        "the pictures stay in the zip: to see them, unpack it beside itself, into the folder export"
        in read.notes
    )
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "export")
    read = read_file(path)
    assert read.facsimile is not None
    picture = read.facsimile.pages[0].picture
    assert picture is not None
    assert picture.file == "export/doc/1.png"
    assert read.notes == ("files of pages read, in order: 1",)


def test_pictures_without_a_file_of_pages_are_noted(export: Callable[[Mapping[str, str]], FileText]) -> None:
    """Their text is not read; small copies of pictures that have one are none of them."""
    files = {"page/p1.xml": page_xml("Раз", image="p1.png"), "page/p2.xml": page_xml("Два", image="0002.tif")}
    whole = {**files, "p1.png": "x", "p2.png": "x", "thumbs/p1.jpg": "x"}
    assert not [note for note in export(whole).notes if "without a file of pages" in note]
    more = {f"p{number}.png": "x" for number in (10, 3, 4, 5)}
    note = "pictures without a file of pages, not read: 4 (p3.png, p4.png, p5.png, …)"
    assert note in export({**whole, **more}).notes


def test_an_encrypted_zip_is_named(tmp_path: Path) -> None:
    path = zipped(tmp_path / "export.zip", {"1.xml": page_xml("Да")})
    data = bytearray(path.read_bytes())
    for start, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(start) + flags] |= 1
    path.write_bytes(data)
    with pytest.raises(ReadError, match=r"export\.zip: a zip of pages with a password; unpack it"):
        read_file(path)


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    """Pictures do not count: they are not unpacked."""
    bomb = zipped(tmp_path / "bomb.zip", {"1.xml": page_xml("Да" * 2_000_000)})
    with pytest.raises(ReadError, match="a bomb"):
        read_file(bomb)
    sound = zipped(tmp_path / "sound.zip", {"1.xml": page_xml("Да"), "1.png": "0" * 5_000_000})
    assert texts(read_file(sound)) == ["Да"]


def test_hidden_files_and_others_are_left_out(export: Callable[[Mapping[str, str]], FileText]) -> None:
    """What is no page is not read: lists, web pages, copies that a file system keeps."""
    files = {
        "1.xml": alto("Да"),
        "__MACOSX/1.xml": "x",
        ".2.xml": alto("Нет"),
        "list.tsv": "a\tb",
        "a.html": "<p>x</p>",
    }
    assert texts(export({**files, "odd.xml": "<odd/>"})) == ["Да"]


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    """The line says what was expected."""
    path = folder(tmp_path / "letters", {"letter.txt": "Да", "a.xml": "<a/>"})
    with pytest.raises(ReadError, match="expected a text file or a folder of pages"):
        read_file(path)


def test_pages_that_mets_names_and_that_are_missing_are_noted(
    export: Callable[[Mapping[str, str]], FileText],
) -> None:
    read = export({"doc/mets.xml": mets("page/a.xml", "page/b.xml"), "doc/page/a.xml": page_xml("Раз")})
    assert texts(read) == ["Раз"]
    assert "pages that the METS file names and that are missing: 1 (doc/page/b.xml)" in read.notes


def test_a_broken_file_of_an_export_does_not_refuse_the_others(
    export: Callable[[Mapping[str, str]], FileText],
) -> None:
    broken = page_xml("Два")[:-30]
    read = export(
        {"doc/page/a.xml": page_xml("Раз"), "doc/page/b.xml": broken, "doc/page/c.xml": page_xml("Три")}
    )
    assert texts(read) == ["Раз", "Три"]
    (note,) = [note for note in read.notes if "left out" in note]
    assert note.startswith("file of pages left out: doc/page/b.xml, line 1: broken XML")
