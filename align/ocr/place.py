"""A chunk among its neighbours, and how to spell what it may have been."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from align.ocr import marks
from align.ocr.candidates import Query, doubted
from align.ocr.confusion import Channel
from align.ocr.lexicon import Lexicon
from align.ocr.reading import Reading
from align.ocr.tokens import Chunk, fold

HYPHENS = "-\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}"


@dataclass(frozen=True, eq=False)
class Place:
    """A chunk among its neighbours, with what is needed to propose readings for it.

    ``found``: candidates by query. ``foreign``: words of the translation that may stand here as they are.
    """

    chunks: Sequence[Chunk]
    at: int
    lexicon: Lexicon
    channel: Channel
    found: Mapping[Query, tuple[str, ...]]
    foreign: tuple[str, ...] = ()

    @property
    def chunk(self) -> Chunk:
        """The chunk itself."""
        return self.chunks[self.at]

    @property
    def following(self) -> Chunk | None:
        """The chunk after it in its sentence."""
        return self.chunks[self.at + 1] if self.at + 1 < len(self.chunks) else None

    def reads(self, text: str, rule: str, width: int = 1) -> Reading:
        """A reading of this chunk and ``width - 1`` more."""
        return Reading(self.at, self.at + width, text, rule)


@dataclass(frozen=True, slots=True)
class Noisy:
    """A part of a chunk taken for a misread word, and the marks left around it."""

    lead: str
    query: Query
    trail: str


def noisy_parts(chunk: Chunk, lexicon: Lexicon) -> list[Noisy]:
    """The core alone; and, when it is doubted, with marks beside it that may be misread letters."""
    if not any(map(str.isalpha, chunk.core)):
        return []
    core = fold(chunk.core)
    doubt = doubted(core, lexicon)
    parts = [Noisy(chunk.lead, Query(core, doubt), chunk.trail)]
    if not doubt:
        return parts
    parts += [
        Noisy(chunk.lead, Query(core + fold(chunk.trail[:n]), doubted=True), chunk.trail[n:])
        for n in range(1, min(len(chunk.trail), 2) + 1)
    ]
    if chunk.lead and not marks.BEFORE.fullmatch(chunk.lead):
        parts.append(Noisy(chunk.lead[:-1], Query(fold(chunk.lead[-1]) + core, doubted=True), chunk.trail))
    return parts


def cased(form: str, observed: str) -> str:
    """A folded form with the capitals of what was read: all, the first, or none."""
    letters = [character for character in observed if character.isalpha()]
    if len(letters) > 1 and all(map(str.isupper, letters)):
        return form.upper()
    if letters and letters[0].isupper():
        return "-".join(map(capital, form.split("-"))) if _each_capital(observed) else capital(form)
    return form


def capital(form: str) -> str:
    """With its first letter a capital."""
    return form[:1].upper() + form[1:]


def _each_capital(observed: str) -> bool:
    parts = [part for part in observed.split("-") if part]
    return len(parts) > 1 and all(part[0].isupper() for part in parts)


def other_case(text: str) -> str | None:
    """The text with its first letter's case turned; its other letters small if any of them is a capital."""
    at = next((i for i, character in enumerate(text) if character.isalpha()), None)
    if at is None:
        return None
    head = text[at].lower() if text[at].isupper() else text[at].upper()
    return text[:at] + head + text[at + 1 :]
