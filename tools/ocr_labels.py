"""Which candidate of each slot is the right one, by the gold errors of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.evaluate.choice_matching import folded
from align.evaluate.gold_errors import GoldError
from align.ocr.lattice.candidate import Candidate
from align.ocr.lattice.lattice import CandidateLattice
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.token import Token

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Placed:
    """A token with its sentence, its position there and its raw place."""

    sentence: int
    at: int
    token: Token
    span: Span


@dataclass(frozen=True, slots=True)
class Wanted:
    """The text that should stand at tokens ``start:stop``; ``None`` where it is not known."""

    start: int
    stop: int
    text: str | None


def labels(
    wrong: Sequence[GoldError],
    aside: Sequence[Span],
    lattice: CandidateLattice,
    sentences: Sequence[Sentence],
) -> NDArray[np.int64]:
    """For each slot the number of the right candidate; the last one where none is right; -1 unknown."""
    wanted = dict(_wanted(wrong, aside, placed(lattice, sentences)))
    return np.array(
        [_right(slot.candidates, wanted.get((slot.sentence, slot.position))) for slot in lattice.slots]
    )


def _right(candidates: Sequence[Candidate], want: Wanted | None) -> int:
    if want is None:
        return 0
    if want.text is None:
        return UNKNOWN
    for number, candidate in enumerate(candidates[:-1]):
        if (candidate.start, candidate.stop) == (want.start, want.stop) and folded(candidate.text) == folded(
            want.text
        ):
            return number
    return len(candidates) - 1


def placed(lattice: CandidateLattice, sentences: Sequence[Sentence]) -> list[Placed]:
    """All tokens in the order of the raw file."""
    found = []
    for sentence in sentences:
        for at, token in enumerate(lattice.sentences[sentence.index]):
            places = sentence.traced.spans(token.start, token.stop)
            whole = Span(min(place.start for place in places), max(place.stop for place in places))
            found.append(Placed(sentence.index, at, token, whole))
    return sorted(found, key=lambda one: one.span)


def _wanted(
    wrong: Sequence[GoldError], aside: Sequence[Span], tokens: Sequence[Placed]
) -> Iterator[tuple[tuple[int, int], Wanted]]:
    for stretch in wrong:
        here = [one for one in tokens if one.span.overlaps(stretch.span)]
        if not stretch.counts:
            yield from (((one.sentence, one.at), Wanted(one.at, one.at + 1, None)) for one in here)
            continue
        for group, text in shared([one.token.text for one in here], stretch.truth):
            ones = [here[k] for k in group]
            start, stop = ones[0].at, ones[-1].at + 1
            whole = all(one.sentence == ones[0].sentence for one in ones)
            for one in ones:
                yield (one.sentence, one.at), Wanted(start, stop, text if whole else "\0")
    for place in aside:
        for one in tokens:
            if one.span.overlaps(place):
                yield (one.sentence, one.at), Wanted(one.at, one.at + 1, None)


def shared(read: Sequence[str], truth: str) -> list[tuple[tuple[int, ...], str]]:
    """Which words of the truth belong to which tokens: groups of tokens, each with its text."""
    typed = truth.split()
    if len(read) > 1 and typed == [read[0]] and len(set(read)) == 1:
        return [(tuple(range(len(read))), truth)]  # typed once, read twice
    links = _links(read, typed)
    root = list(range(len(read)))
    owned: list[list[int]] = [[] for _ in read]
    for word in range(len(typed)):
        ours = [k for k in range(len(read)) if links[word, k] >= 1]
        ours = ours or ([int(links[word].argmax())] if len(read) else [])
        for other in ours[1:]:
            root = [root[ours[0]] if r == root[other] else r for r in root]
        if ours:
            owned[ours[0]].append(word)
    groups: dict[int, list[int]] = {}
    for token in range(len(read)):
        groups.setdefault(root[token], []).append(token)
    return [
        (tuple(group), " ".join(typed[word] for word in sorted(w for k in group for w in owned[k])))
        for group in groups.values()
    ]


def _links(read: Sequence[str], typed: Sequence[str]) -> NDArray[np.float64]:
    """How many characters each typed word shares with each token (a replaced one counts a third)."""
    from rapidfuzz.distance import Levenshtein

    one, other = " ".join(typed), " ".join(read)
    of_typed = {k: n for n, m in enumerate(re.finditer(r"\S+", one)) for k in range(*m.span())}
    of_read = {k: n for n, m in enumerate(re.finditer(r"\S+", other)) for k in range(*m.span())}
    links = np.zeros((len(typed), len(read)))
    for step in Levenshtein.opcodes(one, other):
        for k in range(min(step.src_end - step.src_start, step.dest_end - step.dest_start)):
            word, token = of_typed.get(step.src_start + k), of_read.get(step.dest_start + k)
            if word is not None and token is not None:
                links[word, token] += 1 if step.tag == "equal" else 0.3
    return links
