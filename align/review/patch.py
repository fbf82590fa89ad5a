"""The difference of two states of a review; its inverse undoes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from align.review.place import Place
from align.review.row import Row

How = Literal["accepted", "edited", "kept", "right", "answered"]


@dataclass(frozen=True)
class Verdict:
    """A decision about the text at a place.

    ``text``: what shall stand there; None where the text stays as it was read. ``how``: ``kept``: the doubt
    was dismissed; ``right``: the word is whitelisted; ``answered``: no decision, but a correction in the same
    row removed the reason for the doubt.
    """

    text: str | None
    how: How


@dataclass(frozen=True)
class Patch:
    """From row number ``at`` on, the rows ``old`` become ``new``.

    ``verdicts``: place, verdict before, verdict after; None: there is none. ``words``, ``restored``:
    whitelisted words and restored places, and whether each is a member after the patch.
    """

    at: int = 0
    old: tuple[Row, ...] = ()
    new: tuple[Row, ...] = ()
    verdicts: tuple[tuple[Place, Verdict | None, Verdict | None], ...] = ()
    words: tuple[tuple[str, bool], ...] = ()
    restored: tuple[tuple[Place, bool], ...] = ()

    def inverse(self) -> Patch:
        """The patch that undoes this one."""
        return Patch(
            self.at,
            self.new,
            self.old,
            tuple((place, after, before) for place, before, after in self.verdicts),
            tuple((word, not member) for word, member in self.words),
            tuple((place, not member) for place, member in self.restored),
        )
