"""Which reading of each chunk is the right one, by the gold errors of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.evaluate.choice_matching import folded
from align.evaluate.gold_errors import GoldError
from align.ocr.lattice.lattice import CandidateLattice
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.token import Token

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Placed:
    """A chunk with its sentence, its number there and its raw place."""

    sentence: int
    at: int
    chunk: Token
    span: Span


@dataclass(frozen=True, slots=True)
class Wanted:
    """What should stand at chunks ``start:stop``; ``None``: this site says nothing."""

    start: int
    stop: int
    text: str | None


def labels(
    wrong: Sequence[GoldError], aside: Sequence[Span], page: CandidateLattice, sentences: Sequence[Sentence]
) -> NDArray[np.int64]:
    """For each site the number of the right reading; the last one where nobody proposed it; -1 unknown."""
    wanted = dict(_wanted(wrong, aside, placed(page, sentences)))
    return np.array(
        [_right(site.candidates, wanted.get((site.sentence, site.position))) for site in page.slots]
    )


def _right(readings: Sequence[object], want: Wanted | None) -> int:
    if want is None:
        return 0
    if want.text is None:
        return UNKNOWN
    for number, reading in enumerate(readings[:-1]):
        if (reading.start, reading.stop) == (want.start, want.stop) and folded(reading.text) == folded(
            want.text
        ):
            return number
    return len(readings) - 1


def placed(page: CandidateLattice, sentences: Sequence[Sentence]) -> list[Placed]:
    """All chunks in the order of the raw file."""
    found = []
    for sentence in sentences:
        for at, chunk in enumerate(page.sentences[sentence.index]):
            places = sentence.traced.spans(chunk.start, chunk.stop)
            whole = Span(min(place.start for place in places), max(place.stop for place in places))
            found.append(Placed(sentence.index, at, chunk, whole))
    return sorted(found, key=lambda one: one.span)


def _wanted(
    wrong: Sequence[GoldError], aside: Sequence[Span], chunks: Sequence[Placed]
) -> Iterator[tuple[tuple[int, int], Wanted]]:
    for stretch in wrong:
        here = [one for one in chunks if one.span.overlaps(stretch.span)]
        if not stretch.counts:
            yield from (((one.sentence, one.at), Wanted(one.at, one.at + 1, None)) for one in here)
            continue
        for group, text in shared([one.chunk.text for one in here], stretch.truth):
            ones = [here[k] for k in group]
            start, stop = ones[0].at, ones[-1].at + 1
            whole = all(one.sentence == ones[0].sentence for one in ones)
            for one in ones:
                yield (one.sentence, one.at), Wanted(start, stop, text if whole else "\0")
    for place in aside:
        for one in chunks:
            if one.span.overlaps(place):
                yield (one.sentence, one.at), Wanted(one.at, one.at + 1, None)


def shared(read: Sequence[str], truth: str) -> list[tuple[tuple[int, ...], str]]:
    """Which words of the truth belong to which chunks: groups of chunks, each with its text."""
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
    for chunk in range(len(read)):
        groups.setdefault(root[chunk], []).append(chunk)
    return [
        (tuple(group), " ".join(typed[word] for word in sorted(w for k in group for w in owned[k])))
        for group in groups.values()
    ]


def _links(read: Sequence[str], typed: Sequence[str]) -> NDArray[np.float64]:
    """How many characters each typed word shares with each chunk (a replaced one counts a third)."""
    from rapidfuzz.distance import Levenshtein

    one, other = " ".join(typed), " ".join(read)
    of_typed = {k: n for n, m in enumerate(re.finditer(r"\S+", one)) for k in range(*m.span())}
    of_read = {k: n for n, m in enumerate(re.finditer(r"\S+", other)) for k in range(*m.span())}
    links = np.zeros((len(typed), len(read)))
    for step in Levenshtein.opcodes(one, other):
        for k in range(min(step.src_end - step.src_start, step.dest_end - step.dest_start)):
            word, chunk = of_typed.get(step.src_start + k), of_read.get(step.dest_start + k)
            if word is not None and chunk is not None:
                links[word, chunk] += 1 if step.tag == "equal" else 0.3
    return links
