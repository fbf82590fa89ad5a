"""Names that are another's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from align.check.context import CheckContext
from align.check.line import Line
from align.flag import Flag
from align.names.phonetic import alike, stem
from align.names.similarity import likeness

NAME = re.compile(r"[^\W\d_](?:[\w]|['’-](?=\w))+")
OPENERS = ".!?…:;«“„\"'‘—–-(•"
POSSESSIVE = re.compile(r"['’]s?$|['’]s\b")
ALIKE = 0.1
"""Likeness (fraction 0-1, beyond that of chance) from which two words may be one name."""

TAKEN = 0.7
"""Likeness beyond that of chance (fraction 0-1) from which a word is surely one name and no other."""

OFTEN = 0.6
"""Share of their beads (Dice's coefficient) that names must share to be renderings of each other."""

TRANSLATED = 0.62
"""Cosine of two words' vectors from which one may translate the other (``Китай``, ``China``)."""

COMMON = 4.0
"""Zipf frequency from which a Russian name may have an English form of its own."""


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised word at ``start:stop`` of a line; ``opens``: a sentence or quotation begins with it."""

    start: int
    stop: int
    text: str
    opens: bool = False

    @property
    def bare(self) -> str:
        """Without the possessive."""
        return POSSESSIVE.sub("", self.text)


def names_of(line: Line, text: str, *, opening: bool = False) -> tuple[Name, ...]:
    """The names of ``text``, which is the line's or as long; none of a line in capitals.

    ``opening``: words that begin a sentence or quotation too.
    """
    letters = [letter for letter in text if letter.isalpha()]
    if sum(map(str.isupper, letters)) * 2 > len(letters):
        return ()
    found = []
    for match in NAME.finditer(text):
        word = match.group()
        before = line.text[: match.start()].rstrip()
        opens = match.start() in line.starts or before[-1:] in OPENERS
        if word[0].isupper() and word[1].islower() and len(word) > 2 and (opening or not opens):
            found.append(Name(match.start(), match.end(), word, opens))
    return tuple(found)


def swapped(matter: CheckContext) -> Iterator[Flag]:
    """A name of the translation that the original does not have, where a name of the original is lost.

    Both must be names that are spelt by ear: met elsewhere in the document with a rendering of its own, or
    so rare that no other form is likely.
    """
    known = NameStatistics.of(matter)
    for both in matter.both:
        lost = [name for name in _unmet(both.source, both.target, matter) if known.source(name)]
        added = [name for name in _unmet(both.target, both.source, matter) if known.target(name.bare)]
        lost = [one for one in lost if not any(known.together(one.bare, name) for name in _bare(both.target))]
        added = [
            one for one in added if not any(known.together(name, one.bare) for name in _bare(both.source))
        ]
        for partner, name in zip(lost, added, strict=False):
            reason = f"the original has {partner.text}, which the translation lacks."
            yield both.target.flag(name.start, name.stop, "check.name", 0.8, reason)


def _bare(line: Line) -> list[str]:
    return [name.bare for name in names_of(line, line.own, opening=True)]


def _unmet(line: Line, other: Line, matter: CheckContext) -> list[Name]:
    """Names of a line that no word of the other side sounds like or means.

    A word that is clearly another name of the line (``Stiva``, ``Стива``) answers no third one by ear.
    """
    there = [part for word in NAME.findall(other.readings) for part in _parts(POSSESSIVE.sub("", word))]
    names = names_of(line, line.sure, opening=line.side == "source")
    taken = {word for word in there if any(likeness(name.bare, word) > TAKEN for name in names)}
    free = [word for word in there if word not in taken]
    unheard = [
        name
        for name in names
        if not any(alike(part, word) for part in _parts(name.bare) for word in free if word[0].isupper())
        and not any(likeness(part, word) > 0 for part in _parts(name.bare) for word in there)
    ]
    return [name for name in unheard if not _meant(name.bare, free, matter)]


def _parts(name: str) -> list[str]:
    """A name, and the pieces between its hyphens."""
    return [name, *(part for part in name.split("-") if len(part) > 2 and part != name)]


def _meant(name: str, there: Sequence[str], matter: CheckContext) -> bool:
    """Whether a word of the other side may translate the name (``Китай``, ``China``)."""
    words = [word for word in there if len(word) > 3]
    if matter.encoder is None or not words:
        return False
    vectors = matter.encoder.encode([name, *words])
    return float((vectors[1:] @ vectors[0]).max()) > TRANSLATED


@dataclass(frozen=True, eq=False)
class NameStatistics:
    """What the document shows of its names: ``heard`` are spelt alike on both sides somewhere.

    ``often``: pairs of names that stand in the same beads, twice or more and mostly. ``answers``: what
    was asked before.
    """

    heard: frozenset[str]
    often: frozenset[tuple[str, str]]
    languages: tuple[str, str]
    answers: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, matter: CheckContext) -> NameStatistics:
        """From all pairs of the document."""
        heard: set[str] = set()
        here, there, shared = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
        for both in matter.both:
            sources, targets = ({*_bare(line)} for line in (both.source, both.target))
            stems = {stem(name) for name in sources}
            here.update(stems)
            there.update(targets)
            shared.update((one, other) for one in stems for other in targets)
            heard |= {name for name in targets if any(likeness(one, name) > ALIKE for one in sources)}
        often = {
            (one, other)
            for (one, other), count in shared.items()
            if count > 1 and 2 * count >= OFTEN * (here[one] + there[other])
        }
        return cls(frozenset(heard), frozenset(often), matter.languages)

    def source(self, name: Name) -> bool:
        """Whether a name of the original is spelt by ear; a word that opens a sentence may be no name."""
        return not name.opens or self._heard(name.bare)

    def _heard(self, name: str) -> bool:
        if name not in self.answers:
            self.answers[name] = any(likeness(name, other) > ALIKE for other in self.heard)
        return self.answers[name]

    def target(self, name: str) -> bool:
        """Whether a name of the translation is spelt by ear."""
        return name in self.heard or _rare(name, self.languages[1])

    def together(self, one: str, other: str) -> bool:
        """Whether the two go together in this document, however they are spelt: no other goes with them."""
        return (stem(one), other) in self.often and not self._heard(one) and other not in self.heard


def _rare(name: str, language: str) -> bool:
    from wordfreq import zipf_frequency

    return zipf_frequency(name, language) < COMMON
