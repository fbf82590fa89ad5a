"""A PDF -> its pages: the text layer with its places, and what is only a picture read by an OCR engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from align.errors import ModelError, ReadError
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page, PageBlock, PageLine, PageWord, Picture
from align.scan.known_engine import known_engine
from align.scan.layer_check import differs, is_garbled
from align.scan.pdf_file import covering_dpi, opened_pdf, pdf_frames, pdf_page
from align.scan.read_scan import ReadScan, check_any_read, read_pictures
from align.scan.reading_notes import damage_notes, engine_note, reading_notes
from align.scan.scan_picture import ScanPicture
from align.scan.scan_run import ScanRun
from align.scan.text_layer import layer_page

FEW = 100
"""Letters on a page that is a picture, below which they are taken for a mark of the archive's."""

WHOLE = 0.98
"""The part of the letters of another reader that PDFium must give, for its text to be taken."""


@dataclass(frozen=True)
class _Layer:
    """A page of a PDF as its file gives it.

    Attributes:
        picture: What an engine would read.
        page: Its text layer.
        is_scan: Whether one picture covers more than half of it.
        is_blank: Whether nothing stands on it, neither text nor anything drawn.
        problem: Why it cannot be read; empty where it can. Such a page counts as a blank one.
    """

    picture: ScanPicture
    page: Page
    is_scan: bool
    is_blank: bool
    problem: str = ""

    @property
    def letters(self) -> int:
        return letters_of(self.page.text)


def read_pdf(path: Path, texts: Sequence[str | None], run: ScanRun = ScanRun()) -> ReadScan:
    """Read the pages of a PDF.

    A page without a text layer, and one whose layer does not match its picture, is read by Tesseract.

    Args:
        path: The PDF.
        texts: The text layer of each page as another reader gives it; taken, without places, where PDFium
            gives less. ``None`` for a page that it cannot read.
        run: The settings, the languages, who is told how far the reading is.

    Raises:
        ReadError: The file is damaged, encrypted, or holds a page that is too large.
        ModelError: The engine or one of its languages is missing, and no page has text that need not be read
            again; or a library is missing.
    """
    layers = _layers(path, texts)
    wanted, notes = _to_be_read(layers, path, run)
    read: dict[int, tuple[Page, ...]] = {}
    engine_name = ""
    if wanted:
        try:
            engine_name, read, reading_lines = _read(wanted, layers, path, run)
            notes += reading_lines
        except ModelError as error:
            notes = _unread_notes(wanted, layers, error)
    notes += damage_notes([layer.problem for layer in layers])
    blank = sum(layer.is_blank and not layer.problem for layer in layers)
    if blank:
        notes.append(f"pages without a text layer left out: {blank} of {len(layers)}")
    pages = [page for at, layer in enumerate(layers) for page in read.get(at, (_placed(layer),))]
    return ReadScan(Facsimile(tuple(pages), engine_name), tuple(notes))


def _unread_notes(wanted: Sequence[int], layers: Sequence[_Layer], error: ModelError) -> list[str]:
    """What is to be said where nothing can be read, and each page is taken as the file gives it.

    Raises:
        ModelError: The error, where no other page has a letter.
    """
    empty = sum(not layers[at].letters for at in wanted)
    if not any(layer.letters for at, layer in enumerate(layers) if at not in wanted):
        hint = "; --text-layer takes the text that the file holds" if empty < len(wanted) else ""
        raise ModelError(f"{error}{hint}") from error
    notes = []
    if empty:
        notes.append(f"pages without a text layer left out: {empty} of {len(layers)} ({error})")
    if empty < len(wanted):
        kept = len(wanted) - empty
        notes.append(
            f"pages that cannot be read again, their text layer kept: {kept} of {len(layers)} ({error})"
        )
    return notes


def letters_of(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


def _layers(path: Path, texts: Sequence[str | None]) -> list[_Layer]:
    """The pages.

    Raises:
        ReadError: The file is damaged, or each of its pages is.
    """
    frames = pdf_frames(path)
    pictures = [ScanPicture(path, number, frame, path.name) for number, frame in enumerate(frames)]
    known = texts if len(texts) == len(frames) else [""] * len(frames)  # another reader leaves some pages out
    with opened_pdf(path) as document:
        pairs = zip(pictures, known, strict=True)
        layers = [_layer(document, picture, text) for picture, text in pairs]
    if layers and all(layer.problem for layer in layers):
        raise ReadError(f"{path}: {layers[0].problem}, as are all others; download or export the PDF again")
    return layers


def _layer(document: Any, picture: ScanPicture, text: str | None) -> _Layer:  # noqa: ANN401
    """A page; ``text`` is what another reader gives, ``None`` where it fails."""
    frame = picture.frame
    loaded, problem = pdf_page(document, picture.number)
    if problem:
        empty = Page(frame.width, frame.height, dpi=frame.dpi)
        return _Layer(picture, empty, is_scan=False, is_blank=True, problem=problem)
    page = layer_page(document, picture.number, frame)
    if letters_of(page.text) < WHOLE * letters_of(text or ""):
        page = _without_places(text or "", page)
    is_blank = next(iter(loaded.get_objects(max_depth=1)), None) is None
    problem = "a damaged page (its content breaks off)" if is_blank and text is None else ""
    return _Layer(picture, page, covering_dpi(loaded) is not None, is_blank, problem)


def _without_places(text: str, page: Page) -> Page:
    lines = (tuple(map(PageWord, line.split())) for line in text.splitlines())
    kept = tuple(PageLine(words) for words in lines if words)
    return replace(page, blocks=(PageBlock(kept),) if kept else ())


def _to_be_read(layers: Sequence[_Layer], path: Path, run: ScanRun) -> tuple[list[int], list[str]]:
    """The pages that an engine is to read, and what is to be said of their text layer."""
    if run.config.text_layer is False:
        again = [at for at, layer in enumerate(layers) if not layer.is_blank]
        return again, [f"text layer not used, as wanted: {len(again)} pages read again"]
    empty = [at for at, layer in enumerate(layers) if not layer.is_blank and not layer.letters]
    if run.config.text_layer:
        return empty, []
    marked = [at for at, layer in enumerate(layers) if layer.is_scan and 0 < layer.letters < FEW]
    scans = [at for at, layer in enumerate(layers) if layer.is_scan and layer.letters >= FEW]
    why = _mismatch(scans, layers, path, run)
    notes = []
    if why:
        marked += scans
        notes.append(
            f"text layer that does not match its pictures ({why}) left out, pages read again: {len(scans)} "
            "(--text-layer takes it)"
        )
    return sorted(empty + marked), notes


def _mismatch(scans: Sequence[int], layers: Sequence[_Layer], path: Path, run: ScanRun) -> str:
    """Why the text layer of scanned pages is not their text; empty where it is, or nothing can tell."""
    if not scans:
        return ""
    text = "\n".join(layers[at].page.text for at in scans)
    if is_garbled(text):
        return "its characters are no text"
    sample = sorted(scans, key=lambda at: layers[at].letters)[len(scans) // 2]
    try:
        (reading,) = read_pictures([layers[sample].picture], path, run, known_engine(path)).readings
    except ModelError:
        return ""
    read = "\n".join(page.text for page in reading.pages)
    if reading.failure or letters_of(read) < FEW or not differs(layers[sample].page.text, read):
        return ""
    return f"on page {sample + 1} other words are read"


def _read(
    wanted: Sequence[int], layers: Sequence[_Layer], path: Path, run: ScanRun
) -> tuple[str, dict[int, tuple[Page, ...]], list[str]]:
    """The engine, what it read of each page, and what is to be said of it."""
    engine = known_engine(path)
    pictures = [layers[at].picture for at in wanted]
    read = read_pictures(pictures, path, run, engine)
    if not any(layer.letters for at, layer in enumerate(layers) if at not in wanted):
        check_any_read(path, read.readings)
    notes = [engine_note(engine.name, read.languages, read.readings, len(layers))]
    notes += [*reading_notes(pictures, read.readings), *read.notes]
    return engine.name, {at: one.pages for at, one in zip(wanted, read.readings, strict=True)}, notes


def _placed(layer: _Layer) -> Page:
    """The text layer with its picture."""
    return replace(layer.page, picture=Picture(layer.picture.name, layer.picture.number))
