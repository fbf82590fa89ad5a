"""Every format that is read has a sample here; what is no text is never read as prose."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from align.config import Config
from align.errors import ReadError
from align.loading import documents_of
from align.scan.tesseract import is_installed
from align.text.readers.file import read_file
from align.text.readers.file_head import FileHead
from align.text.readers.formats import FORMATS, format_of
from align.text.readers.refused_formats import REFUSED
from tests.field import made_odt
from tests.field.made_docx import docx, p, table
from tests.field.made_odt import epub, odt
from tests.field.test_ready_pairs import RU_EN, TTX, tmx, unit, xliff
from tests.scan.typed import typed
from tests.text.readers.test_office import pdf

ROOT = Path(__file__).parents[2]


def written(text: str, encoding: str = "utf-8") -> Callable[[Path], object]:
    return lambda path: path.write_bytes(text.encode(encoding))


def archive(**members: str) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as made:
            for name, text in members.items():
                made.writestr(name.replace("__", "/"), text)
        path.write_bytes(buffer.getvalue())

    return write


def compound(stream: str) -> Callable[[Path], object]:
    """A compound file whose directory names this stream."""
    entry = stream.encode("utf-16-le").ljust(128, b"\0")
    return lambda path: path.write_bytes((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))[:512] + entry)


SAMPLES: dict[str, Callable[[Path], object]] = {
    "TMX": written(tmx("".join(RU_EN))),
    "XLIFF": written(xliff(unit("Мы согласны.", "We agree."))),
    "TTX": written(TTX.format(""), "utf-16"),
    "Word": lambda path: docx(path, table(("Мы согласны.", "We agree."), ("Я ушёл.", "I left."))),
    "PDF": lambda path: pdf(path, ["We agree."]),
    "picture": lambda path: typed(path, "We agree."),
    "OpenDocument text": lambda path: odt(
        path, made_odt.table(("Мы согласны.", "We agree."), ("Я ушёл.", "I left."))
    ),
    "EPUB": lambda path: epub(path, {"one.xhtml": "<html><body><p>We agree.</p></body></html>"}),
    "HTML": written("<!DOCTYPE html>\n<html lang='ru'><body><p>We agree.</p></body></html>"),
    "plain text": written("We agree.\n"),
}
"""Name of a format -> what writes a file of it."""


@pytest.mark.parametrize("name", [one.name for one in FORMATS])
def test_every_format_is_recognised_and_read(tmp_path: Path, name: str) -> None:
    """By its content alone: the file has no suffix."""
    path = tmp_path / "file"
    SAMPLES[name](path)
    found = format_of(path)
    assert found.name == name
    if found.read_text or (found.read_scan and (name != "picture" or is_installed())):
        assert "We agree." in read_file(path).text
    if found.read_pairs:
        documents, config = documents_of(path, None, Config())
        assert config.pre_aligned
        assert documents["target"].raw.startswith("We agree.\n")


HOCR = '<html><head><meta name="ocr-system"/></head><body><div class="ocr_page">Текст</div></body></html>'
ALTO = (
    '<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page><PrintSpace><TextBlock><TextLine>'
    '<String CONTENT="Текст"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
REFUSALS: dict[str, tuple[Callable[[Path], object], str]] = {
    "ALTO": (written(DECLARATION + ALTO), "ALTO .*plain text"),
    "ALTO without a declaration": (written(ALTO), "ALTO"),
    "ALTO in UTF-16": (written(DECLARATION + ALTO, "utf-16"), "ALTO"),
    "PAGE": (written('<PcGts xmlns="http://schema.primaresearch.org/PAGE"><Page/></PcGts>'), "PAGE"),
    "PAGE with a comment": (written(f"{DECLARATION}<!-- x --><PcGts>Текст</PcGts>"), "PAGE"),
    "hOCR": (written(HOCR), "hOCR"),
    "TEI": (written('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>'), "TEI"),
    "other XML": (written("<book><title>Книга</title></book>"), "XML"),
    "broken XML": (written(f"{DECLARATION}<book><title>Книга"), "XML"),
    "XML that begins with an entity": (
        written('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>д</a>'),
        "XML",
    ),
    "Word as XML": (written(f'{DECLARATION}<pkg:package xmlns:pkg="http://x"/>'), "Word saved as XML.*docx"),
    "JSON": (written(json.dumps({"text": "Текст"})), "JSON"),
    "JSON of a list": (written(json.dumps(["Текст", "Text"], indent=1)), "JSON"),
    "JSON Lines": (written('{"source": "Текст"}\n{"source": "Ещё"}\n'), "JSON"),
    "JSON of align's": (written('{"schema": "align/bitext-1", "documents": {}}'), "align.Bitext.load"),
    "RTF": (written("{\\rtf1\\ansi Текст}"), "RTF.*docx"),
    "RTF with a mark and blank lines before": (written("\ufeff\n\n{\\rtf1\\ansi Текст}"), "RTF.*docx"),
    "SubRip": (written("1\n00:00:01,000 --> 00:00:02,000\nПосол вручил ноту.\n"), "subtitles.*times"),
    "SubRip with CRLF": (written("\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nДа.\r\n"), "subtitles"),
    "WebVTT": (written("WEBVTT\n\n00:01.000 --> 00:02.000\nДа.\n"), "subtitles"),
    "gettext": (written('# Перевод\n#\nmsgid ""\nmsgstr ""\n"Language: ru\\n"\n'), "gettext.*TMX"),
    "gettext without a head": (written('#: a.c:1\nmsgctxt "x"\nmsgid "Yes"\nmsgstr "Да"\n'), "gettext"),
    "web archive": (written("From: <Saved by>\nSubject: x\nMIME-Version: 1.0\n\nТекст"), "MIME"),
    "PostScript": (written("%!PS-Adobe-3.0\n"), "PostScript"),
    "ALTO cut short": (written("<alto><Layout><Page><String CONTENT='Да'/>"), "ALTO"),
    "Word 97": (
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        "before 2007.*docx",
    ),
    "OpenOffice 1": (archive(mimetype="application/vnd.sun.xml.writer", content="x"), "OpenOffice 1.*docx"),
    "drawing of OpenDocument": (
        archive(mimetype="application/vnd.oasis.opendocument.graphics", content="x"),
        "OpenDocument that is no text",
    ),
    "OpenDocument in one file": (
        written(
            f'{DECLARATION}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office"/>'
        ),
        r"fodt.*save it as \.odt",
    ),
    "workbook": (archive(xl__workbook="x"), "workbook.*two columns"),
    "workbook of OpenDocument": (
        archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
        "workbook.*two columns",
    ),
    "workbook of 1997": (compound("Workbook"), "workbook.*two columns"),
    "presentation of 1997": (compound("PowerPoint Document"), "presentation"),
    "Word with a password": (compound("EncryptedPackage"), "password.*save it without"),
    "Word of 1997": (compound("WordDocument"), r"\.doc.*soffice --convert-to docx"),
    "message of Outlook": (compound("__properties_version1.0"), "Outlook"),
    "presentation": (archive(ppt__presentation="x"), "presentation"),
    "archive": (archive(letter="Текст"), "archive.*unpack"),
    "archive of another kind": (
        lambda path: path.write_bytes(b"Rar!\x1a\x07\0"),
        r"archive.*\(RAR\).*unpack",
    ),
    "picture": (
        lambda path: path.write_bytes(b"8BPS\0\x01" + bytes(30)),
        r"picture \(Photoshop\).*save it as",
    ),
    "scan in DjVu": (lambda path: path.write_bytes(b"AT&TFORM\0\0\1\2DJVM"), "DjVu.*djvutxt"),
    "photo": (lambda path: path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0"), r"photo \(HEIC\).*as JPEG"),
    "recording": (lambda path: path.write_bytes(b"ID3\x03\0\0\0\0\x0fvTSSE"), r"recording \(MP3\).*spoken"),
    "journal": (
        written('{"op":"accept","id":"a","change":{}}\n{"op":"undo","id":"b","of":"a"}\n'),
        "journal.*texts that were reviewed.*--journal",
    ),
    "notebook": (
        written(json.dumps({"cells": [{"cell_type": "code", "source": ["1"]}]})),
        "Jupyter.*jupyter lab",
    ),
    "review": (
        written(
            "<!doctype html>\n<html><head><meta http-equiv='Content-Security-Policy' content=\"default-src "
            "'none'\"><style>.al-desk {}</style></head><body>Текст</body></html>"
        ),
        "review exported as HTML.*browser",
    ),
}


@pytest.mark.parametrize("suffix", ["", ".txt"])
@pytest.mark.parametrize(("write", "words"), REFUSALS.values(), ids=REFUSALS)
def test_what_is_no_text_is_refused(
    tmp_path: Path, suffix: str, write: Callable[[Path], object], words: str
) -> None:
    """In one line that says what it is and what to do, whatever the file is named."""
    path = tmp_path / f"file{suffix}"
    write(path)
    for target in (None, path):
        with pytest.raises(ReadError, match=words) as error:
            documents_of(path, target, Config())
        assert "\n" not in str(error.value)
        assert str(error.value).startswith(str(path))


def test_every_format_that_is_refused_has_a_sample(tmp_path: Path) -> None:
    """Each entry of the registry is met above."""
    met = set()
    for number, (write, _) in enumerate(REFUSALS.values()):
        path = tmp_path / str(number)
        write(path)
        met.update([one.name for one in REFUSED if one.matches(FileHead.of(path))][:1])
    assert met == {one.name for one in REFUSED}


def test_a_document_with_macros_is_refused(tmp_path: Path) -> None:
    """With what to do."""
    path = docx(tmp_path / "letter.docm", p("Он ушёл."))
    with zipfile.ZipFile(path, "a") as added:
        added.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(ReadError, match=r"holds macros.*as \.docx"):
        read_file(path)


@pytest.mark.parametrize(
    "text",
    [
        "При температуре <20° войска не шли. А было > 5.",
        "<Подпись неразборчива>\nВаш ответ получил.",
        "<b>Шифртелеграмма</b>\nВаш ответ получил.",
        "<p>Ваш ответ получил.</p>",
        "<!-- из архива -->\nВаш ответ получил.",
        "< Вставка > Ваш ответ получил.",
        "From: Stalin\nTo: Mao\n\nВаш ответ получил.",
        "1\n\n00:30 — поезд ушёл.",
        "msgid — так писали прежде.",
        "<word>и далее текст, который не кончается",
        "[PAGE 41]\nВаш ответ получил.",
        "{Вставка} Ваш ответ получил.",
        '["Правда", 5 мая] Ваш ответ получил.',
        "PK — сокращение. Ваш ответ получил.",
    ],
)
def test_text_with_marks_of_other_formats_is_text(tmp_path: Path, text: str) -> None:
    """Brackets and angles alone make no XML and no JSON."""
    path = tmp_path / "letter.txt"
    path.write_text(text, encoding="utf-8")
    assert read_file(path).text == text


def test_readme_and_the_site_show_the_registry() -> None:
    """`python tools/readme.py` would change nothing; the page has a row for each format."""
    sys.path.insert(0, str(ROOT / "tools"))
    import docs_reference

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"<!-- inputs -->\n{docs_reference.inputs_table()}\n<!-- /inputs -->" in readme
    page = docs_reference.with_inputs((ROOT / "docs" / "reference" / "files.md").read_text(encoding="utf-8"))
    assert "<!-- inputs" not in page
    for read in FORMATS:
        cells = (read.name, docs_reference.suffixes(read), read.recognised, read.kept, read.left_out)
        assert all(cell in page for cell in cells), read.name
        assert all(cells), read.name
    for refused in REFUSED:
        assert f"| {refused.name} | {refused.advice} |" in page
