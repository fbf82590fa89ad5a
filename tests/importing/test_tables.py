"""Files that are broken, hostile or of another time."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from align.errors import ReadError
from align.importing.tables import read_rows


def refuse(path: Path, *words: str) -> None:
    """A :class:`ReadError` of one line that holds the file's name and these words."""
    with pytest.raises(ReadError) as caught:
        read_rows(path)
    text = str(caught.value)
    assert "\n" not in text
    for word in (str(path), *words):
        assert word in text


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook with one row, as another program writes it."""
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["id", "source", "target"])
    book.active.append(["s0", "Он ушёл.", "He left."])
    path = tmp_path / "rows.xlsx"
    book.save(path)
    return path


def rewritten(path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> None:
    """The archive with its members changed."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in change(members).items():
            archive.writestr(name, data)


def test_a_workbook_of_another_program_is_read(workbook: Path) -> None:
    """Only id and a column to bring back are needed."""
    [row] = read_rows(workbook).rows
    assert (row.id, row.values, row.where) == ("s0", {"source": "Он ушёл.", "target": "He left."}, "row 2")


def test_a_row_is_called_by_the_number_that_the_table_shows(workbook: Path) -> None:
    """Its column No. tells a reader where to look."""
    import openpyxl

    book = openpyxl.load_workbook(workbook)
    book.active.insert_cols(1)
    book.active["A1"], book.active["A2"] = "No.", 4
    book.save(workbook)
    assert [row.where for row in read_rows(workbook).rows] == ["No. 4"]


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    """With the endings that are known."""
    (tmp_path / "rows.ods").write_bytes(b"PK")
    refuse(tmp_path / "rows.ods", ".tsv, .jsonl, .xlsx, .docx")


def test_a_file_that_is_cut_short_is_refused(workbook: Path, tmp_path: Path) -> None:
    """A workbook by its archive, JSON Lines and tables by the line."""
    workbook.write_bytes(workbook.read_bytes()[:-200])
    refuse(workbook, "cut short")
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "s0", "source": "Он"}\n{"id": "s7", "sou', encoding="utf-8")
    refuse(path, "line 2", "was the file cut?")
    path = tmp_path / "rows.tsv"
    path.write_text("id\tsource\ttarget\ns0\tОн ушёл.\tHe left.\ns9\tОн", encoding="utf-8")
    refuse(path, "line 3", "expected 3 cells, found 2")


def test_blank_lines_before_a_table_are_counted(tmp_path: Path) -> None:
    """The message names the line as an editor counts it."""
    path = tmp_path / "rows.tsv"
    path.write_text("# tool: align\n\n\nid\tsource\ttarget\ns9\tОн", encoding="utf-8")
    refuse(path, "line 5", "expected 3 cells, found 2")


def test_a_bomb_is_not_unpacked(workbook: Path) -> None:
    """What grows to two hundred times its size is refused by its own account."""
    rewritten(workbook, lambda members: members | {"xl/bomb.xml": b"0" * 40_000_000})
    refuse(workbook, "a bomb?")


def test_macros_are_refused(workbook: Path) -> None:
    """Nothing of the file is read."""
    rewritten(workbook, lambda members: members | {"xl/vbaProject.bin": b"x"})
    refuse(workbook, "holds macros")


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>"""


@pytest.mark.parametrize("hostile", [LAUGHS, OUTSIDE, LAUGHS.decode().encode("utf-16")])
def test_entities_are_refused(workbook: Path, hostile: bytes) -> None:
    """Billion laughs and files from outside, in either encoding."""
    rewritten(workbook, lambda members: members | {"xl/worksheets/sheet1.xml": hostile})
    refuse(workbook, "sheet1.xml", "document type")


def test_broken_xml_is_refused(workbook: Path) -> None:
    """In words, not by a traceback."""
    rewritten(workbook, lambda members: members | {"xl/worksheets/sheet1.xml": b"<worksheet><row"})
    refuse(workbook, "save it again")


@pytest.mark.parametrize(
    ("member", "spoil"),
    [
        ("xl/worksheets/sheet1.xml", lambda text: text.replace(b'<c r="A1"', b'<c r="A1" s="99"')),
        ("xl/worksheets/sheet1.xml", lambda text: text.replace(b"<sheetData>", b"<sheetData>\x00")),
        ("xl/workbook.xml", lambda text: text.replace(b"sheetId", b"sheetless")),
        ("[Content_Types].xml", lambda text: text.replace(b"PartName", b"Name")),
    ],
)
def test_a_workbook_damaged_inside_is_refused_in_one_line(
    workbook: Path, member: str, spoil: Callable[[bytes], bytes]
) -> None:
    """Whatever the reader of workbooks stumbles over: a style that is not there, a name, a sign."""
    rewritten(workbook, lambda members: members | {member: spoil(members[member])})
    with pytest.raises(ReadError, match=r"no workbook that can be read .*save it again as \.xlsx") as raised:
        read_rows(workbook)
    assert "\n" not in str(raised.value)


def test_a_formula_is_refused_with_its_cell(workbook: Path) -> None:
    """Nothing is computed; the cell is named."""
    import openpyxl

    book = openpyxl.load_workbook(workbook)
    book.active["C2"] = "=HYPERLINK(1)"
    book.save(workbook)
    refuse(workbook, "cell C2", "=HYPERLINK(1)")


def test_another_schema_is_refused(tmp_path: Path) -> None:
    """A file of an older version carries its schema."""
    path = tmp_path / "rows.jsonl"
    rows = [{"schema": "align/rows-0"}, {"id": "s0", "source": "Он"}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    refuse(path, "align/rows-1, found align/rows-0", "export again")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("source\ttarget\nОн\tHe\n", "columns id, source, target"),
        ("id\tsource\tsource\ns0\tОн\tОн\n", "the column source stands twice"),
        ("", "holds no rows"),
    ],
)
def test_a_table_without_a_usable_heading_is_refused(tmp_path: Path, text: str, words: str) -> None:
    """What is missing or doubled is named."""
    path = tmp_path / "rows.tsv"
    path.write_text(text, encoding="utf-8")
    refuse(path, words)


def test_another_encoding_is_refused_with_the_byte(tmp_path: Path) -> None:
    """UTF-8 or nothing: guessing would change words."""
    path = tmp_path / "rows.tsv"
    path.write_bytes("id\tsource\ns0\tОн ушёл\n".encode("cp1251"))
    refuse(path, "expected UTF-8, byte 13")


def test_a_document_without_a_table_is_refused(tmp_path: Path) -> None:
    """A letter is no export."""
    from docx import Document

    path = tmp_path / "letter.docx"
    document = Document()
    document.add_paragraph("Он ушёл.")
    document.save(str(path))
    refuse(path, "the document has none")
