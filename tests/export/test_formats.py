"""Each format as the tools that read it see it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from align.alignment.bead import Bead, Crossing
from align.errors import InputError, OutputError
from align.export import collect_rows, export, output_paths
from align.export.row_digest import fields, row_digest
from align.export.tsv import unescape_formula
from align.flag import Flag, Suggestion
from align.importing.import_rows import ImportResult, import_rows
from align.importing.tables import read_rows
from align.review import Review
from align.text.span import Span

from .made import decide, review
from .office import converted, tool

SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"
BAD = Flag(
    "source", 0, (Span(0, 3),), "Баш", "ocr.real-word", 0.9, "not a word here", (Suggestion("Ваш", 0.9),)
)
PAIRS = (
    ("Баш ответ получил.", "I received your reply."),
    ("=1+1 & <b>", '@SUM(A1) "quoted"'),
    ((), "Handwritten note."),
    (("Он ушёл.", "Дождь."), "He left in the rain."),
)


@pytest.fixture
def letter() -> Review:
    """Four rows: one decided on and noted; one like formulas; one with a single side; one of two."""
    opened = review(*PAIRS, flags=[BAD])
    decide(opened, do="accept", doubt="f1")
    decide(opened, do="confirm", row="s0")
    decide(opened, do="comment", row="s0", text="as in the scan")
    return opened


def written(opened: Review, to: str, locales: tuple[str | None, str | None] = (None, None)) -> bytes:
    return export(collect_rows(opened, locales=locales), to).files[""]


def schema(name: str) -> Path:
    if not (SCHEMAS / name).is_file():
        pytest.skip(f"the schema {name} is not beside the repository")
    return SCHEMAS / name


def test_tmx_is_valid(letter: Review) -> None:
    """Against the DTD of TMX 1.4."""
    from lxml import etree

    dtd = etree.DTD(str(schema("tmx14.dtd")))
    assert dtd.validate(etree.fromstring(written(letter, "tmx"))), dtd.error_log


def test_tmx_is_as_omegat_wants_it(letter: Review) -> None:
    """All header attributes, no empty segment, the source's language written alike everywhere."""
    from lxml import etree

    root = etree.fromstring(written(letter, "tmx", locales=("ru-RU", "en-GB")))
    header = root.find("header")
    names = "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype"
    assert all(header.get(name) for name in names.split())
    languages = [variant.get("{http://www.w3.org/XML/1998/namespace}lang") for variant in root.iter("tuv")]
    assert languages == ["ru-RU", "en-GB"] * 3
    assert header.get("srclang") == "ru-RU"
    assert all(segment.text.strip() for segment in root.iter("seg"))
    assert root.findtext("body/tu/note") == "as in the scan"


def test_tmx_holds_what_the_ocr_read_and_its_correction(letter: Review) -> None:
    """In properties with types that begin with x-; the file's hash in the header."""
    from lxml import etree

    root = etree.fromstring(written(letter, "tmx"))
    props = {prop.get("type"): prop.text for prop in root.find("body/tu").iter("prop")}
    assert props["x-read"] == "Баш ответ получил."
    assert props["x-ocr"].startswith("Баш → Ваш")
    assert len(root.findtext("header/prop[@type='x-source-sha256']")) == 64


def test_tmx_and_xliff_are_read_by_translate_toolkit(letter: Review) -> None:
    """A library of other people's finds the same texts."""
    from translate.storage import tmx, xliff

    memory = tmx.tmxfile(io.BytesIO(written(letter, "tmx")), "ru", "en")
    pairs = [(unit.source, unit.target) for unit in memory.units]
    assert pairs == [
        (row.source, row.target) for row in collect_rows(letter).rows if row.source and row.target
    ]
    units = xliff.xlifffile(io.BytesIO(written(letter, "xliff"))).units
    assert [(unit.source, unit.target or "") for unit in units if unit.source] == pairs


def test_tei_is_valid_and_links_sentences(letter: Review, tmp_path: Path) -> None:
    """Against the schema of TEI P5, by jing; two sentences that share a translation share a link."""
    from lxml import etree

    data = written(letter, "tei")
    space = {"t": "http://www.tei-c.org/ns/1.0"}
    root = etree.fromstring(data)
    identifiers = set(root.xpath("//@xml:id"))
    links = [
        link.split()
        for link in root.xpath("//t:linkGrp[@type='translation']/t:link/@target", namespaces=space)
    ]
    assert [len(link) for link in links] == [2, 2, 3]
    assert {name.removeprefix("#") for link in links for name in link} <= identifiers
    [choice] = root.xpath("//t:choice", namespaces=space)
    assert [element.text for element in choice] == ["Баш", "Ваш"]
    assert choice[1].get("cert") == "high"
    jing = tool("jing", "jing")
    path = tmp_path / "letter.tei.xml"
    path.write_bytes(data)
    done = subprocess.run(
        [jing, "-i", schema("tei_all-2.7.0.rng"), path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_a_workbook_holds_no_formula_and_protects_ids(letter: Review) -> None:
    """What begins with = or @ is text; ids cannot be typed over; a status is chosen from a list."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(written(letter, "xlsx")))
    sheet = book["rows"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert sheet["B3"].value == "=1+1 & <b>"
    assert sheet.protection.sheet
    assert sheet["A2"].protection.locked
    assert not sheet["C2"].protection.locked
    [validation] = sheet.data_validations.dataValidation
    assert validation.formula1 == '"open,confirmed,rejected"'


def test_doubts_are_coloured_in_a_workbook_and_waved_in_a_document() -> None:
    """The flagged word is a run of its own."""
    import openpyxl
    from docx import Document

    opened = review(*PAIRS, flags=[BAD])
    book = openpyxl.load_workbook(io.BytesIO(written(opened, "xlsx")), rich_text=True)
    assert [str(part) for part in book["rows"]["B2"].value] == ["Баш", " ответ получил."]
    table = Document(io.BytesIO(written(opened, "docx"))).tables[0]
    runs = [run for run in table.rows[1].cells[1].paragraphs[0].runs if run.text]
    assert [(run.text, run.underline is not None) for run in runs] == [
        ("Баш", True),
        (" ответ получил.", False),
    ]


def test_a_document_marks_languages_and_repeats_its_heading(letter: Review) -> None:
    """Each run of text is marked with its language, for the spell checker."""
    data = written(letter, "docx", locales=("ru-RU", "en-US"))
    from docx import Document

    table = Document(io.BytesIO(data)).tables[0]
    assert 'w:lang w:val="ru-RU"' in table.rows[1].cells[1]._tc.xml
    assert 'w:lang w:val="en-US"' in table.rows[1].cells[2]._tc.xml
    assert "w:tblHeader" in table.rows[0]._tr.xml


@pytest.mark.parametrize("to", ["xlsx", "docx"])
def test_libreoffice_saves_what_we_write_and_nothing_is_lost(letter: Review, tmp_path: Path, to: str) -> None:
    """What it saves in the same format comes back without a change."""
    path = tmp_path / f"letter.{to}"
    path.write_bytes(written(letter, to))
    saved = converted(path, to)
    assert [(row.id, row.stamp, row.values) for row in read_rows(saved).rows] == [
        (row.id, row_digest(row), dict(fields(row))) for row in collect_rows(letter).rows
    ]
    assert import_rows(letter, read_rows(saved)) == ImportResult(0, (), ())


def test_a_table_with_tabs_is_safe_in_a_spreadsheet(letter: Review) -> None:
    """A cell that begins like a formula has an apostrophe before it, and loses it on the way back."""
    lines = [line for line in written(letter, "tsv").decode("utf-8-sig").splitlines() if line[0] != "#"]
    rows = list(csv.DictReader(lines, delimiter="\t"))
    assert rows[1]["source"] == "'=1+1 & <b>"
    assert unescape_formula(rows[1]["source"]) == "=1+1 & <b>"
    assert rows[0]["source"] == "Ваш ответ получил."
    assert rows[0]["read"] == "Баш ответ получил."


def test_json_lines_begin_with_the_provenance(letter: Review) -> None:
    """Schema, files by hash, languages; then a row a line."""
    first, *rows = map(json.loads, written(letter, "jsonl").decode().splitlines())
    assert first["schema"] == "align/rows-1"
    assert len(first["source-sha256"]) == 64
    assert [row["id"] for row in rows] == ["s0", "s19", "t41", "s30"]


def test_a_pair_of_files_has_one_row_a_line(letter: Review) -> None:
    """Only rows with two sides; the message names the others."""
    exported = export(collect_rows(letter), "moses")
    lines = [exported.files[name].decode().splitlines() for name in (".ru", ".en")]
    assert list(map(len, lines)) == [3, 3]
    assert exported.messages == ("1 rows with one side only left out: t41",)


def test_only_confirmed_rows_go_out_with_a_report(letter: Review) -> None:
    """What was left out, why, and where."""
    decide(letter, do="reject-pair", row="s19")
    rows = collect_rows(letter, confirmed=True)
    assert [row.id for row in rows.rows] == ["s0"]
    assert rows.skipped_messages() == ("3 of 4 rows left out: 1 rejected, 2 not confirmed (s19, t41, s30)",)


@pytest.mark.parametrize("to", ["tmx", "xliff", "tei", "xlsx", "docx"])
def test_characters_illegal_in_xml_are_left_out_and_named(to: str) -> None:
    """The file can be opened, and a message names the loss."""
    exported = export(collect_rows(review(("Он\x08 ушёл.", "He left\x0b."))), to)
    [line] = exported.messages
    assert "U+0008 in s0" in line
    assert "U+000B in s0" in line
    assert to in ("xlsx", "docx") or b"\x08" not in exported.files[""]


def test_a_row_too_long_for_a_cell_is_named() -> None:
    """Nothing is cut without an error."""
    with pytest.raises(OutputError, match="row s0: its source has 40,000 characters"):
        export(collect_rows(review(("а" * 40_000, "He left."))), "xlsx")


def test_what_cannot_be_shown_in_a_terminal_wants_a_file() -> None:
    """And an unknown format is refused with the list."""
    with pytest.raises(InputError, match="xlsx is nothing for a terminal"):
        output_paths("xlsx", None)
    with pytest.raises(InputError, match="no format 'tbx'; known: json, jsonl"):
        output_paths("tbx", None)


@pytest.fixture
def crossed() -> Review:
    """The second sentence is translated behind the third."""
    pairs = (("Он ушёл.", "He left."), ("Дождь.", ()), ("Ночь.", "Night."), ((), "Rain."))
    flag = Flag("source", 1, (Span(9, 15),), "Дождь.", "layout.crossing", 0.9, "sentence 2 stands at 3")
    opened = review(*pairs, flags=[flag])
    moved = Crossing(range(1, 2), range(2, 3), 0.8, (Bead(range(1, 2), range(2, 3), 0.8, 0.9),))
    alignment = replace(opened.bitext.alignment, crossings=(moved,))
    return Review(replace(opened.bitext, alignment=alignment), reviewer="anna")


@pytest.mark.parametrize("name", ["jsonl", "tsv", "tmx", "xliff", "xlsx", "docx", "tei"])
def test_text_that_moved_is_named_in_every_format(crossed: Review, name: str) -> None:
    """By the ids of its rows; where flags are exported, the flag stands with its row."""
    data = next(iter(export(collect_rows(crossed), name).files.values()))
    if name in ("xlsx", "docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            data = b"".join(package.read(part) for part in package.namelist())
    written = data.decode("utf-8", "ignore")
    assert "out-of-order" in written
    assert "s9 = t16" in written
    assert ("layout.crossing" in written) == (name in ("jsonl", "tsv", "xliff", "xlsx"))


def test_tei_links_text_that_moved(crossed: Review) -> None:
    """In a group of links of its own."""
    [data] = export(collect_rows(crossed), "tei").files.values()
    assert b'<linkGrp type="out-of-order"><link target="#s9 #t16"/></linkGrp>' in data
