"""The report on a collection: one page of HTML that needs no network, and its plots as pictures."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from align.corpus import report_sections as sections
from align.corpus.collection_figures import CollectionFigures, collection_figures
from align.corpus.document import CorpusDocument
from align.corpus.file_links import FileLinks
from align.corpus.plots import Plot
from align.corpus.report_plots import PLOT_NAMES, report_plots
from align.corpus.schema import TABLES
from align.corpus.store import write_whole
from align.folder.html_parts import Link, bullets, heading, page, paragraph
from align.folder.made_here import REPORT_MARK
from align.progress import Progress, no_progress

REPORT_NAME = "report.html"
PLOTS = "plots"
"""The folder of the plots beside the report."""


class _Section(NamedTuple):
    title: str
    parts: Iterable[str]

    @property
    def name(self) -> str:
        """What a link to it holds."""
        return self.title.lower().replace(" ", "-")


def write_report(
    folder: Path, documents: Sequence[CorpusDocument] = (), progress: Progress = no_progress
) -> Path:
    """Write the report on a collection into its folder, where it is older than the tables.

    Args:
        folder: Of the collection.
        documents: Of the manifest; the report links to their files.
        progress: Called with each partition that is counted.

    Returns:
        The page. Equal tables give an equal page, apart from its last section, the times.

    Raises:
        ReadError: A table is missing or damaged.
        OutputError: The disk does not allow it.

    Example:
        >>> write_report(Path("tables")).name  # doctest: +SKIP
        'report.html'
    """
    path = folder / REPORT_NAME
    if not _is_current(path):
        figures = collection_figures(folder, progress)
        plots = report_plots(figures)
        _write_plots(folder / PLOTS, plots)
        text = _page(folder.resolve().name, figures, plots, FileLinks(folder, documents))
        _write(path, text.encode())
    return path


def _is_current(path: Path) -> bool:
    """Whether a report is newer than all files of the tables beside it."""
    if not path.exists():
        return False
    tables = [
        file for name in (*TABLES, "duplicates") for file in (path.parent / name).glob("part-*.parquet")
    ]
    return all(file.stat().st_mtime_ns < path.stat().st_mtime_ns for file in tables)


def _write_plots(folder: Path, plots: Mapping[str, Plot]) -> None:
    """Write the plots, and remove those of a former report that are drawn no more."""
    for plot in plots.values():
        _write(folder / f"{plot.name}.svg", plot.svg)
    for name in PLOT_NAMES - plots.keys():
        (folder / f"{name}.svg").unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    write_whole(path, lambda file: file.write(content))


def _page(name: str, figures: CollectionFigures, plots: Mapping[str, Plot], links: FileLinks) -> str:
    styles = "\n".join(
        files(package).joinpath("report.css").read_text("utf-8")
        for package in ("align.folder", "align.corpus")
    )
    title = f"Report on the collection {name}"
    body = "\n".join(_body(title, figures, list(_sections(figures, plots, links))))
    return page(title, body, styles, head=REPORT_MARK, images="data:")


def _body(title: str, figures: CollectionFigures, parts: Sequence[_Section]) -> Iterator[str]:
    summary = figures.summary
    yield heading(1, title)
    yield paragraph(
        f"{summary.aligned:,} of {summary.documents:,} documents aligned, {summary.alone:,} with one side, "
        f"{summary.failed:,} failed. {summary.beads:,} beads, {summary.doubtful:,} of them doubtful. "
        f"{sum(summary.flags.values()):,} flags.",
        "summary",
    )
    yield f"<nav>{bullets(Link(part.title, f'#{part.name}') for part in parts)}</nav>"
    for part in parts:
        yield f'<section id="{part.name}">{heading(2, part.title)}{"".join(part.parts)}</section>'


def _sections(figures: CollectionFigures, plots: Mapping[str, Plot], links: FileLinks) -> Iterator[_Section]:
    def with_plots(*names: str) -> list[str]:
        return [_figure(plots[name]) for name in names if name in plots]

    yield _Section("Counts", sections.counts(figures))
    yield _Section("Flags by kind", [*with_plots("flags"), *sections.kinds(figures)])
    yield _Section("Worst documents", sections.worst_documents(figures, links))
    if figures.worst.pages.any:
        yield _Section("Worst pages", sections.worst_pages(figures, links))
    yield _Section("Failed documents", sections.failures(figures, links))
    yield _Section("Documents with one side", sections.alone(figures, links))
    yield _Section("Copies", sections.copies(figures, links))
    yield _Section(
        "Misread letters",
        [_compared(figures), *with_plots("confusions"), *sections.confusions(figures)],
    )
    confidences = with_plots("bead-confidences", "flag-confidences")
    yield _Section("Confidences", confidences or [paragraph("There is no bead and no flag.")])
    yield _Section("Languages", sections.languages(figures))
    yield _Section("Sizes", [*with_plots("sizes"), *sections.sizes(figures)])
    yield _Section("Times", sections.times(figures, links))


def _figure(plot: Plot) -> str:
    address = f"data:image/svg+xml;base64,{base64.b64encode(plot.svg).decode()}"
    return f'<figure><img src="{address}" alt="{escape(plot.alternative)}"></figure>'


def _compared(figures: CollectionFigures) -> str:
    part = f"{figures.compared:,} of {figures.comparable:,} such flags were compared, evenly taken. "
    return paragraph(
        "Letters of the originals, by the flags whose first suggestion has a confidence of .5 and more; each "
        "flag counts as much as its suggestion is sure. "
        + part * (figures.compared < figures.comparable)
        + "“Of” is how often the letter was typed."
    )
