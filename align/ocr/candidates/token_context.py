"""A token among its neighbours, and how to spell what it may have been."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.candidates.lookup import is_doubtful
from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.channel.channel import Channel
from align.ocr.doubt.token_reading import TokenReading
from align.ocr.lattice import marks
from align.ocr.lattice.candidate import Candidate
from align.text.token import Token

KEPT = 1 << 14
"""Tokens whose words, and words whose capitals, are kept."""

HYPHENS = "-\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}"


@dataclass(frozen=True, eq=False)
class TokenContext:
    """A token among its neighbours, with what is needed to generate candidates for it.

    ``position``: of the token in its sentence. ``found``: forms by query. ``target_words``: words of the
    translation, which may stand here in their own letters. ``printed``: the tokens as they are printed, where
    the sentence is in the old spelling; else ``None``. ``respelt``: of a folded word the readings that no
    list needs to have. ``reading``: how the engine read the token, where it stands on a page.
    """

    tokens: Sequence[Token]
    position: int
    lexicon: Lexicon
    channel: Channel
    found: Mapping[LookupQuery, tuple[str, ...]]
    target_words: tuple[str, ...] = ()
    printed: Sequence[Token] | None = None
    respelt: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reading: TokenReading | None = None

    @property
    def token(self) -> Token:
        """The token itself."""
        return self.tokens[self.position]

    @property
    def following(self) -> Token | None:
        """The token after it in its sentence."""
        return self.tokens[self.position + 1] if self.position + 1 < len(self.tokens) else None

    def candidate(self, text: str, rule: str, width: int = 1) -> Candidate:
        """A candidate for this token and ``width - 1`` more."""
        return Candidate(self.position, self.position + width, text, rule)


class ObservedWord(NamedTuple):
    """A part of a token taken for a misread word, and the marks left around it."""

    lead: str
    query: LookupQuery
    trail: str


def observed_words(token: Token, lexicon: Lexicon) -> Sequence[ObservedWord]:
    """The core alone; where it is doubtful, also with marks beside it that may be misread letters."""
    return _observed_words(token.lead, token.core, token.trail, lexicon)


@lru_cache(maxsize=KEPT)
def _observed_words(lead: str, own: str, trail: str, lexicon: Lexicon) -> Sequence[ObservedWord]:
    """The same; kept, since several rules ask for the words of a token."""
    if not any(map(str.isalpha, own)):
        return []
    core = fold(own)
    doubt = is_doubtful(core, lexicon)
    parts = [ObservedWord(lead, LookupQuery(core, doubt), trail)]
    if not doubt:
        return parts
    parts += [
        ObservedWord(lead, LookupQuery(core + fold(trail[:n]), doubtful=True), trail[n:])
        for n in range(1, min(len(trail), 2) + 1)
    ]
    if lead and not marks.BEFORE.fullmatch(lead):
        query = LookupQuery(fold(lead[-1]) + core, doubtful=True)
        parts.append(ObservedWord(lead[:-1], query, trail))
    return parts


def with_case_of(form: str, observed: str) -> str:
    """A folded form with the capitals of the observed word: all, the first, or none."""
    return _case_of(observed)(form)


@lru_cache(maxsize=KEPT)
def _case_of(observed: str) -> Callable[[str], str]:
    """From a folded form to the form with the capitals of the observed word."""
    letters = [character for character in observed if character.isalpha()]
    if len(letters) > 1 and all(map(str.isupper, letters)):
        return str.upper
    if letters and letters[0].isupper():
        return _capitalise_parts if _each_capital(observed) else capitalise
    return str


def capitalise(form: str) -> str:
    """The form with its first letter a capital."""
    return form[:1].upper() + form[1:]


def _capitalise_parts(form: str) -> str:
    return "-".join(map(capitalise, form.split("-")))


def _each_capital(observed: str) -> bool:
    parts = [part for part in observed.split("-") if part]
    return len(parts) > 1 and all(part[0].isupper() for part in parts)


def toggle_case(text: str) -> str | None:
    """The text with its first letter a capital instead of small, or the reverse; ``None`` without letters."""
    at = next((i for i, character in enumerate(text) if character.isalpha()), None)
    if at is None:
        return None
    head = text[at].lower() if text[at].isupper() else text[at].upper()
    return text[:at] + head + text[at + 1 :]
