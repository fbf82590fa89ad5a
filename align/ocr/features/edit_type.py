"""Features of the kind of change that a candidate makes, and of how many errors are near it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

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
from align.ocr.lattice.slot import Slot
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
_Found = dict[str, float]


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
    for row, (slot, candidate) in enumerate(lattice.candidates):
        if candidate.rule not in (OBSERVED, UNPROPOSED):
            for name, value in _of_candidate(inputs, slot, row).items():
                columns[name][row] = value
    return FeatureColumns(columns)


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


def _of_candidate(inputs: FeatureInputs, slot: Slot, row: int) -> _Found:
    lattice = inputs.lattice
    candidate, token = lattice.candidates[row][1], lattice.token(slot)
    words = [parse(word) for word in candidate.text.split()]
    new = parse(candidate.text).core[:1]
    found = _case_change(token.core[:1], new, first=slot.position == 0)
    if words and token.core and candidate.stop - candidate.start == 1:
        found |= _marks_change(token, words)
    if not candidate.text:
        kind = "digit" if token.core.isdigit() else "letter" if token.core else "mark"
        found[f"delete_{kind}"] = 1
    if there := inputs.context.target_numbers[slot.sentence]:
        found |= _numbers(candidate, lattice.observed_texts[row], there)
    if candidate.rule in ("letters", "name", "respelt"):
        typed, read = lattice.printed_pairs[row]
        grown = len(typed) - len(read)
        found |= {"longer": float(max(grown, 0)), "shorter": float(max(-grown, 0))}
        found |= _typing_slip(fold(token.core), fold(parse(candidate.text).core))
    if candidate.rule == "foreign":
        found["foreign_letters"] = float(sum(map(str.isalpha, candidate.text)))
        target = inputs.context.target_words[slot.sentence]
        found["foreign_adjacent"] = float(adjacent_matches(lattice, slot, candidate, target))
    if candidate.rule in RULES:
        found[f"rule_{candidate.rule}"] = 1
    return found


def _typing_slip(observed: str, typed: str) -> _Found:
    """Whether two words differ by a letter typed twice, or by two letters in the wrong order."""
    differing = (i for i, (a, b) in enumerate(zip(observed, typed, strict=False)) if a != b)
    at = next(differing, len(typed))
    if len(observed) == len(typed) + 1 and at and observed[at] == observed[at - 1]:
        return {"letter_doubled": float(observed[at + 1 :] == typed[at:])}
    swapped = observed[at:] == typed[at : at + 2][::-1] + typed[at + 2 :]
    return {"letters_swapped": float(observed != typed and swapped)}


def _numbers(candidate: Candidate, observed: str, there: frozenset[str]) -> _Found:
    """Numbers of the candidate that the translation has, less those of the observed text."""
    if not (DIGIT.search(candidate.text) or DIGIT.search(observed)):
        return {}
    new, old = NUMBER.findall(candidate.text), NUMBER.findall(observed)
    return {"number_in_translation": float(sum(n in there for n in new) - sum(n in there for n in old))}


def _case_change(old: str, new: str, *, first: bool) -> _Found:
    """Whether the first letter changes its case; ``first``: at the beginning of a sentence."""
    if new.isupper() == old.isupper() or not (new.isalpha() and old.isalpha()):
        return {}
    return {("raised" if new.isupper() else "lowered") + ("_first" if first else ""): 1}


def _marks_change(token: Token, words: Sequence[Token]) -> _Found:
    found: _Found = {}
    for old, new in ((token.lead, words[0].lead), (token.trail, words[-1].trail)):
        if old != new:
            longer, shorter = len(new) > len(old), len(new) < len(old)
            found["mark_removed" if shorter else "mark_added" if longer else "mark_replaced"] = 1
    return found
