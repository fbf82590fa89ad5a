"""A file that is not read is named, with what to do: the lines as a user reads them."""

from __future__ import annotations

import random
import wave
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from align.bitext import Bitext
from align.cli.app import app
from align.errors import ReadError
from align.text.readers.file import read_file
from tests.field.made_odt import epub, items, odt, p
from tests.field.office import converted
from tests.field.test_word import by_python_docx
from tests.text.readers.test_office import pdf


def blank(path: Path) -> None:
    """A page without anything on it."""
    from PIL import Image

    Image.new("L", (400, 300), "white").save(path)


def sound(path: Path) -> None:
    """A WAV of a tenth of a second."""
    with wave.open(str(path), "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8000)
        made.writeframes(bytes(1600))


def workbook(path: Path) -> None:
    """A workbook that openpyxl writes."""
    import openpyxl

    made = openpyxl.Workbook()
    made.active["A1"] = "Мы согласны."
    made.save(path)


def notebook(path: Path) -> None:
    """A notebook of a review, as the program writes it."""
    from align.config import Config
    from align.notebook import notebook as made

    path.write_text(made(Path("letter.txt"), None, Config(), journal="a.jsonl", reviewer="anna"), "utf-8")


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("letter.txt", "Он ушёл.")


def written(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


NOT_READ = "which is not read"
NO_LETTER = (
    "no letter was found on its pages; are they sharp and upright, and is their language the one named "
    "(--source-language, --target-language, --ocr-languages)?"
)
PHOTO = f"found a photo (HEIC), {NOT_READ}: save it as JPEG or PNG, and give that"
WORKBOOK = (
    f"found a workbook, {NOT_READ}: save its two columns as plain text, a file each, or as a Word table; one "
    "that align exported comes back with align import"
)
NOTEBOOK = (
    f"found a Jupyter notebook, {NOT_READ}: open it with jupyter lab {{path}}; to align, give the texts that "
    "it is about"
)
JOURNAL = (
    f"found a journal of decisions, {NOT_READ}: give the texts that were reviewed; the journal is named "
    "behind --journal (align review) or --review (align export)"
)
GARBAGE = (
    "expected a text, found binary data (byte 0xf3 at offset 0), of no kind that is known; export its text "
    "as .docx or plain text"
)
RECORDING = f"found a recording (WAV), {NOT_READ}: write down what is spoken, and give the text"
ARCHIVE = f"found an archive of files (ZIP), {NOT_READ}: unpack it, and give the files in it"
EMPTY = "expected text, the file is empty; was the export complete?"
NUL = "expected text, found a NUL character at {}: UTF-16? try --encoding {}"
MARK = "expected utf-8, found byte 0xff at offset 0 (invalid start byte); try --encoding utf-16"
RANDOM = random.Random(1).randbytes(5000)  # noqa: S311 - no secret

LINES: dict[str, tuple[Callable[[Path], object], str]] = {
    "scan.png": (blank, f"{NO_LETTER} (page 1: blank)"),
    "scan.pdf": (lambda path: pdf(path, [""]), NO_LETTER),
    "photo.jpg": (written(b"\0\0\0\x18ftypheic" + bytes(30)), PHOTO),
    "talk.wav": (sound, RECORDING),
    "rows.xlsx": (workbook, WORKBOOK),
    "letters.zip": (zipped, ARCHIVE),
    "letter.review.ipynb": (notebook, NOTEBOOK),
    "letter.review.jsonl": (written(b'{"op":"accept","id":"a","change":{}}\n'), JOURNAL),
    "empty.txt": (written(b""), EMPTY),
    "empty.docx": (written(b""), EMPTY),
    "garbage.txt": (written(b"\xf3" + RANDOM), GARBAGE),
    "wide.txt": (written("Ваш ответ получил.".encode("utf-16-le")), NUL.format(7, "utf-16-le")),
    "wide-be.txt": (written("I received your reply.".encode("utf-16-be")), NUL.format(0, "utf-16-be")),
    "marked.txt": (written("Ваш ответ получил.".encode("utf-16")), MARK),
    "folder": (
        Path.mkdir,
        "expected a text file or a folder of pages, found a directory without pages; name a file in it",
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_a_file_that_is_not_read_is_named(tmp_path: Path, name: str) -> None:
    """What it is, and what to do, in one line."""
    write, line = LINES[name]
    path = tmp_path / name
    write(path)
    with pytest.raises(ReadError) as error:
        read_file(path)
    assert str(error.value) == f"{path}: {line.replace('{path}', str(path))}"
    assert error.value.exit_code == 2


def test_the_encoding_that_is_named_reads_the_file(tmp_path: Path) -> None:
    """The advice is right."""
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        path = tmp_path / "wide.txt"
        path.write_bytes("Ваш ответ получил.".encode(encoding))
        with pytest.raises(ReadError, match=f"--encoding {encoding}$"):
            read_file(path)
        assert read_file(path, encoding).text == "Ваш ответ получил."


CONVERT = (
    "save it as .docx in the program that wrote it, or with LibreOffice: soffice --convert-to docx {path}"
)


@pytest.mark.parametrize(
    ("to", "found"), [("doc", "a Word document of before 2007 (.doc)"), ("rtf", "RTF"), ("docx", "")]
)
def test_an_old_document_is_named_whatever_its_suffix(tmp_path: Path, to: str, found: str) -> None:
    """Archives name such files .docx; what LibreOffice writes is recognised, and the advice is right."""
    made = by_python_docx(tmp_path / "letter.docx")
    path = converted(made, to, tmp_path).rename(tmp_path / "scanned.docx")
    if not found:
        assert read_file(path).text == read_file(made).text
        return
    line = f"found {found} (though its name ends in .docx), which is not read: {CONVERT}"
    with pytest.raises(ReadError) as error:
        read_file(path)
    assert str(error.value) == f"{path}: {line.replace('{path}', str(path))}"


def test_a_name_with_spaces_is_quoted_in_a_command(tmp_path: Path) -> None:
    """The line can be copied into a shell."""
    path = tmp_path / "my scan.djvu"
    path.write_bytes(b"AT&TFORM\0\0\0\0DJVMDIRM")
    with pytest.raises(ReadError, match=f"djvutxt '{path}' page"):
        read_file(path)


def test_a_review_that_was_exported_is_no_text(tmp_path: Path, tiny: Callable[[], Bitext]) -> None:
    """It is HTML, but its words are those of the screen and of the data in it."""
    from align.export.html import page
    from align.review import Review

    path = tmp_path / "desk.html"
    path.write_text(page(Review(tiny())), encoding="utf-8")
    with pytest.raises(
        ReadError, match=r"a review exported as HTML, which is not read: open it in a browser"
    ):
        read_file(path)


@pytest.mark.parametrize("kind", ["odt", "epub", "docx"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_document_is_read_or_named(tmp_path: Path, kind: str, data: st.DataObject) -> None:
    """Whatever bytes are changed or cut off, the answer is a text or one line with the name of the file."""
    path = tmp_path / f"letter.{kind}"
    {"odt": sound_odt, "epub": sound_epub, "docx": by_python_docx}[kind](path)
    damaged = bytearray(path.read_bytes())
    for at, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255)), max_size=5)
    ):
        damaged[at] = byte
    cut = data.draw(st.one_of(st.just(len(damaged)), st.integers(0, len(damaged))))
    path.write_bytes(damaged[:cut])
    try:
        read_file(path)
    except ReadError as error:
        assert str(error).startswith(str(path))  # noqa: PT017 - either is right
        assert "\n" not in str(error)  # noqa: PT017


def sound_odt(path: Path) -> None:
    odt(path, p("Он ушёл.") + items("Раз."))


def sound_epub(path: Path) -> None:
    epub(path, {"one.xhtml": "<html><body><p>Он ушёл.</p></body></html>"})


def test_the_command_line_ends_with_2() -> None:
    """Like for any other mistake of the user's."""
    done = CliRunner().invoke(app, ["show", "/"])
    assert isinstance(done.exception, ReadError)
    assert done.exception.exit_code == 2
