"""The quality report of a folder: one page of HTML to hand in, which needs no network and prints well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from align.flag import KIND_NAMES
from align.folder.document_review import document_review
from align.folder.document_state import UNREAD, DocumentState, document_state
from align.folder.figures import QualityFigures, quality_figures
from align.folder.folder import Folder
from align.folder.folder_document import FolderContents
from align.folder.html_parts import bullets, heading, page, paragraph, table
from align.folder.made_here import REPORT_MARK
from align.review.journal import now
from align.text.document import SIDE_NAMES

HOW_TO_READ = """\
A doubt is a place that the program asked a person to look at: a word that the scanner may have misread, \
or a place where the translation may differ from the original; it is answered when a person decided on it.
A pair is one or more sentences with their translation: "sure" means that the program or a person is \
certain of the pairing, "likely" that an error would be a surprise, "please look" that a person should check.
The share of wrong characters is an estimate: it counts what was corrected and what is still in doubt, and \
cannot count an error that neither the program nor a person noticed.
""".splitlines()

COLUMNS = ("Document", "State", "Sentences", "Pairs", "Paired surely", "Doubts", "Answered", "Open",
           "Corrections", "Wrong characters in the original, before", "now")  # fmt: skip


@dataclass(frozen=True)
class _Part:
    """One document of the report."""

    state: DocumentState
    figures: QualityFigures


def quality_report(folder: Folder) -> str:
    """The report on a folder as it stands; nothing is computed anew.

    Args:
        folder: The folder.

    Returns:
        A page of HTML without script.

    Raises:
        ReadError: The folder or its word list cannot be read.
    """
    contents = folder.contents()
    parts = []
    for document in contents.documents:
        found = document_review(folder, document)
        parts.append(_Part(document_state(found), quality_figures(found)))
    return _page(folder.path.resolve().name, contents, parts)


def _page(name: str, contents: FolderContents, parts: Sequence[_Part]) -> str:
    styles = files("align.folder").joinpath("report.css").read_text("utf-8")
    body = "\n".join(_body(name, contents, parts))
    return page(f"Quality report: {name}", body, styles, head=REPORT_MARK)


def _body(name: str, contents: FolderContents, parts: Sequence[_Part]) -> Iterator[str]:
    total = sum((part.figures for part in parts), QualityFigures())
    yield heading(1, f"Quality report: {name}")
    yield paragraph(f"As it stands on {now()[:10]}. {_summary(parts, total)}", "summary")
    yield heading(2, "How to read it")
    yield bullets(HOW_TO_READ)
    yield heading(2, "All documents")
    yield table(COLUMNS, map(_line, parts), _cells("Together", "", total))
    yield heading(2, "What was not reviewed")
    yield bullets(_not_reviewed(contents, parts)) or paragraph("Nothing: every doubt was answered.")
    for part in parts:
        if part.state.stage not in UNREAD:
            yield f"<section>{''.join(_section(part))}</section>"


def _summary(parts: Sequence[_Part], total: QualityFigures) -> str:
    reviewed = sum(part.state.stage == "reviewed" for part in parts)
    answered = total.found.total() - total.open.total()
    return (
        f"Documents without an open doubt: {reviewed} of {len(parts)}. Doubts answered: {answered} of "
        f"{total.found.total()}. Corrections made: {total.corrections.total()}."
    )


def _line(part: _Part) -> Sequence[str]:
    state = part.state
    if state.stage in UNREAD:
        return (state.document.name, state.label, *["–"] * (len(COLUMNS) - 2))
    return _cells(state.document.name, state.label, part.figures)


def _cells(name: str, label: str, figures: QualityFigures) -> Sequence[str]:
    found, still_open = figures.found.total(), figures.open.total()
    counts = (found, found - still_open, still_open, figures.corrections.total())
    rates = (figures.rate_before, figures.rate_after)
    pairs = (str(figures.sentences), str(figures.pairs.total()), percent(figures.sure, 0))
    return (name, label, *pairs, *map(str, counts), *(percent(rate, 2) for rate in rates))


def percent(fraction: float | None, digits: int) -> str:
    """A fraction 0-1 as per cent; a dash where it is unknown.

    Example:
        >>> percent(0.1234, 1), percent(None, 0)
        ('12.3 %', '–')
    """
    return "–" if fraction is None else f"{fraction * 100:.{digits}f} %"


def _not_reviewed(contents: FolderContents, parts: Sequence[_Part]) -> Iterator[str]:
    unread = [part.state.document.name for part in parts if part.state.stage == "new"]
    if unread:
        yield f"not read yet: {', '.join(unread)}"
    for part in parts:
        state, figures = part.state, part.figures
        if state.failure:
            yield f"{state.document.label} could not be read: {state.failure}"
        if state.missing is not None:
            yield f"{state.document.label}: no {SIDE_NAMES[state.missing]}, compared with nothing"
        if figures.open or figures.left:
            yield (
                f"{part.state.document.name}: {counted(figures.open.total(), 'doubt')} open, "
                f"{counted(figures.left, 'row')} to look at"
            )
        if figures.later:
            yield f"{part.state.document.name}: {counted(figures.later, 'row')} put off for later"
    for one in contents.unclear:
        yield f"unclear which documents they are: {', '.join(path.name for path in one.files)}"
    yield from (f"{one.name} skipped: {one.reason}" for one in contents.skipped)


def counted(count: int, word: str) -> str:
    """A number with its word.

    Example:
        >>> counted(1, "row"), counted(2, "row")
        ('1 row', '2 rows')
    """
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _section(part: _Part) -> Iterator[str]:
    """The part of one document."""
    state, figures = part.state, part.figures
    yield heading(2, state.document.name)
    if state.title not in {state.document.label, state.document.files[0].name}:
        yield paragraph(state.title, "title")
    yield paragraph(f"{state.document.label}: {state.label}. {_who(state)}")
    yield bullets(_facts(figures))
    if figures.found:
        yield table(("Doubts", "Found", "Answered", "Open"), _kinds(figures))


def _who(state: DocumentState) -> str:
    if not state.reviewers:
        return "Nobody has decided anything yet."
    names = ", ".join(f"{name} ({counted(count, 'decision')})" for name, count in state.reviewers)
    return f"Reviewed by {names}, last on {state.last[:10]}."


def _facts(figures: QualityFigures) -> Iterator[str]:
    pairs = figures.pairs
    yield (
        f"{counted(figures.sentences, 'sentence')} in {counted(pairs.total(), 'pair')}: "
        f"{pairs['sure']} sure, {pairs['likely']} likely, {pairs['look']} please look; "
        f"{figures.unpaired} without a partner"
    )
    made = ", ".join(f"{count} by {name}" for name, count in figures.corrections.most_common())
    yield f"corrections made: {made or 'none'}"
    before, after = percent(figures.rate_before, 2), percent(figures.rate_after, 2)
    yield f"wrong characters in the original, estimated: {before} as received, {after} now"
    if figures.aside:
        yield f"{counted(figures.aside, 'passage')} set aside: page numbers, stamps and the like"


def _kinds(figures: QualityFigures) -> Iterable[Sequence[str]]:
    """A line for each kind of doubt, in the order in which the kinds are listed."""
    for kind, words in KIND_NAMES.items():
        found, still_open = figures.found[kind], figures.open[kind]
        if found:
            yield words, str(found), str(found - still_open), str(still_open)
