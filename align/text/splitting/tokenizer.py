"""The tokens that spaCy makes of a text, without loading spaCy.

spaCy imports torch where it is installed, which takes 2 s and 270 MB at every start, and of all it can do a
sentence rules need the tokenizer alone. Here its rules (:mod:`align.text.splitting.tokenizer_rules`) are
applied as spaCy describes it: https://spacy.io/usage/linguistic-features#how-tokenizer-works. Tests compare
the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

MAX_KEPT = 1 << 16
"""Chunks between spaces whose tokens are kept."""

Search = re.Pattern[str] | None


class SpacyToken(NamedTuple):
    """A token of a text: ``start`` in code points; ``spaced``: whether a single space follows it."""

    text: str
    start: int
    spaced: bool


@dataclass(frozen=True, eq=False)
class Tokenizer:
    """The rules of a language.

    Attributes:
        prefix: Of a chunk, what is cut off before it.
        suffix: What is cut off behind it.
        infix: What is cut out inside it.
        uncut: Chunks that stay as they are.
        address: Web addresses, which stay as they are once prefixes and suffixes are cut off.
        exceptions: Texts and the tokens that they are cut into.
        phrases: Exceptions that the rules above would cut.
    """

    prefix: Search
    suffix: Search
    infix: Search
    uncut: Search
    address: Search
    exceptions: Mapping[str, Sequence[str]]
    phrases: Sequence[str]
    _known: dict[str, list[str]] = field(default_factory=dict, repr=False)

    def __call__(self, text: str) -> list[SpacyToken]:
        """The tokens of a text; white space but for single spaces between tokens is a token, too."""
        found: list[SpacyToken] = []
        for chunk, start, spaced in _chunks(text):
            at = start
            for piece in self._pieces(chunk):
                found.append(SpacyToken(piece, at, spaced=False))
                at += len(piece)
            found[-1] = found[-1]._replace(spaced=spaced)
        return self._with_phrases(found) if self.phrases else found

    def _pieces(self, chunk: str) -> list[str]:
        known = self._known.get(chunk)
        if known is None:
            known = self._cut(chunk, self.exceptions)
            if len(self._known) < MAX_KEPT:
                self._known[chunk] = known
        return known

    def _cut(self, chunk: str, exceptions: Mapping[str, Sequence[str]]) -> list[str]:
        """The tokens of a chunk without spaces."""
        if chunk in exceptions:
            return list(exceptions[chunk])
        core, before, behind = self._affixes(chunk, exceptions)
        return [*before, *self._core(core, exceptions), *reversed(behind)]

    def _affixes(
        self, chunk: str, exceptions: Mapping[str, Sequence[str]]
    ) -> tuple[str, list[str], list[str]]:
        """What is left of a chunk, its prefixes, and its suffixes from the end inwards."""
        before: list[str] = []
        behind: list[str] = []
        size = -1
        while chunk and len(chunk) != size:
            if (self.uncut and self.uncut.match(chunk)) or chunk in exceptions:
                break
            size = len(chunk)
            first = _length(self.prefix, chunk)
            if first and chunk[first:] in exceptions:
                before.append(chunk[:first])
                return chunk[first:], before, behind
            last = _length(self.suffix, chunk[first:])
            if last and chunk[:-last] in exceptions:
                behind.append(chunk[-last:])
                return chunk[:-last], before, behind
            if first + last > size:
                last = 0
            if first:
                before.append(chunk[:first])
            if last:
                behind.append(chunk[-last:])
            chunk = chunk[first : size - last]
        return chunk, before, behind

    def _core(self, chunk: str, exceptions: Mapping[str, Sequence[str]]) -> Sequence[str]:
        """The tokens of a chunk without prefixes and suffixes."""
        if not chunk:
            return []
        if chunk in exceptions:
            return exceptions[chunk]
        whole = (pattern for pattern in (self.uncut, self.address) if pattern is not None)
        if self.infix is None or any(pattern.match(chunk) for pattern in whole):
            return [chunk]
        pieces, at = [], 0
        for match in self.infix.finditer(chunk):
            if match.start():
                pieces += [chunk[at : match.start()], match[0]]
                at = match.end()
        return [piece for piece in (*pieces, chunk[at:]) if piece]

    def _with_phrases(self, tokens: Sequence[SpacyToken]) -> list[SpacyToken]:
        """The tokens, those that together are an exception replaced by its tokens; the longest first."""
        places = sorted(self._phrases_in(tokens), key=lambda place: (-len(place), place.start))
        taken: set[int] = set()
        replaced: dict[int, range] = {}
        for place in places:
            if place.start not in taken and place.stop - 1 not in taken:
                replaced[place.start] = place
            taken.update(place)
        found: list[SpacyToken] = []
        at = 0
        while at < len(tokens):
            place = replaced.get(at, range(at, at + 1))
            found += self._exception(tokens[place.start : place.stop])
            at = place.stop
        return found

    def _phrases_in(self, tokens: Sequence[SpacyToken]) -> Iterator[range]:
        """Where the tokens of exceptions stand."""
        texts = tuple(token.text for token in tokens)
        for start, text in enumerate(texts):
            for phrase in self._by_first.get(text, ()):
                if texts[start : start + len(phrase)] == phrase:
                    yield range(start, start + len(phrase))

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[tuple[str, ...]]]:
        """The tokens that phrases have by the rules alone, by the first of them."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for text in self.phrases:
            tokens = tuple(piece for chunk, _, _ in _chunks(text) for piece in self._cut(chunk, {}))
            found.setdefault(tokens[0], []).append(tokens)
        return found

    def _exception(self, tokens: Sequence[SpacyToken]) -> Sequence[SpacyToken]:
        """The tokens of an exception that these tokens are together; else these."""
        text = "".join(token.text + " " * token.spaced for token in tokens[:-1]) + tokens[-1].text
        if len(tokens) == 1 or text not in self.exceptions:
            return tokens
        found, at = [], tokens[0].start
        for piece in self.exceptions[text]:
            found.append(SpacyToken(piece, at, spaced=False))
            at += len(piece)
        return [*found[:-1], found[-1]._replace(spaced=tokens[-1].spaced)]


def _length(pattern: Search, text: str) -> int:
    match = pattern.search(text) if pattern is not None else None
    return 0 if match is None else match.end() - match.start()


def _chunks(text: str) -> Iterator[tuple[str, int, bool]]:
    """Runs of white space and of all else, with their places; a single space belongs to the run before it."""
    for match in re.finditer(r"\S+|\s+", text):
        run, start = match[0], match.start()
        if run.isspace() and start and run[0] == " ":
            run, start = run[1:], start + 1
        if run:
            stop = start + len(run)
            yield run, start, not run.isspace() and text[stop : stop + 1] == " "
