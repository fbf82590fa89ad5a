"""The rows of a bitext or a review as the files of a format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from align.bitext_data import BitextData
from align.export.collect import collect_rows
from align.export.export_set import ExportedFiles, ExportSet
from align.export.formats import format_named
from align.review.journal import Entry
from align.review.left_out import left_out_lines
from align.review.session import Review


def export(export_set: ExportSet, to: str) -> ExportedFiles:
    """The rows in a format of :data:`align.export.FORMATS`. Raises :class:`InputError` for any other."""
    return format_named(to).write(export_set)


def export_files(
    given: BitextData | Review,
    to: str,
    *,
    entries: Iterable[Entry] = (),
    confirmed: bool = False,
    locales: tuple[str | None, str | None] = (None, None),
    images: bool = True,
    output: Path | None = None,
) -> ExportedFiles:
    """A bitext, or a review with its decisions, in one format.

    Args:
        given: What to export.
        to: A key of :data:`align.export.FORMATS`.
        entries: Lines of the review's journal, which name the reviewer of each correction.
        confirmed: Whether only rows that a reviewer confirmed are exported.
        locales: Language tags of source and target, such as ``ru-RU``; by default ISO 639-1 codes.
        images: Whether pictures of a scan go into formats that can hold them.
        output: Where the files go: the pictures of pages are named as seen from there. ``None``: as the
            document names them.

    Returns:
        The bytes of each file, and lines for the user: decisions, rows and characters that were
        left out.

    Raises:
        InputError: There is no such format.
        OutputError: A text does not fit the format.

    Example:
        >>> export_files(bitext, "tmx").files[""][:5]  # doctest: +SKIP
        b'<?xml'
    """
    review = given if isinstance(given, Review) else Review(given)
    export_set = collect_rows(review, entries, confirmed=confirmed, locales=locales)
    made = export(replace(export_set, images=images, output=output), to)
    return replace(made, messages=(*left_out_lines(review), *made.messages, *export_set.skipped_messages()))
