"""What speaks for each reading by the kind of change it is, and by how noisy the page is around it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from align.lang.folding import fold
from align.ocr.candidates.generators import foreign_words
from align.ocr.features.lexical import mixed, name_like, unheard
from align.ocr.lattice.candidate import AS_READ, UNPROPOSED, Candidate
from align.ocr.lattice.lattice import CandidateLattice, Slot
from align.text.token import Token, parse

Values = NDArray[np.float64]
STRONG = 7.0
DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"\d+")
COUNTED = frozenset(
    [
        "join",
        "join_near",
        "space",
        "hyphen",
        "hyphenate",
        "inside",
        "foreign_word",
        "digits",
        "name",
        "double",
    ]
)
"""Rules that are evidence by themselves."""


def edit_type_features(page: CandidateLattice) -> Mapping[str, Values]:
    """Evidence from the kind of change: its prior odds, by name."""
    noise, near = _noise(page)
    out: dict[str, Values] = {name: np.zeros(len(page.candidates)) for name in CHANGES}
    for number, (site, around) in enumerate(zip(page.slots, near.tolist(), strict=True)):
        read = page.sentences[site.sentence][site.position]
        any_change = {"changed": 1.0, "noise": noise, "noise_near": around}
        any_change["length"] = math.log(1 + len(read.core))
        proposed = any_change | _from(page, read)
        for row, reading in enumerate(site.candidates, int(page.starts[number])):
            if reading.rule == AS_READ:
                continue
            unnamed = reading.rule == UNPROPOSED
            found = any_change | _other(page, site) if unnamed else proposed | _changes(page, site, row)
            for name, value in found.items():
                out[name][row] = value
    return out


def _noise(page: CandidateLattice) -> tuple[float, Values]:
    """Log odds of a doubtful chunk: on the whole side, and around each site (six chunks either way)."""
    doubts = page.suspicious
    total = (doubts.sum() + 0.5) / (len(doubts) + 10)
    sums = np.concatenate(([0.0], np.cumsum(doubts)))
    at = np.arange(len(doubts))
    window = sums[np.minimum(at + 7, len(doubts))] - sums[np.maximum(at - 6, 0)] - doubts
    near = (window + 6 * total) / (12 + 6)
    return math.log(total), np.log(near) - math.log(total)


def interactions(page: CandidateLattice, context: Values) -> Mapping[str, Values]:
    """Where a known word was read its neighbours weigh otherwise, and beyond doubt they weigh more."""
    cores = (page.sentences[site.sentence][site.position].core for site in page.slots)
    sites = np.array([bool(core) and page.lexicon.knows(core) for core in cores], dtype=np.float64)
    known = sites[page.slot_of]
    return {"context_known": context * known, "context_strong": np.maximum(context - STRONG, 0) * known}


CHANGES = (
    "changed", "length", "noise", "noise_near", "from_known", "one_letter", "two_letters", "three_letters",
    "lowered", "lowered_first", "raised", "raised_first", "mark_removed", "mark_added", "mark_replaced",
    "delete_mark", "delete_letter", "delete_digit", "join", "space", "hyphen", "inside", "foreign_word",
    "foreign_letters", "foreign_beside", "digits",
    "join_near", "hyphenate", "longer", "shorter",
    "from_number", "number", "name", "other", "double", "other_unknown", "other_unheard", "other_odd",
    "other_name", "doubled", "swapped",
)  # fmt: skip


def _from(page: CandidateLattice, read: Token) -> dict[str, float]:
    """What was read, for whatever it is changed to."""
    found = {"from_known": float(bool(read.core) and page.lexicon.knows(read.core))}
    if 0 < len(read.core) < 4 and read.core.isalpha():
        found[("one_letter", "two_letters", "three_letters")[len(read.core) - 1]] = 1
    if read.core.isdigit():
        found["from_number"] = 1
    return found


def _other(page: CandidateLattice, site: Slot) -> dict[str, float]:
    """What speaks for a reading that nobody proposed."""
    read = page.sentences[site.sentence][site.position]
    return {
        "other": 1,
        "other_unknown": float(page.suspicious[page.slot_numbers[site.sentence, site.position]]),
        "other_unheard": unheard(read, page),
        "other_odd": mixed(read, page),
        "other_name": name_like(read, page),
    }


def _changes(page: CandidateLattice, site: Slot, row: int) -> dict[str, float]:
    reading, observed = page.candidates[row][1], page.observed_texts[row]
    read = page.sentences[site.sentence][site.position]
    found = _case_change(read, reading, first=site.position == 0) | _marks_change(read, reading)
    if not reading.text:
        kind = "digit" if read.core.isdigit() else "letter" if read.core else "mark"
        found[f"delete_{kind}"] = 1
    found |= _answered(page, site, reading, observed)
    if reading.rule in ("letters", "name"):
        grown = len(reading.text) - len(observed)
        found |= {"longer": float(max(grown, 0)), "shorter": float(max(-grown, 0))}
        found |= _keyed(fold(read.core), fold(parse(reading.text).core))
    rule = "foreign_word" if reading.rule == "foreign" else reading.rule
    if rule == "foreign_word":
        found["foreign_letters"] = float(sum(map(str.isalpha, reading.text)))
        found["foreign_beside"] = float(foreign_words.adjacent_matches(page, site, reading))
    if rule in COUNTED:
        found[rule] = 1
    return found


def _keyed(read: str, typed: str) -> dict[str, float]:
    """Whether two words differ by a slip of the hand: a letter keyed twice, or two in the wrong order."""
    at = next((i for i, (a, b) in enumerate(zip(read, typed, strict=False)) if a != b), len(typed))
    if len(read) == len(typed) + 1 and at and read[at] == read[at - 1]:
        return {"doubled": float(read[at + 1 :] == typed[at:])}
    return {"swapped": float(read != typed and read[at:] == typed[at : at + 2][::-1] + typed[at + 2 :])}


def _answered(page: CandidateLattice, site: Slot, reading: Candidate, observed: str) -> dict[str, float]:
    """Whether the translation holds the numbers of a reading, and those of what was read."""
    there = page.target_numbers[site.sentence]
    if not there or not (DIGIT.search(reading.text) or DIGIT.search(observed)):
        return {}
    new, old = NUMBER.findall(reading.text), NUMBER.findall(observed)
    return {"number": float(sum(n in there for n in new) - sum(n in there for n in old))}


def _case_change(read: Token, reading: Candidate, *, first: bool) -> dict[str, float]:
    new = parse(reading.text).core[:1]
    if not new or not read.core or new.isupper() == read.core[0].isupper():
        return {}
    if not (new.isalpha() and read.core[0].isalpha()):
        return {}
    return {("raised" if new.isupper() else "lowered") + ("_first" if first else ""): 1}


def _marks_change(read: Token, reading: Candidate) -> dict[str, float]:
    if not read.core or not reading.text or reading.stop - reading.start > 1:
        return {}
    words = reading.text.split()
    pairs = ((read.lead, parse(words[0]).lead), (read.trail, parse(words[-1]).trail))
    found: dict[str, float] = {}
    for old, new in pairs:
        if old != new:
            name = (
                "mark_removed"
                if len(new) < len(old)
                else "mark_added"
                if len(new) > len(old)
                else "mark_replaced"
            )
            found[name] = 1
    return found
