"""The command ``read``.

Annotations are evaluated here: typer reads the options from them.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli.notes import end_unfinished
from align.cli.options import Force, config_of
from align.cli.progress import Messages, shown_progress
from align.errors import InputError, OutputError
from align.output import check_output, write

if TYPE_CHECKING:
    from align.facsimile.facsimile import Facsimile
    from align.text.readers.file_text import FileText

KINDS = {".hocr": "hocr", ".html": "hocr", ".txt": "text", ".json": "json", ".xml": "alto"}
"""End of the name of the output -> what it is."""


def read(
    scan: Annotated[
        Path,
        typer.Argument(
            help="Pages: .pdf, .tif, .jpg, .png, a folder of pictures, hOCR, ALTO, PAGE XML.",
            readable=False,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help="A file that ends in .hocr, .xml (ALTO), .txt or .json; by default SCAN.hocr.",
        ),
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(help="Language of the pages (ISO 639-1); may be repeated.", metavar="CODE"),
    ] = None,
    ocr_languages: Annotated[
        str | None, typer.Option(help="Languages as Tesseract names them: rus+eng.", metavar="NAMES")
    ] = None,
    psm: Annotated[
        int, typer.Option(help="Tesseract's segmentation of a page: 3 columns, 4 one column, 6 one block.")
    ] = 3,
    text_layer: Annotated[
        bool | None,
        typer.Option(
            "--text-layer/--read-again",
            help="Take the text that a scanned PDF holds, or read its pictures again; by default it is taken "
            "where it matches them.",
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Read the pages of a scan, and write the text with the places of its words.

    What is read is kept beside the scan; a second run, and every other command, reads only what is missing.
    Exits with 3 where the OCR engine broke off on a page.
    """
    from align.scan.scan_run import ScanRun
    from align.text.readers.file import read_file

    output = output or Path(f"{scan.name}.hocr")
    kind = _kind(output)
    check_output(output, scan, force=force)
    settings = config_of(ocr_languages=ocr_languages, psm=psm, text_layer=text_layer).scan
    began = perf_counter()
    with shown_progress() as progress:
        file = read_file(scan, scan=ScanRun(settings, tuple(language or ()), progress))
    for note in file.notes:
        Messages.note(note)
    if file.facsimile is None:
        raise InputError(f"{scan}: expected pages with the places of words, found a text without pages")
    pages = _seen_from(file.facsimile, scan.parent, output.parent)
    for path, content in _written(kind, output, pages):
        check_output(path, scan, force=force)
        write(path, content)
    sys.stdout.write(f"{_summary(file)}, {perf_counter() - began:.1f} s: {output}\n")
    end_unfinished([file])


def _kind(output: Path) -> str:
    """What is to be written, by the end of the name. Raises :class:`OutputError` for any other."""
    kind = KINDS.get(output.suffix.lower())
    if kind is None:
        raise OutputError(f"expected a name that ends in {', '.join(KINDS)}, got {output}")
    return kind


def _written(kind: str, output: Path, facsimile: "Facsimile") -> list[tuple[Path, str]]:
    """The files: one, or of ALTO one for each page."""
    import json

    from align.facsimile.alto_writer import to_alto
    from align.facsimile.hocr_writer import to_hocr
    from align.facsimile.json_value import to_value

    if kind == "alto":
        one = len(facsimile.pages) == 1
        return [
            (
                output if one else output.with_stem(f"{output.stem}-{number:04}"),
                to_alto(page, facsimile.engine, number),
            )
            for number, page in enumerate(facsimile.pages, 1)
        ]
    if kind == "hocr":
        return [(output, to_hocr(facsimile, output.stem))]
    as_json = json.dumps(to_value(facsimile), ensure_ascii=False, indent=1) + "\n"
    return [(output, facsimile.text if kind == "text" else as_json)]


def _seen_from(facsimile: "Facsimile", here: Path, there: Path) -> "Facsimile":
    """The pages with their pictures named as seen from the folder of the output."""
    pages = (
        replace(page, picture=replace(page.picture, file=_relative(page.picture.file, here, there)))
        if page.picture
        else page
        for page in facsimile.pages
    )
    return replace(facsimile, pages=tuple(pages))


def _relative(name: str, here: Path, there: Path) -> str:
    try:
        return Path(os.path.relpath(here / name, there)).as_posix()
    except ValueError:  # on another drive of Windows
        return str((here / name).resolve())


def _summary(file: "FileText") -> str:
    facsimile = file.facsimile
    words = facsimile.words if facsimile else ()
    pages = len(facsimile.pages) if facsimile else 0
    sure = [word.word.confidence for word in words if word.word.confidence is not None]
    mean = f", mean confidence {sum(sure) / len(sure):.2f}" if sure else ""
    return f"{pages} page{'s' * (pages != 1)}, {len(words):,} words{mean}"
