"""Features of the kind of change that a candidate makes, and of how many errors are near it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.features.edit_type_features import FEATURES, LENGTHS
from align.ocr.features.foreign_neighbours import adjacent_matches
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.lexical import Measure, mixed_characters, name_like, unseen_word
from align.ocr.features.matrix import FeatureColumns, Values
from align.ocr.features.slot_values import on_changed, on_unproposed
from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED, Candidate
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.suspicious import is_suspicious
from align.text.token import Token, parse

REACH = 6
"""Tokens on either side of a slot over which the local error rate is taken."""
PRIOR_SLOTS = 10
"""Tokens that the prior of the document's error rate weighs as much as."""
DIGIT, NUMBER = re.compile(r"\d"), re.compile(r"\d+")
RULES = (
    "join",
    "join_near",
    "space",
    "hyphen",
    "hyphenate",
    "inside",
    "foreign",
    "digits",
    "name",
    "double",
    "respelt",
)
"""Rules that generated a candidate and are features by themselves."""
OTHER_WORD = ("letters", "name", "respelt")
"""Rules that put another word in the place of a word."""
KEPT = 1 << 15
"""Texts of candidates of which the shape is kept."""
_Found = tuple[str, float]
"""The name of a feature and its number."""


def edit_type_features(inputs: FeatureInputs) -> FeatureColumns:
    """The kind of change that a candidate makes, and how many suspicious tokens are near it.

    A token is suspicious that is no known word, number or usual mark.
    """
    lattice = inputs.lattice
    columns: dict[str, Values] = {name: np.zeros(len(lattice)) for name in FEATURES}
    if not lattice.slots:
        return FeatureColumns(columns)
    suspicious = suspicious_slots(lattice, inputs.resources.lexicon)
    columns |= _of_slots(lattice, inputs.resources.lexicon, suspicious)
    columns |= _of_rules(lattice)
    for row in np.flatnonzero(~np.isin(lattice.rules, (OBSERVED, UNPROPOSED))).tolist():
        for name, value in _of_candidate(inputs, row):
            columns[name][row] = value
    return FeatureColumns(columns)


def _of_rules(lattice: CandidateLattice) -> dict[str, Values]:
    """The rules that are features by themselves, and how much longer the words of some of them are."""
    grown = np.array([len(typed) - len(read) for typed, read in lattice.printed_pairs], float)
    grown[~np.isin(lattice.rules, OTHER_WORD)] = 0.0
    by_rule = {f"rule_{rule}": (lattice.rules == rule).astype(float) for rule in RULES}
    return {**by_rule, "longer": np.maximum(grown, 0.0), "shorter": np.maximum(-grown, 0.0)}


def _of_slots(lattice: CandidateLattice, lexicon: Lexicon, suspicious: Values) -> dict[str, Values]:
    """What is the same for all candidates of a slot, or for the one that stands for any text."""
    tokens = [lattice.token(slot) for slot in lattice.slots]
    open_ = lattice.open_slots.tolist()

    def measured(measure: Measure) -> Values:
        """0 where no candidate has the value."""
        found = (measure(token, lexicon) if own else 0.0 for token, own in zip(tokens, open_, strict=True))
        return np.fromiter(found, float, len(tokens))

    rate, local = error_rates(suspicious)
    proposed = np.where(lattice.unproposed, 0.0, on_changed(lattice, np.ones(len(tokens))))
    of_any = {
        "changed": np.ones(len(tokens)),
        "document_error_rate": np.full(len(tokens), rate),
        "local_error_rate": local,
        "word_length": np.log1p([len(token.core) for token in tokens]),
    }
    of_unproposed = {
        "unproposed": np.ones(len(tokens)),
        "unproposed_unknown": suspicious,
        "unproposed_unseen": measured(unseen_word),
        "unproposed_mixed": measured(mixed_characters),
        "unproposed_name": measured(name_like),
    }
    return {
        **{name: on_changed(lattice, values) for name, values in of_any.items()},
        **{name: on_unproposed(lattice, values) for name, values in of_unproposed.items()},
        **{
            name: proposed * values[lattice.slot_of] for name, values in _of_observed(tokens, lexicon).items()
        },
    }


def suspicious_slots(lattice: CandidateLattice, lexicon: Lexicon) -> NDArray[np.float64]:
    """For each slot 1 where the observed text is no known word, number or usual mark, else 0."""
    return np.array([is_suspicious(lattice.token(slot), lexicon) for slot in lattice.slots], dtype=np.float64)


def error_rates(suspicious: Values) -> tuple[float, Values]:
    """Log of the share of suspicious tokens: of the document; around each slot, less that of the document."""
    count = len(suspicious)
    total = (suspicious.sum() + 0.5) / (count + PRIOR_SLOTS)
    sums = np.concatenate(([0.0], np.cumsum(suspicious)))
    at = np.arange(count)
    window = sums[np.minimum(at + REACH + 1, count)] - sums[np.maximum(at - REACH, 0)] - suspicious
    near = (window + REACH * total) / (2 * REACH + REACH)
    return math.log(total), np.log(near) - math.log(total)


def _of_observed(tokens: Sequence[Token], lexicon: Lexicon) -> dict[str, Values]:
    """What was observed, for whatever candidate a rule generated; of each token."""
    letters = np.array([len(token.core) if token.core.isalpha() else 0 for token in tokens])
    return {
        "observed_known": np.array(
            [bool(token.core) and lexicon.knows(token.core) for token in tokens], float
        ),
        "observed_number": np.array([token.core.isdigit() for token in tokens], float),
        **{name: (letters == length).astype(float) for length, name in enumerate(LENGTHS, 1)},
    }


def _of_candidate(inputs: FeatureInputs, row: int) -> Iterator[_Found]:
    """What of the kinds of change is not 0 for a candidate."""
    lattice = inputs.lattice
    slot, candidate = lattice.candidates[row]
    token, new = lattice.token(slot), _shape(candidate.text)
    yield from _case_change(token.core[:1], new.first, first=slot.position == 0)
    if candidate.text:
        if new.words and token.core and candidate.stop - candidate.start == 1:
            yield from _marks_change(token, new)
    else:
        kind = "digit" if token.core.isdigit() else "letter" if token.core else "mark"
        yield f"delete_{kind}", 1.0
    if there := inputs.context.target_numbers[slot.sentence]:
        yield from _numbers(candidate, lattice.observed_texts[row], there)
    if candidate.rule in OTHER_WORD:
        yield from _typing_slip(fold(token.core), new.folded)
    elif candidate.rule == "foreign":
        yield "foreign_letters", float(sum(map(str.isalpha, candidate.text)))
        target = inputs.context.target_words[slot.sentence]
        yield "foreign_adjacent", float(adjacent_matches(lattice, slot, candidate, target))


class Shape(NamedTuple):
    """What the kinds of change ask of the text of a candidate.

    Attributes:
        first: The first character of its core.
        folded: Its core, folded.
        words: How many words it has.
        lead: The marks before the first of them.
        trail: The marks behind the last.
    """

    first: str
    folded: str
    words: int
    lead: str
    trail: str


@lru_cache(maxsize=KEPT)
def _shape(text: str) -> Shape:
    core, words = parse(text).core, [parse(word) for word in text.split()]
    ends = (words[0].lead, words[-1].trail) if words else ("", "")
    return Shape(core[:1], fold(core), len(words), *ends)


def _typing_slip(observed: str, typed: str) -> Iterator[_Found]:
    """Whether two words differ by a letter typed twice, or by two letters in the wrong order."""
    differing = (i for i, (a, b) in enumerate(zip(observed, typed, strict=False)) if a != b)
    at = next(differing, len(typed))
    if len(observed) == len(typed) + 1 and at and observed[at] == observed[at - 1]:
        yield "letter_doubled", float(observed[at + 1 :] == typed[at:])
    elif observed != typed and observed[at:] == typed[at : at + 2][::-1] + typed[at + 2 :]:
        yield "letters_swapped", 1.0


def _numbers(candidate: Candidate, observed: str, there: frozenset[str]) -> Iterator[_Found]:
    """Numbers of the candidate that the translation has, less those of the observed text."""
    if DIGIT.search(candidate.text) or DIGIT.search(observed):
        new, old = NUMBER.findall(candidate.text), NUMBER.findall(observed)
        yield "number_in_translation", float(sum(n in there for n in new) - sum(n in there for n in old))


def _case_change(old: str, new: str, *, first: bool) -> Iterator[_Found]:
    """Whether the first letter changes its case; ``first``: at the beginning of a sentence."""
    if new.isupper() != old.isupper() and new.isalpha() and old.isalpha():
        yield ("raised" if new.isupper() else "lowered") + ("_first" if first else ""), 1.0


def _marks_change(token: Token, shape: Shape) -> Iterator[_Found]:
    for old, new in ((token.lead, shape.lead), (token.trail, shape.trail)):
        if old != new:
            longer, shorter = len(new) > len(old), len(new) < len(old)
            yield "mark_removed" if shorter else "mark_added" if longer else "mark_replaced", 1.0
