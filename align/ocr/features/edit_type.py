"""Features of the kind of change that a candidate makes, and of how many errors are near it."""

from __future__ import annotations

import math
import re

import numpy as np
from numpy.typing import NDArray

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.features.edit_type_features import FEATURES, LENGTHS
from align.ocr.features.foreign_neighbours import adjacent_matches
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.lexical import mixed_characters, name_like, unseen_word
from align.ocr.features.matrix import FeatureColumns, Values
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
    suspicious = suspicious_slots(lattice, inputs.resources.lexicon)
    rate, local = _error_rates(suspicious)
    columns: dict[str, Values] = {name: np.zeros(len(lattice)) for name in FEATURES}
    for number, slot in enumerate(lattice.slots):
        token = lattice.token(slot)
        any_change = {"changed": 1.0, "document_error_rate": rate, "local_error_rate": float(local[number])}
        any_change["word_length"] = math.log(1 + len(token.core))
        proposed = any_change | _of_observed(token, inputs.resources.lexicon)
        for row, candidate in enumerate(slot.candidates, int(lattice.starts[number])):
            if candidate.rule == OBSERVED:
                continue
            if candidate.rule == UNPROPOSED:
                found = any_change | _of_unproposed(token, inputs.resources.lexicon, suspicious[number])
            else:
                found = proposed | _of_candidate(inputs, slot, row)
            for name, value in found.items():
                columns[name][row] = value
    return FeatureColumns(columns)


def suspicious_slots(lattice: CandidateLattice, lexicon: Lexicon) -> NDArray[np.float64]:
    """For each slot 1 where the observed text is no known word, number or usual mark, else 0."""
    return np.array([is_suspicious(lattice.token(slot), lexicon) for slot in lattice.slots], dtype=np.float64)


def _error_rates(suspicious: Values) -> tuple[float, Values]:
    """Log of the share of suspicious tokens: of the document; around each slot, less that of the document."""
    count = len(suspicious)
    total = (suspicious.sum() + 0.5) / (count + PRIOR_SLOTS)
    sums = np.concatenate(([0.0], np.cumsum(suspicious)))
    at = np.arange(count)
    window = sums[np.minimum(at + REACH + 1, count)] - sums[np.maximum(at - REACH, 0)] - suspicious
    near = (window + REACH * total) / (2 * REACH + REACH)
    return math.log(total), np.log(near) - math.log(total)


def _of_observed(token: Token, lexicon: Lexicon) -> _Found:
    """What was observed, for whatever candidate."""
    found = {"observed_known": float(bool(token.core) and lexicon.knows(token.core))}
    if 0 < len(token.core) <= len(LENGTHS) and token.core.isalpha():
        found[LENGTHS[len(token.core) - 1]] = 1
    if token.core.isdigit():
        found["observed_number"] = 1
    return found


def _of_unproposed(token: Token, lexicon: Lexicon, suspicious: float) -> _Found:
    """A text that no rule generated: likelier where the observed text is odd."""
    return {
        "unproposed": 1,
        "unproposed_unknown": float(suspicious),
        "unproposed_unseen": unseen_word(token, lexicon),
        "unproposed_mixed": mixed_characters(token, lexicon),
        "unproposed_name": name_like(token, lexicon),
    }


def _of_candidate(inputs: FeatureInputs, slot: Slot, row: int) -> _Found:
    lattice = inputs.lattice
    candidate, observed = lattice.candidates[row][1], lattice.observed_texts[row]
    token = lattice.token(slot)
    found = _case_change(token, candidate, first=slot.position == 0) | _marks_change(token, candidate)
    if not candidate.text:
        kind = "digit" if token.core.isdigit() else "letter" if token.core else "mark"
        found[f"delete_{kind}"] = 1
    found |= _numbers(candidate, observed, inputs.context.target_numbers[slot.sentence])
    if candidate.rule in ("letters", "name", "respelt"):
        typed, read = lattice.printed_pairs[row]
        grown = len(typed) - len(read)
        found |= {"longer": float(max(grown, 0)), "shorter": float(max(-grown, 0))}
        found |= _typing_slip(fold(token.core), fold(parse(candidate.text).core))
    if candidate.rule == "foreign":
        found["foreign_letters"] = float(sum(map(str.isalpha, candidate.text)))
        words = inputs.context.target_words[slot.sentence]
        found["foreign_adjacent"] = float(adjacent_matches(lattice, slot, candidate, words))
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
    if not there or not (DIGIT.search(candidate.text) or DIGIT.search(observed)):
        return {}
    new, old = NUMBER.findall(candidate.text), NUMBER.findall(observed)
    return {"number_in_translation": float(sum(n in there for n in new) - sum(n in there for n in old))}


def _case_change(token: Token, candidate: Candidate, *, first: bool) -> _Found:
    new = parse(candidate.text).core[:1]
    if not new or not token.core or new.isupper() == token.core[0].isupper():
        return {}
    if not (new.isalpha() and token.core[0].isalpha()):
        return {}
    return {("raised" if new.isupper() else "lowered") + ("_first" if first else ""): 1}


def _marks_change(token: Token, candidate: Candidate) -> _Found:
    if not token.core or not candidate.text or candidate.stop - candidate.start > 1:
        return {}
    words = candidate.text.split()
    found: _Found = {}
    for old, new in ((token.lead, parse(words[0]).lead), (token.trail, parse(words[-1]).trail)):
        if old != new:
            longer, shorter = len(new) > len(old), len(new) < len(old)
            found["mark_removed" if shorter else "mark_added" if longer else "mark_replaced"] = 1
    return found
