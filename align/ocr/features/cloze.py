"""The gap model as a witness: the word, its capital and the marks behind it, by the whole sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile
from statistics import fmean
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from align.lang.lemma import Lemmatizer, lemmatizer
from align.ocr.features.ngram import Hypothesis
from align.ocr.features.span_queries import MIN_ERROR_PROBABILITY, SpanQuery, store_log_odds
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lm import word_tokens
from align.ocr.lm.truecasing import log_probability_of_case
from align.text.token import Token, parse

if TYPE_CHECKING:
    import torch

    from align.ocr.features.word_match import BeadMatching
    from align.ocr.lm.cloze import ClozeLm, EncodedSentence

Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class SentenceTokens:
    """A believed sentence, its tokens chunk by chunk."""

    chunks: Sequence[Sequence[str]]

    @cached_property
    def tokens(self) -> list[str]:
        """All of them."""
        return [token for chunk in self.chunks for token in chunk]

    @cached_property
    def starts(self) -> list[int]:
        """The first token of each chunk, and the end."""
        return [0, *accumulate(map(len, self.chunks))]

    def behind(self, chunk: int, *, worded: bool) -> int | None:
        """The token behind the last word of a chunk, or before one of marks alone that follows a word."""
        start = self.starts[chunk]
        if not worded:
            return start if start and self.tokens[start - 1][0].isalnum() else None
        words = [at for at, token in enumerate(self.chunks[chunk]) if token[0].isalnum()]
        return start + words[-1] + 1 if words else None


def cloze_features(
    page: CandidateLattice,
    asked: Sequence[SpanQuery],
    model: ClozeLm | None,
    belief: Hypothesis,
    probabilities: Values,
    matching: BeadMatching | None = None,
) -> Mapping[str, Values]:
    """How much better each reading goes with its whole sentence than what was read.

    ``gap``: its words; ``gap_capital``: their capital or small letter; ``gap_mark``: the marks behind them;
    ``match``: with the translation, its words.
    ``probabilities``: of the readings so far; what was surely read as it stands is not asked about.
    """
    none = np.zeros(len(page.candidates))
    if model is None:
        return {"gap": none, "gap_capital": none, "gap_mark": none, "match": none}
    turned = list(_turned(page, probabilities))
    wanted = sorted({question.sentence for question in asked} | {at[0] for at, *_ in turned})
    texts = {number: SentenceTokens([word_tokens(text) for text in belief[number]]) for number in wanted}
    around = dict(zip(wanted, model.encode([texts[number].tokens for number in wanted]), strict=True))
    return {
        **_words(page, asked, model, around),
        "gap_mark": _marks(page, turned, model, texts, around),
        "match": none if matching is None else matching.matches(page, asked, around),
    }


def _words(
    page: CandidateLattice, asked: Sequence[SpanQuery], model: ClozeLm, around: Mapping[int, EncodedSentence]
) -> Mapping[str, Values]:
    """What the gaps say of the words asked about, against those that were read there."""
    fits, capitals = np.zeros(len(page.candidates)), np.zeros(len(page.candidates))
    places = [around[question.sentence].span_context(question.start, question.stop) for question in asked]
    words = [
        [word for own in (question.observed_words, *question.candidate_words) for word in own]
        for question in asked
    ]
    ratios, odds = (iter(found.tolist()) for found in model.score_words(places, words))
    lemma = lemmatizer(page.lexicon.language)
    for question in asked:
        read, *new = (
            [(next(ratios), next(odds)) for _ in own]
            for own in (question.observed_words, *question.candidate_words)
        )
        own = dict(zip(question.rows, new, strict=True))
        whole, *scores = (sum(ratio for ratio, _ in found) for found in (read, *new))
        store_log_odds(fits, page, question, whole, scores)
        forms = {word: own[row][0][1] for row, word in question.one_for_one()}
        if forms:
            observed = question.observed_words[0]
            written = _written({**forms, observed: read[0][1]}, lemma)
            for row, word in question.one_for_one():
                capitals[row] = written[word] - written[observed]
    return {"gap": fits, "gap_capital": capitals}


def _written(odds: Mapping[str, float], lemma: Lemmatizer) -> Mapping[str, float]:
    """What speaks for the capital or small letter of each word: a name has its capital in every case.

    ``odds``: of a capital, by word; meant are those of all its forms.
    """
    forms = {word.lower(): own for word, own in odds.items()}
    words: dict[str, list[float]] = {}
    for form, own in forms.items():
        words.setdefault(lemma(form), []).append(own)
    return {word: log_probability_of_case(fmean(words[lemma(word.lower())]), word) for word in odds}


Turned = tuple[tuple[int, int], int, list[str], list[str]]
"""Sentence and chunk; the row of a reading; the marks behind the word, or alone, as read, and its own."""


def _turned(page: CandidateLattice, probabilities: Values) -> Iterator[Turned]:
    """Readings of doubtful single words with other marks behind them, and of marks alone with other marks."""
    for number, site in enumerate(page.slots):
        start = int(page.starts[number])
        chunk = page.sentences[site.sentence][site.position]
        if 1 - probabilities[start] < MIN_ERROR_PROBABILITY:
            continue
        read = _stops(chunk)
        for row, reading in enumerate(site.candidates, start):
            alone = (reading.start, reading.stop) == (
                site.position,
                site.position + 1,
            ) and " " not in reading.text
            if alone and reading.changed and reading.rule != UNPROPOSED:
                own = parse(reading.text)
                marks = _stops(own)
                if bool(own.core) == bool(chunk.core) and marks != read:
                    yield (site.sentence, site.position), row, read, marks


def _stops(chunk: Token) -> list[str]:
    """The marks behind a word, or alone."""
    return word_tokens(chunk.trail if chunk.core else chunk.text)


def _marks(
    page: CandidateLattice,
    turned: Sequence[Turned],
    model: ClozeLm,
    texts: Mapping[int, SentenceTokens],
    around: Mapping[int, EncodedSentence],
) -> Values:
    """How much likelier the first mark that is another is than the one that was read."""
    from align.ocr.lm.cloze_network import mark_number

    out = np.zeros(len(page.candidates))
    asked: list[tuple[int, int, int]] = []
    places: list[torch.Tensor] = []
    for (sentence, chunk), row, read, marks in turned:
        text = texts[sentence]
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(read, marks, strict=False)))
        old, new = (mark_number(own[same]) if same < len(own) else 0 for own in (read, marks))
        worded = bool(page.sentences[sentence][chunk].core)
        behind, end = text.behind(chunk, worded=worded), text.starts[chunk + 1]
        if old != new and behind is not None:
            places.append(around[sentence].span_context(min(behind + same, end), end))
            asked.append((row, old, new))
    if asked:
        found = model.score_punctuation(places)
        for at, (row, old, new) in enumerate(asked):
            out[row] = found[at, new] - found[at, old]
    return out
