"""The command ``read``.

Annotations are evaluated here: typer reads the options from them.
"""

import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli.notes import end_unfinished
from align.cli.options import Force, scan_configured
from align.cli.progress import Messages, shown_progress
from align.errors import InputError
from align.members import check_files, write_files
from align.output import check_output

if TYPE_CHECKING:
    from align.config import Config
    from align.facsimile.facsimile import Facsimile
    from align.text.readers.file_text import FileText

Scan = Annotated[
    Path,
    typer.Argument(
        help="Pages: .pdf, .tif, .jpg, .png, a folder of pictures, hOCR, ALTO, PAGE XML.",
        readable=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        help="A file that ends in .hocr, .alto.xml, .alto.zip, .page.xml, .page.zip, .txt or .json; with "
        "--to alto or page also a folder; by default SCAN.hocr.",
    ),
]
To = Annotated[
    str | None,
    typer.Option(help="Format: hocr, alto, page, text, json; by default that of the name.", metavar="FORMAT"),
]
Language = Annotated[
    list[str] | None,
    typer.Option(help="Language of the pages (ISO 639-1); may be repeated.", metavar="CODE"),
]


@scan_configured
def read(
    scan: Scan,
    output: Output = None,
    to: To = None,
    language: Language = None,
    force: Force = False,
    *,
    config: "Config",
) -> None:
    """Read the pages of a scan, and write the text with the places of its words.

    What is read is kept beside the scan; a second run, and every other command, reads only what is missing.
    Exits with 3 where the OCR engine broke off on a page.
    """
    from align.export.read_pages import has_one_file, read_files, read_format

    output = output or Path(f"{scan.name}.hocr")
    kind = read_format(output, to)
    if has_one_file(output, kind):
        check_output(output, scan, force=force)
    began = perf_counter()
    file, pages = _read(scan, language, config)
    made = read_files(pages, scan, output, kind)
    check_files(output, made.files, scan, force=force)
    write_files(output, made.files)
    for message in made.messages:
        Messages.note(message)
    sys.stdout.write(f"{_summary(pages)}, {perf_counter() - began:.1f} s: {output}\n")
    end_unfinished([file])


def _read(scan: Path, language: list[str] | None, config: "Config") -> "tuple[FileText, Facsimile]":
    """The file and its pages; what is to be known of them is shown.

    Raises:
        InputError: It has no pages.
    """
    from align.scan.scan_run import ScanRun
    from align.text.readers.file import read_file

    with shown_progress() as progress:
        file = read_file(scan, scan=ScanRun(config.scan, tuple(language or ()), progress))
    for note in file.notes:
        Messages.note(note)
    if file.facsimile is None:
        raise InputError(f"{scan}: expected pages with the places of words, found a text without pages")
    return file, file.facsimile


def _summary(facsimile: "Facsimile") -> str:
    pages, words = len(facsimile.pages), facsimile.words
    sure = [word.word.confidence for word in words if word.word.confidence is not None]
    mean = f", mean confidence {sum(sure) / len(sure):.2f}" if sure else ""
    return f"{pages} page{'s' * (pages != 1)}, {len(words):,} words{mean}"
