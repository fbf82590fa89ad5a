"""A bitext as text for the terminal: both sides with their flags, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from align.alignment.bead import Bead
from align.bitext import Bitext
from align.flag import Flag
from align.ocr.runtime.coverage import notice
from align.search import Hit
from align.text.document import SIDE_NAMES, SIDES, Side
from align.text.rules.debris import UNREADABLE
from align.text.rules.footnotes import FOOTNOTE
from align.text.sentence import Sentence
from align.text.side_text import SideText

_FAMILY_STYLE = {"ocr": "bold red", "layout": "bold yellow", "check": "bold magenta"}

MAX_NUMBERS = 20
"""Numbers of doubtful beads that the summary lists."""


def to_text(bitext: Bitext, width: int = 100) -> str:
    """A bitext as plain text.

    Args:
        bitext: What to show.
        width: Columns of the output.

    Returns:
        What a terminal of this width shows, without colours and trailing blanks.

    Example:
        >>> print(to_text(bitext, width=72))  # doctest: +SKIP
            1 {Баш} ответ получил.           I received your reply.          .98
              Баш → Ваш | Наш  .93 ocr.real-word  the translation says “your”
        …
    """
    console = Console(width=width, no_color=True, force_terminal=False, legacy_windows=False)
    with console.capture() as capture:
        console.print(renderable(bitext))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def renderable(bitext: Bitext) -> RenderableType:
    """The same for a rich console, with colours."""
    return Group(*_head(bitext), Styled(), *_rows(bitext), *_summary(bitext))


def _head(bitext: Bitext) -> Iterator[RenderableType]:
    metadata = bitext.documents[0].metadata
    if metadata.title:
        yield Styled(metadata.title, style="bold")
    about = [part for part in (metadata.date, metadata.original_language) if part]
    yield Styled(" · ".join([bitext.names, *about]), style="dim")
    for side, text in zip(SIDES, (bitext.source, bitext.target), strict=True):
        if text is None:
            yield Styled(f"No {SIDE_NAMES[side]} found here: shown alone, without beads.", style="yellow")


def _rows(bitext: Bitext) -> Iterator[RenderableType]:
    """Each bead, its flags below it, and a blank line."""
    flags: dict[int | None, list[Flag]] = {}
    for flag in bitext.flags:
        flags.setdefault(bitext.bead_of.get((flag.side, flag.sentence)), []).append(flag)
    for index, bead in enumerate(bitext.alignment.beads):
        here = flags.get(index, [])
        yield _row(bitext, index + 1, bead, here)
        for flag in here:
            yield Padding(_flag_line(flag), (0, 0, 0, 6))
        yield Styled()


def _row(bitext: Bitext, number: int, bead: Bead, flags: list[Flag]) -> Table:
    """One bead: its number, counted from 1, both sides next to each other, and its confidence."""
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=5, justify="right", style="dim")
    cells: list[RenderableType] = [Styled(str(number))]
    for text, indices in ((bitext.source, bead.source), (bitext.target, bead.target)):
        if text is not None:
            table.add_column(ratio=1, overflow="fold")
            here = [text.sentences[index] for index in indices]
            cells.append(_cell(here, flags, text) if here else _empty_cell(bitext, bead))
    if len(bitext.texts) == 2:
        table.add_column(width=5, justify="right", style="dim")
        cells.append(Styled(("?" if bead.doubtful else "") + _fraction(bead.confidence)))
    table.add_row(*cells)
    return table


def _fraction(confidence: float) -> str:
    """``.93``, ``1.0``."""
    return "1.0" if confidence >= 0.995 else f"{confidence:.2f}"[1:]


def _empty_cell(bitext: Bitext, bead: Bead) -> Styled:
    """A dash; behind it an arrow and the numbers of the beads where the partners stand, if they moved."""
    side: Side = "source" if bead.source else "target"
    other = SIDES[side == "source"]
    partners = (bitext.moved_to.get((side, index), ()) for index in bead.source or bead.target)
    numbers = sorted({bitext.bead_of[other, index] + 1 for indices in partners for index in indices})
    if not numbers:
        return Styled("—", style="dim")
    last = f"-{numbers[-1]}" if len(numbers) > 1 else ""
    return Styled(f"— → {numbers[0]}{last}", style=_FAMILY_STYLE["layout"])


def _cell(sentences: list[Sentence], flags: list[Flag], text: SideText) -> Styled:
    pieces = [
        _marked(sentence, [f for f in flags if f.side == text.side and f.sentence == sentence.index])
        for sentence in sentences
    ]
    return Styled(" ").join(pieces)


def _marked(sentence: Sentence, flags: list[Flag]) -> Styled:
    """The sentence with each flagged stretch in braces."""
    styled, at = Styled(), 0
    for start, stop, flag in _without_overlap(_places(sentence, flags)):
        styled.append(sentence.text[at:start])
        style = _FAMILY_STYLE[flag.kind.partition(".")[0]]
        styled.append("{" + sentence.text[start:stop] + "}", style=style)
        at = stop
    return styled.append(sentence.text[at:])


def _without_overlap(places: Iterable[tuple[int, int, Flag]]) -> list[tuple[int, int, Flag]]:
    """The places in order; of two that overlap only the shorter: a word rather than its sentence."""
    kept: list[tuple[int, int, Flag]] = []
    for place in sorted(places, key=lambda place: (place[1] - place[0], place[0])):
        if all(place[1] <= start or stop <= place[0] for start, stop, _ in kept):
            kept.append(place)
    return sorted(kept, key=lambda place: place[0])


def _places(sentence: Sentence, flags: Iterable[Flag]) -> Iterator[tuple[int, int, Flag]]:
    """Start and stop in the sentence's text of each flag on it."""
    for flag in flags:
        place = sentence.locate(flag.spans)
        if place is not None:
            yield (*place, flag)


def _flag_line(flag: Flag) -> Styled:
    """``Баш → Ваш  .93 ocr.real-word  reason``."""
    line = Styled()
    line.append(flag.text, style=_FAMILY_STYLE[flag.kind.partition(".")[0]])
    if flag.suggestions:
        suggestions = " | ".join(suggestion.text or "∅" for suggestion in flag.suggestions[:3])
        line.append(" → ").append(suggestions, style="green")
    line.append(f"  {_fraction(flag.confidence)} {flag.kind}", style="dim")
    return line.append(f"  {flag.reason}", style="italic")


def _summary(bitext: Bitext) -> Iterator[Styled]:
    if len(bitext.texts) == 2:
        yield from _bead_summary(bitext)
    yield _line(f"{len(bitext.flags)} flags", _counted(flag.kind for flag in bitext.flags))
    for text in bitext.texts:
        missing = notice(text.language)
        if missing is not None:
            yield Styled(missing)
    yield from map(Styled, bitext.notes)
    for text in bitext.texts:
        yield from _layout_summary(text)
    yield _excluded_summary(bitext)
    yield from _described_summary(bitext)


def _bead_summary(bitext: Bitext) -> Iterator[Styled]:
    """Counts of beads by type; the numbers of those that changed, are out of order, or are doubtful."""
    beads = bitext.alignment.beads
    yield _line(f"{len(beads)} beads", _counted(bead.type for bead in beads))
    if bitext.realigned:
        places = [str(bitext.bead_of[change.after[0].first] + 1) for change in bitext.realigned]
        yield _line(f"{len(places)} aligned otherwise once corrected", ", ".join(places))
    if bitext.alignment.crossings:
        yield _line(f"{len(bitext.alignment.crossings)} out of order", _crossings(bitext))
    doubtful = [str(number) for number, bead in enumerate(beads, start=1) if bead.doubtful]
    shown = ", ".join(doubtful[:MAX_NUMBERS]) + (" …" if doubtful[MAX_NUMBERS:] else "")
    yield _line(f"{len(doubtful)} doubtful", shown)


def _layout_summary(text: SideText) -> Iterator[Styled]:
    """How many footnotes of a side were moved, and the places of what could not be read."""
    side, raw = SIDE_NAMES[text.side], text.document.raw
    notes = sum(move.reason.startswith(FOOTNOTE) for move in text.moves)
    if notes:
        yield Styled(f"{notes} footnote{'s' if notes > 1 else ''} moved behind the text of the {side}")
    for piece in text.excluded:
        if piece.reason == UNREADABLE:
            first, last = (raw.count("\n", 0, at) + 1 for at in (piece.span.start, piece.span.stop))
            lines = f"line {first}" if first == last else f"lines {first}-{last}"
            yield Styled(f"{len(piece.span)} characters of the {side} cannot be read: {lines}")


def _excluded_summary(bitext: Bitext) -> Styled:
    """How many characters are no text of the document, by reason."""
    excluded: Counter[str] = Counter()
    for text in bitext.texts:
        for piece in text.excluded:
            excluded[piece.reason] += len(piece.span)
    total = sum(len(document.raw) for document in bitext.documents)
    return _line(
        f"{sum(excluded.values())} of {total} characters set aside",
        ", ".join(f"{count} {reason}" for reason, count in excluded.most_common()),
    )


def _described_summary(bitext: Bitext) -> Iterator[Styled]:
    """How many characters are no text because they describe the document: the head of an archive's page."""
    described = sum(len(span) for document in bitext.documents for span in document.spans("metadata"))
    if described:
        total = sum(len(document.raw) for document in bitext.documents)
        yield Styled(f"{described} of {total} characters describe the document")


def _crossings(bitext: Bitext) -> str:
    """``sentences 4-6 stand at 18-20 of the translation``, for each crossing."""
    shown = [crossing.places for crossing in bitext.alignment.crossings]
    return f"{'; '.join(shown)} of the translation"


def _line(what: str, detail: str) -> Styled:
    return Styled.assemble((what, "bold"), f": {detail}" if detail else "")


def _counted(names: Iterable[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in Counter(names).most_common())


def hits(found: Iterable[Hit], name: str) -> str:
    """A concordance: each hit in braces within its sentence, the other side of its bead below it.

    Args:
        found: What ``Bitext.find`` returns.
        name: The file's, printed before the bead's number, which is counted from 1.
    """
    pieces = []
    for hit in found:
        own, other = (hit.source, hit.target) if hit.side == "source" else (hit.target, hit.source)
        start, stop = hit.place
        text = own[hit.number]
        marked = f"{text[:start]}{{{text[start:stop]}}}{text[stop:]}"
        pieces.append(f"{name} {hit.bead + 1}\n  {marked}\n  {' '.join(other) or '—'}\n")
    return "".join(pieces)
