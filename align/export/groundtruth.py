"""Training data for OCR: pictures of lines with their confirmed text, as tesstrain and kraken train from.

``NAME.png`` and ``NAME.gt.txt`` for each line, and ``manifest.tsv`` with the origin of each.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import InputError, ReadError
from align.export.confirmed_lines import ConfirmedLine, Unfit, confirmed_lines
from align.export.corrected_pages import CorrectedPages, corrected_pages
from align.export.export_set import ExportedFiles, ExportSet
from align.facsimile.box import Box
from align.members import MEMBER
from align.review.left_out import left_out_lines
from align.review.picture_folders import picture_folders
from align.review.pictures import first_picture
from align.scan.picture_places import picture_file

if TYPE_CHECKING:
    from PIL.Image import Image

MANIFEST = "manifest.tsv"
COLUMNS = (
    *("file", "text", "document", "page", "left", "top", "right", "bottom"),
    *("language", "by", "at", "picture", "sha256"),
)
"""``page`` counts from 1; ``sha256`` is that of the file of the page's picture."""

MARGIN = 6
"""Share of a line's height around its box that is in its picture: a sixth."""


@dataclass
class _Made:
    """What is made so far; ``missing``: why lines of a page have no picture -> how many."""

    files: dict[str, bytes] = field(default_factory=dict)
    rows: list[Sequence[object]] = field(default_factory=list)
    unfit: Counter[Unfit] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)


def groundtruth(export_set: ExportSet) -> ExportedFiles:
    """The lines that stand wholly in confirmed rows.

    Raises:
        InputError: No document has pages, or no line is confirmed.
        ModelError: Pillow is not installed, or pypdfium2 for a PDF.
    """
    documents = corrected_pages(export_set)
    made = _Made()
    for one in documents:
        prefix = f"{one.name}-" if len(documents) > 1 else ""
        _add_lines(made, export_set, one, prefix)
    if not made.rows and not made.missing and not made.unfit:
        raise _nothing_confirmed(export_set)
    made.files[f"{MEMBER}{MANIFEST}"] = _manifest(made.rows)
    return ExportedFiles(made.files, tuple(_messages(made)))


def _nothing_confirmed(export_set: ExportSet) -> InputError:
    lost = "; ".join(left_out_lines(export_set.review))
    advice = lost or "confirm rows in a review and give its journal with --review"
    return InputError(f"expected lines that stand in confirmed rows, found none; {advice}")


def _add_lines(made: _Made, export_set: ExportSet, one: CorrectedPages, prefix: str) -> None:
    lines = sorted(
        confirmed_lines(export_set, one.document, made.unfit), key=lambda line: (line.page, line.number)
    )
    for page, group in groupby(lines, key=lambda line: line.page):
        found = list(group)
        try:
            picture, origin = _picture(export_set, one, page)
        except ReadError as error:
            made.missing[str(error)] += len(found)
            continue
        for line in found:
            place = _with_margin(line.box, picture)
            if place is None:
                made.missing[f"page {page + 1}: a line stands outside its picture"] += 1
                continue
            name = f"{prefix}{Path(one.document.name).stem}-{page + 1:04d}-{line.number + 1:03d}"
            made.files[f"{MEMBER}{name}.png"] = _cut(picture, place)
            made.files[f"{MEMBER}{name}.gt.txt"] = f"{line.text}\n".encode()
            made.rows.append(_row(name, one, line, origin))


def _picture(export_set: ExportSet, one: CorrectedPages, number: int) -> tuple[Image, tuple[str, str]]:
    """The picture of a page; the name and the sha256 of its file."""
    page, folders = one.facsimile.pages[number], picture_folders(export_set.review, one.document)
    picture = first_picture(page, folders)
    name = page.picture.file if page.picture is not None else ""
    file = picture_file(name, folders)
    return picture, (name, hashlib.sha256(file.read_bytes()).hexdigest() if file is not None else "")


def _with_margin(box: Box, picture: Image) -> Box | None:
    """The place of a line on its picture with a margin; ``None`` where it is not on the picture."""
    kept = box.within(*picture.size)
    if kept is None:
        return None
    around = kept.height // MARGIN
    wide = Box(kept.left - around, kept.top - around, kept.right + around, kept.bottom + around)
    return wide.within(*picture.size)


def _cut(picture: Image, kept: Box) -> bytes:
    """A part of a picture, as PNG."""
    stream = io.BytesIO()
    picture.crop((kept.left, kept.top, kept.right, kept.bottom)).save(stream, "PNG")
    return stream.getvalue()


def _row(name: str, one: CorrectedPages, line: ConfirmedLine, origin: tuple[str, str]) -> Sequence[object]:
    box = line.box
    by = ", ".join(dict.fromkeys(decider.by for decider in line.deciders if decider.by))
    at = max((decider.at for decider in line.deciders), default="")
    place = (line.page + 1, box.left, box.top, box.right, box.bottom)
    return (f"{name}.png", line.text, one.document.name, *place, line.language, by, at, *origin)


def _manifest(rows: Sequence[Sequence[object]]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return stream.getvalue().encode()


def _messages(made: _Made) -> Iterator[str]:
    """A line for each reason for which confirmed lines are left out."""
    for why, count in made.unfit.items():
        yield f"confirmed lines left out, {why}: {count}"
    if made.missing:
        reasons = "; ".join(list(made.missing)[:4]) + (" …" if len(made.missing) > 4 else "")
        yield f"confirmed lines left out, their pages have no picture: {made.missing.total()} ({reasons})"
