"""The sections of the report on a collection that are tables and lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from align.corpus.collection_figures import CollectionFigures
from align.corpus.file_links import FileLinks
from align.corpus.listings import Listing, Row
from align.corpus.summary_lines import count_lines
from align.corpus.worst_places import FEWEST_WORDS, SURE, RankedPlace, Ranking
from align.flag import KIND_NAMES, KINDS
from align.folder.html_parts import Cell, bullets, paragraph, table
from align.folder.quality_report import percent
from align.ocr.channel.report import ConfusionEntry
from align.one_line import one_line
from align.progress import duration
from align.text.document import SIDE_NAMES

CONFUSIONS = 40
"""Rows of the table of misreadings."""
INDENT = "\N{EM SPACE}"
SLOW = 10
"""Rows of the table of documents that took long."""


def counts(figures: CollectionFigures) -> Iterator[str]:
    """All counts of the collection."""
    rows = [(label.replace("  ", INDENT), value) for label, value in count_lines(figures.summary)]
    yield table(("What", "How many"), rows)


def kinds(figures: CollectionFigures) -> Iterator[str]:
    """A row for each kind of flag."""
    flags = figures.summary.flags
    rows = [(KIND_NAMES.get(kind, kind), KINDS.get(kind, ""), f"{n:,}") for kind, n in flags.items()]
    if rows:
        yield table(("Flag", "What it means", "How many"), rows)
    else:
        yield paragraph("No flag was raised.")


def worst_documents(figures: CollectionFigures, links: FileLinks) -> Iterator[str]:
    """The documents with the most flags for their words."""
    columns = (
        "Document",
        "Flags a hundred words",
        "Flags",
        "Words",
        "Commonest",
        "Beads",
        "Doubtful",
        "Result",
    )
    yield from _ranking(figures.worst.documents, columns, lambda one: _document_cells(one, links))


def worst_pages(figures: CollectionFigures, links: FileLinks) -> Iterator[str]:
    """The pages with the most flags for their words."""
    columns = ("Document", "Flags a hundred words", "Flags", "Words", "Commonest", "Side", "Page", "Picture")
    yield from _ranking(figures.worst.pages, columns, lambda one: _page_cells(one, links))


def _ranking(
    ranking: Ranking, columns: Sequence[str], cells: Callable[[RankedPlace], Sequence[Cell]]
) -> Iterator[str]:
    yield paragraph(
        f"Flags of confidence {SURE:g} and more, on both sides, for each hundred words of both sides."
    )
    rows = list(map(cells, ranking.worst))
    shown = len(columns) if any(row[-1] for row in rows) else -1  # no file was written for any of them
    yield _rows(columns[:shown], [row[:shown] for row in rows], "There is none with flags.")
    yield _more(ranking.left_out, "with fewer flags for their words")
    yield _more(ranking.short, f"with flags, but fewer than {FEWEST_WORDS} words")


def _counted_cells(one: RankedPlace, links: FileLinks) -> Sequence[Cell]:
    commonest = max(sorted(one.kinds), key=lambda kind: one.kinds[kind])
    shown = f"{KIND_NAMES.get(commonest, commonest)} ({one.kinds[commonest]:,})"
    document = links.document(one.place[0])
    return (document, f"{one.rate:.1f}", f"{one.flags:,}", f"{one.words:,}", shown)


def _document_cells(one: RankedPlace, links: FileLinks) -> Sequence[Cell]:
    beads = f"{one.beads:,}", f"{one.doubtful:,}"
    return (*_counted_cells(one, links), *beads, links.bitext(one.place[0]))


def _page_cells(one: RankedPlace, links: FileLinks) -> Sequence[Cell]:
    document, side, page, picture = one.place
    found = links.picture(document, picture, page or 1) if picture else ""
    return (*_counted_cells(one, links), SIDE_NAMES[side] if side else "", str(page), found)


def failures(figures: CollectionFigures, links: FileLinks) -> Iterator[str]:
    """The documents that failed, with their errors."""
    yield from _listing(
        figures.listings.failed,
        ("Document", "Error"),
        lambda row: (links.document(row[0]), row[1]),
        "None: every document could be read.",
    )


def alone(figures: CollectionFigures, links: FileLinks) -> Iterator[str]:
    """The documents with one side."""
    for listing, missing in (
        (figures.listings.without_original, "original"),
        (figures.listings.without_translation, "translation"),
    ):
        yield f"<h3>Without {'an' if missing == 'original' else 'a'} {missing}</h3>"
        yield from _listing(
            listing, ("Document", "File"), lambda row: (links.document(row[0]), row[1]), "None."
        )


def copies(figures: CollectionFigures, links: FileLinks) -> Iterator[str]:
    """The documents that are copies or excerpts of others."""
    if figures.summary.duplicates is None:
        yield paragraph("Copies were not looked for.")
        return
    yield from _listing(
        figures.copies,
        ("Document", "Kind", "Of", "Similarity"),
        lambda row: (links.document(row[1]), row[3], links.document(row[2]), f"{-row[0]:.2f}"),
        "None was found.",
    )


def _listing(
    listing: Listing, columns: Sequence[str], cells: Callable[[Row], Sequence[Cell]], none: str
) -> Iterator[str]:
    yield _rows(columns, list(map(cells, listing.rows)), none)
    yield _more(listing.left_out, "that are not shown")


def _rows(columns: Sequence[str], rows: Sequence[Sequence[Cell]], none: str) -> str:
    return table(columns, rows) if rows else paragraph(none)


def _more(count: int, which: str) -> str:
    return paragraph(f"And {count:,} more {which}.", "more") if count else ""


def confusions(figures: CollectionFigures) -> Iterator[str]:
    """The commonest misreadings."""
    rows = [_confusion_cells(one) for one in figures.confusions[:CONFUSIONS]]
    yield _rows(("Typed", "Read", "Times", "Of", "Share"), rows, "No flag of an original has a suggestion.")
    yield _more(len(figures.confusions) - len(rows), "that are rarer")


def _confusion_cells(one: ConfusionEntry) -> Sequence[Cell]:
    of = "–" if one.occurrences is None else f"{one.occurrences:,}"
    typed, read = (one_line(text.replace(" ", "␣")) or "∅" for text in (one.typed, one.read))
    return (typed, read, f"{one.count:,.1f}", of, percent(one.share, 2))


def languages(figures: CollectionFigures) -> Iterator[str]:
    """A row for each pair of languages, the commonest first."""
    found = sorted(figures.distributions.languages.items(), key=lambda item: (-item[1][0], item[0]))
    rows = [(pair[0] or "–", pair[1] or "–", *(f"{n:,}" for n in numbers)) for pair, numbers in found]
    columns = ("Original", "Translation", "Documents", "Sentences of originals", "of translations")
    yield _rows(columns, rows, "No document was read.")


def sizes(figures: CollectionFigures) -> Iterator[str]:
    """Bytes of the tables."""
    yield bullets(f"{name}: {bytes_text(size)}" for name, size in figures.sizes.items())


def bytes_text(size: int) -> str:
    """A number of bytes for people.

    Example:
        >>> bytes_text(999), bytes_text(1_500_000)
        ('1 kB', '1.5 MB')
    """
    for unit, factor in (("GB", 1e9), ("MB", 1e6)):
        if size >= factor:
            return f"{size / factor:,.1f} {unit}"
    return f"{size / 1e3:.0f} kB"


def times(figures: CollectionFigures, links: FileLinks) -> Iterator[str]:
    """What the documents cost."""
    summary = figures.summary
    memory = "" if summary.megabytes is None else f" A worker held up to {summary.megabytes:,.0f} MB."
    yield paragraph(f"Aligning took workers {duration(summary.seconds)}, all together.{memory}")
    slow = figures.listings.slow.rows[:SLOW]
    rows = [(links.document(name), f"{-seconds:.1f}", f"{held:.0f}") for seconds, name, held in slow]
    columns = ("The slowest documents", "Seconds", "MB that the worker had held until then")
    yield _rows(columns, rows, "No document was read.")
