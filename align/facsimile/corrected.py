"""Pages with the corrections of a text in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from align.facsimile.corrected_words import corrected_words
from align.facsimile.decided import Corrector
from align.facsimile.facsimile import Facsimile, PlacedWord
from align.facsimile.line_edits import LineEdit, Stretch, line_edits
from align.facsimile.page import Page, PageBlock, PageLine, PageWord


@dataclass(frozen=True)
class PageCorrection:
    """A correction of the text of pages.

    Attributes:
        stretches: Where the old text stands, in reading order: code points of :attr:`Facsimile.text`.
        text: The new text; empty where the old is deleted.
        made: Who corrected it, and when.
    """

    stretches: tuple[Stretch, ...]
    text: str
    made: Corrector


Replaced = Mapping[int, Sequence[PageWord]]
"""Offset of a word in the text -> what stands in its place; nothing, or several words."""


def with_corrections(facsimile: Facsimile, corrections: Iterable[PageCorrection]) -> Facsimile:
    r"""The pages with corrected words; everything else is as it was.

    A line whose words are all deleted is left out, and a block without lines; pages stay.

    Args:
        facsimile: The pages as they were read.
        corrections: No two of them share a character.

    Example:
        >>> line = PageLine((PageWord("Баш"), PageWord("ответ")))
        >>> pages = Facsimile((Page(100, 100, (PageBlock((line,)),)),))
        >>> with_corrections(pages, [PageCorrection(((0, 3),), "Ваш", Corrector("anna"))]).text
        'Ваш ответ\n'
    """
    edits = sorted(
        (edit, one.made) for one in corrections for edit in line_edits(facsimile, one.stretches, one.text)
    )
    replaced: dict[int, Sequence[PageWord]] = {}
    for run, group in _runs(facsimile, edits):
        replaced.update(_replacements(facsimile, run, group))
    return _rebuilt(facsimile, replaced) if replaced else facsimile


Run = list[PlacedWord]
Made = tuple[LineEdit, Corrector]


def _runs(facsimile: Facsimile, edits: Iterable[Made]) -> Iterator[tuple[Run, list[Made]]]:
    """Words that edits touch, each with these edits; edits of one word are together."""
    run: Run = []
    group: list[Made] = []
    for edit, made in edits:
        words = facsimile.words_between(edit.start, edit.stop)
        if run and run[-1].start == words[0].start:
            run += words[1:]
            group.append((edit, made))
            continue
        if run:
            yield run, group
        run, group = list(words), [(edit, made)]
    if run:
        yield run, group


def _replacements(facsimile: Facsimile, run: Run, group: Sequence[Made]) -> Replaced:
    """What stands in the place of the words of a run: all of it in the place of the first."""
    at, text = run[0].start, ""
    for edit, _ in group:
        text += facsimile.text[at : edit.start] + edit.text
        at = edit.stop
    text += facsimile.text[at : run[-1].stop]
    words = [one.word for one in run]
    if text.split() == [word.text for word in words]:
        return {}
    latest = max((made for _, made in group), key=lambda made: made.at)
    made = corrected_words(words, [one.box for one in run], text, latest)
    return {one.start: made if one is run[0] else () for one in run}


def _rebuilt(facsimile: Facsimile, replaced: Replaced) -> Facsimile:
    lines: dict[tuple[int, int], list[PageLine]] = {}
    for line in facsimile.lines:
        changed = _line(line.line, line.start, replaced)
        if changed is not None:
            lines.setdefault((line.page, line.block), []).append(changed)
    pages = tuple(_page(page, number, lines) for number, page in enumerate(facsimile.pages))
    return replace(facsimile, pages=pages)


def _line(line: PageLine, start: int, replaced: Replaced) -> PageLine | None:
    words: list[PageWord] = []
    at, same = start, True
    for word in line.words:
        instead = replaced.get(at)
        words += [word] if instead is None else instead
        same = same and instead is None
        at += len(word.text) + 1
    return line if same else replace(line, words=tuple(words)) if words else None


def _page(page: Page, number: int, lines: Mapping[tuple[int, int], Sequence[PageLine]]) -> Page:
    blocks = ((block, lines.get((number, at), ())) for at, block in enumerate(page.blocks))
    return replace(page, blocks=tuple(_block(block, kept) for block, kept in blocks if kept))


def _block(block: PageBlock, lines: Sequence[PageLine]) -> PageBlock:
    return replace(block, lines=tuple(lines))
