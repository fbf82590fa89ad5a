"""What speaks for each reading, as named numbers.

Every number is a difference to what was read at the same place, so that the observed text is the zero of all.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from align.lang.folding import fold
from align.ocr.channel.channel import Channel
from align.ocr.channel.engines import foreign_script_channel
from align.ocr.lattice import marks
from align.ocr.lattice.candidate import AS_READ, UNPROPOSED
from align.ocr.lattice.lattice import CandidateLattice
from align.text.token import Token, parse

Values = NDArray[np.float64]
ZIPF_ORIGIN = 9.0
WITHOUT_CHANNEL = (UNPROPOSED, "double")
"""Rules of readings of which the channel says nothing: a word said twice is no misread letter."""
OF_A_NAME = re.compile(r"\w{3,}(?:ов|ев|ин)ск(?:ий|ая|ое|ие|ого|ому|ой|ую|им|ом|их|ими)")
"""Russian makes such adjectives of any surname: лисынмановской."""
REFERENCE = re.compile(r"(?=.*\d)(?:[^\W\d_]{0,3}[./№-]*\d[\d./:,-]*(?:-?[^\W\d_]{1,3})?)")


def channel_scores(page: CandidateLattice, noisy: Channel, rows: NDArray[np.int64] | None = None) -> Values:
    """Nats that the typed text was read as this, negative or 0, for these rows or all."""
    asked = range(len(page.candidates)) if rows is None else rows.tolist()
    costs = np.zeros(len(asked))
    by_channel: dict[Channel, list[int]] = {}
    foreign_letters = foreign_script_channel(latin=page.lexicon.writes("a"))
    for at, row in enumerate(asked):
        _, reading = page.candidates[row]
        if reading.changed and reading.rule not in WITHOUT_CHANNEL:
            own = foreign_letters if reading.rule == "foreign" else noisy
            by_channel.setdefault(own, []).append(at)
    for own, places in by_channel.items():
        pairs = [
            (page.candidates[row][1].text, page.observed_texts[row]) for row in (asked[at] for at in places)
        ]
        once = {pair: number for number, pair in enumerate(dict.fromkeys(pairs))}
        found = own.costs(*zip(*once, strict=True))
        costs[places] = found[[once[pair] for pair in pairs]]
    return -costs


def lexical_features(page: CandidateLattice) -> Mapping[str, Values]:
    """Evidence from the forms of the words and marks alone, by name, each of shape ``(n_readings,)``."""
    texts: dict[str, int] = {}
    typed = [
        observed if reading.rule in (AS_READ, UNPROPOSED) else reading.text
        for observed, (_, reading) in zip(page.observed_texts, page.candidates, strict=True)
    ]
    old, new = (
        [texts.setdefault(text, len(texts)) for text in side] for side in (page.observed_texts, typed)
    )
    measured = np.array([_measured(text, page) for text in texts]).reshape(-1, len(MEASURES))
    return dict(zip(MEASURES, (measured[new] - measured[old]).T, strict=True))


def _measured(text: str, page: CandidateLattice) -> tuple[float, ...]:
    memory = page.cache.measured
    if text not in memory:
        words = [[measure(parse(word), page) for measure in MEASURES.values()] for word in text.split()]
        memory[text] = tuple(map(sum, zip(*words, strict=True))) or (0.0,) * len(MEASURES)
    return memory[text]


def frequency(word: Token, page: CandidateLattice) -> float:
    """Log10 of the word's probability; unknown ones share a floor."""
    if not any(map(str.isalpha, word.core)):
        return 0.0
    return max(page.lexicon.zipf(word.core), 0.5) - ZIPF_ORIGIN


def unknown(word: Token, page: CandidateLattice) -> float:
    """Words no dictionary knows."""
    return float(any(map(str.isalpha, word.core)) and not page.lexicon.knows(word.core))


def unheard(word: Token, page: CandidateLattice) -> float:
    """Unknown words of some length in small letters that no list has either: but for names, hardly a word."""
    core = word.core
    small = len(core) > 3 and core.isalpha() and core.islower() and not OF_A_NAME.fullmatch(fold(core))
    return float(small and page.lexicon.look_up(core) == (0.0, False))


def rare(word: Token, page: CandidateLattice) -> float:
    """Words that are known but hardly ever used, or of two or three letters and not common."""
    zipf, known = page.lexicon.look_up(word.core)
    if not known or not any(map(str.isalpha, word.core)):
        return 0.0
    return float(zipf < 2.0) + float(len(word.core) < 4 and zipf < 4.5)


def name_like(word: Token, page: CandidateLattice) -> float:
    """Unknown words written like names, and adjectives made of names."""
    named = word.core[:1].isupper() or bool(OF_A_NAME.fullmatch(fold(word.core)))
    return float(named) * unknown(word, page)


def repeated(word: Token, page: CandidateLattice) -> float:
    """For unknown words of some length: how often this side holds them, as a logarithm."""
    if len(word.core) < 4 or not unknown(word, page):
        return 0.0
    return math.log(max(page.counts[fold(word.core)], 1))


def odd_marks(word: Token, page: CandidateLattice) -> float:  # noqa: ARG001 - a witness like the others
    """Marks that cannot stand where they do."""
    return float(marks.odd_marks(word.lead, word.core, word.trail))


def acronym(word: Token, page: CandidateLattice) -> float:
    """Unknown words of two to four capitals."""
    letters = [character for character in word.core if character.isalpha()]
    upper = 1 < len(letters) <= 4 and all(map(str.isupper, letters))
    return float(upper) * unknown(word, page)


def reference(word: Token, page: CandidateLattice) -> float:  # noqa: ARG001
    """Numbers with letters, points or strokes: codes of files, numerals with endings."""
    return float(bool(REFERENCE.fullmatch(word.core)))


def editorial(word: Token, page: CandidateLattice) -> float:
    """Brackets inside a word or beside an unknown one: an editor's insertions, often transliterated."""
    brackets = any(bracket in word.lead + word.core + word.trail for bracket in "[]")
    return float(brackets) * (1 + unknown(word, page))


def mixed(word: Token, page: CandidateLattice) -> float:  # noqa: ARG001
    """Signs, digits or capitals inside a word."""
    core = word.core
    letters = [character for character in core if character.isalpha()]
    if not letters:
        return 0.0
    if REFERENCE.fullmatch(core):
        return 0.0
    strange = sum(not character.isalpha() and character not in "-'’[]()" for character in core)
    capitals = sum(map(str.isupper, core[1:])) if not core.isupper() and "-" not in core else 0
    return float(min(strange + capitals, 3))


def alphabet(word: Token, page: CandidateLattice) -> float:
    """Letters of another alphabet in a word that holds some of its own."""
    own = sum(page.lexicon.writes(character) for character in word.core if character.isalpha())
    foreign = sum(map(str.isalpha, word.core)) - own
    return float(min(foreign, 2)) if own and foreign else 0.0


def foreign(word: Token, page: CandidateLattice) -> float:
    """Words wholly in another alphabet."""
    alphabetic = [character for character in word.core if character.isalpha()]
    return float(len(alphabetic) > 1 and not any(map(page.lexicon.writes, alphabetic)))


MEASURES: Mapping[str, Callable[[Token, CandidateLattice], float]] = {
    measure.__name__: measure
    for measure in (
        frequency,
        unknown,
        unheard,
        rare,
        name_like,
        repeated,
        odd_marks,
        mixed,
        alphabet,
        foreign,
        acronym,
        reference,
        editorial,
    )
}
