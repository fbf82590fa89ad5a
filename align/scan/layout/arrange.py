"""What an engine read on a page, put in order: what is no running text marked and moved behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from align.facsimile.kinds import HANDWRITING, MARGINALIA, NOISE, reason_aside
from align.facsimile.page import Page
from align.scan.layout.broken import rejoined
from align.scan.layout.legibility import legibility, long_share, sureness
from align.scan.layout.margin import TYPED, margin_groups
from align.scan.layout.order import in_order

UNSURE = 0.5
"""Mean confidence of a page below which the reading is unsure."""
LEGIBLE = 0.13
"""The part of its letters in words of which the engine is sure, below which an unsure reading is none:
worn typescript had .22 and more, handwriting and backs seen through .07 and less."""
HARDLY = 0.05
"""The same where most of it is long words: a few lines of the worst typescript had .10."""
LONG = 0.55
"""The part of its letters in long words from which that is so: typescript .7, handwriting .42 at most."""
MARKS = 0.35
"""The same of a block elsewhere, below which it is no text where the engine is sure of no word in it."""

GUESSED = frozenset({"caption", "textfloat"})
"""Kinds that Tesseract gives to what stands by itself, text or not."""


@dataclass(frozen=True)
class Arranged:
    """A page in order. ``notes``: names of :data:`~align.scan.layout.notes.WORDS`, what was found on it."""

    page: Page
    notes: tuple[str, ...] = ()


def arrange(page: Page) -> Arranged:
    """A page with its running text first; marginal notes, handwriting and marks stand behind it, marked.

    Args:
        page: As the engine read it, its lines level.

    Returns:
        The same blocks. A page on which no word was read has none: what stands there cannot be read.
    """
    if not page.blocks:
        return Arranged(page, ("unread",))
    if not _is_text(page):
        return Arranged(replace(page, blocks=()), ("unread",))
    kinds = _kinds(page)
    blocks = [replace(block, kind=_kind(block.kind, kinds[at])) for at, block in enumerate(page.blocks)]
    running = in_order(rejoined([block for block in blocks if reason_aside(block.kind) is None]))
    behind = [block for block in blocks if reason_aside(block.kind) is not None]
    if not running:
        return Arranged(page)
    return Arranged(
        replace(page, blocks=(*running, *behind)), tuple(sorted({kind for kind in kinds if kind}))
    )


def _is_text(page: Page) -> bool:
    """Whether what was read of a page can be its text."""
    if sureness(page.blocks) >= UNSURE:
        return True
    letters = sum(len(word.text) for line in page.lines for word in line.words)
    return legibility(page) >= letters * (HARDLY if long_share(page) >= LONG else LEGIBLE)


def _kind(given: str, found: str) -> str:
    return found or given if given in GUESSED else given or found


def _kinds(page: Page) -> list[str]:
    """The kind of each block; empty for running text."""
    kinds = ["" for _ in page.blocks]
    for group in margin_groups(page):
        kind = MARGINALIA if sureness([page.blocks[at] for at in group]) >= TYPED else HANDWRITING
        for at in group:
            kinds[at] = kind
    for at, block in enumerate(page.blocks):
        if not kinds[at] and sureness([block]) < MARKS and not legibility(Page(1, 1, (block,))):
            kinds[at] = NOISE
    return kinds
