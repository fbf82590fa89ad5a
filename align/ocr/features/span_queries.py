"""Costlier witnesses, asked only where there is doubt: grammar, the translation, the names in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.names.similarity import name_similarity
from align.ocr.features.ngram import Hypothesis
from align.ocr.grammar import AnalysedSentence, Grammar
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lattice.lattice import CandidateLattice, Slot, rows_without_word
from align.ocr.lm import LanguageModel, SpanInContext, word_tokens
from align.ocr.translation import AlignedWord, TextPair, WordAligner
from align.ocr.translation.encoded_words import EncodedWords
from align.text.token import Token, parse

MIN_ERROR_PROBABILITY = 0.005
PRUNE_BELOW = 1e-7
"""Nothing makes readings believed that were less likely: neither a habit of the page nor a witness."""
MAX_CANDIDATES = 12
FULL_SCORE = 5.0
"""Nats from which an answer is beyond doubt."""


Words = tuple[str, ...]


@dataclass(frozen=True)
class SpanQuery:
    """A doubtful stretch: the tokens ``start:stop`` of its sentence.

    ``read``: the words that were read there; ``rows``: numbers of the readings worth asking about, ``words``:
    those of each. Most often it is one word against others; a space may have been lost or added.
    """

    sentence: int
    start: int
    stop: int
    observed_words: Words
    rows: tuple[int, ...]
    candidate_words: tuple[Words, ...]

    def forms(self) -> set[str]:
        """The words of one-for-one readings, and that which was read; many readings share one."""
        return {self.observed_words[0], *(word for _, word in self.one_for_one())}

    def one_for_one(self) -> Iterator[tuple[int, str]]:
        """The readings that put one word in the place of one, each with its row."""
        if len(self.observed_words) == 1:
            yield from (
                (row, new[0])
                for row, new in zip(self.rows, self.candidate_words, strict=True)
                if len(new) == 1
            )


def uncertain_spans(
    page: CandidateLattice, belief: Hypothesis, probabilities: NDArray[np.float64]
) -> Iterator[SpanQuery]:
    """Those about the likeliest readings of each place whose observed text is not sure, by their stretch."""
    units = [[word_tokens(text) for text in sentence] for sentence in belief]
    for _, site, stretches in _doubtful(page, probabilities):
        for stretch, asked in stretches.items():
            place = _place(units[site.sentence], *stretch)
            read = _words(page.observed_text(page.candidates[asked[0][0]][1], site.sentence))
            if read and place is not None:
                rows, new = zip(*asked, strict=True)
                yield SpanQuery(site.sentence, *place, read, rows, new)


def isolated_marks(
    page: CandidateLattice, belief: Hypothesis, probabilities: NDArray[np.float64]
) -> Iterator[SpanQuery]:
    """Those about marks that stand alone and may have been a word; nothing was read there."""
    for chunk, site, stretches in _doubtful(page, probabilities):
        if not chunk.core and (asked := stretches.get((site.position, site.position + 1))):
            units = [word_tokens(text) for text in belief[site.sentence][: site.position + 1]]
            start = sum(map(len, units[:-1]))
            rows, new = zip(*asked, strict=True)
            yield SpanQuery(site.sentence, start, start + len(units[-1]), (), rows, new)


def store_log_odds(
    out: NDArray[np.float64],
    page: CandidateLattice,
    question: SpanQuery,
    read: float,
    scores: Sequence[float],
) -> None:
    """Write each reading's score less that of what was read; where no word stands, or any, it is 0."""
    for row, score in zip(question.rows, scores, strict=True):
        out[row] = score - read
    out[rows_without_word(page, question.rows[0])] = -read


Stretches = Mapping[tuple[int, int], list[tuple[int, Words]]]
"""By the chunks that readings stand for: their rows and words."""


def _doubtful(
    page: CandidateLattice, probabilities: NDArray[np.float64]
) -> Iterator[tuple[Token, Slot, Stretches]]:
    """The places that are not sure, each with its likeliest readings that are words."""
    for number, site in enumerate(page.slots):
        start, stop = page.starts[number], page.starts[number + 1]
        if 1 - probabilities[start] < MIN_ERROR_PROBABILITY:
            continue
        likely = start + np.argsort(-probabilities[start:stop], kind="stable")[:MAX_CANDIDATES]
        stretches: dict[tuple[int, int], list[tuple[int, Words]]] = {}
        for row in likely.tolist():
            reading = page.candidates[row][1]
            words = _words(reading.text)
            if words and reading.changed and reading.rule != UNPROPOSED:
                stretches.setdefault((reading.start, reading.stop), []).append((row, words))
        yield page.sentences[site.sentence][site.position], site, stretches


def _words(text: str) -> Words:
    """The words of a text of nothing but words and marks beside them; none for any other."""
    cores = [parse(chunk).core for chunk in text.split()]
    return tuple(cores) if all(len(word_tokens(core)) == 1 and core[0].isalpha() for core in cores) else ()


def _place(units: Sequence[Sequence[str]], start: int, stop: int) -> tuple[int, int] | None:
    """The tokens of some chunks in their sentence, marks at either end left out."""
    before = sum(map(len, units[:start]))
    own = [token for unit in units[start:stop] for token in unit]
    worded = [at for at, token in enumerate(own) if token[0].isalnum()]
    return (before + worded[0], before + worded[-1] + 1) if worded else None


def grammar(
    page: CandidateLattice, asked: Sequence[SpanQuery], rules: Grammar | None, belief: Hypothesis
) -> Mapping[str, NDArray[np.float64]]:
    """``grammar``: how much better the form fits; ``name``: 1 where a name would be changed."""
    fits, kept = np.zeros(len(page.candidates)), np.zeros(len(page.candidates))
    if rules is None:
        return {"grammar": fits, "name_kept": kept}
    wanted = sorted({question.sentence for question in asked})
    texts = [[token for text in belief[number] for token in word_tokens(text)] for number in wanted]
    analysed: dict[int, AnalysedSentence] = dict(zip(wanted, rules.sentences(texts), strict=True))
    for question in asked:
        sentence, at = analysed[question.sentence], question.start
        named = sentence.tokens[at] == question.observed_words[0] and sentence.is_name(at)
        scores = {word: sentence.fit(at, word).score for word in question.forms()}
        for row, word in question.one_for_one():
            fits[row] = scores[word] - scores[question.observed_words[0]]
            kept[row] = float(named)
    return {"grammar": fits, "name_kept": kept}


@dataclass(frozen=True, eq=False)
class TranslationEvidence:
    """``words``: of the translation, those that answer readings, by row; ``vectors``: of all words asked."""

    words: Mapping[int, str]
    vectors: EncodedWords


def translation(
    page: CandidateLattice,
    asked: Sequence[SpanQuery],
    witness: WordAligner | None,
    beads: Sequence[tuple[int, int]],
) -> tuple[Mapping[str, NDArray[np.float64]], TranslationEvidence]:
    """What the translation says, as evidence and as it was heard.

    ``translation``: how much better words of it answer each reading; ``answered_capital``: how much
    better the capitals of the two go together. ``beads``: for each sentence its bead and the tokens of the
    bead before it.
    """
    answers, capitals = np.zeros(len(page.candidates)), np.zeros(len(page.candidates))
    said: dict[int, str] = {}
    if witness is None:
        return {"translation": answers, "answered_capital": capitals}, TranslationEvidence(
            said, EncodedWords.empty()
        )
    texts = [(question.observed_words, *question.candidate_words) for question in asked]
    ready = witness.with_vectors({word for options in texts for words in options for word in words})
    for question, options in zip(asked, texts, strict=True):
        bead, before = beads[question.sentence]
        if before + question.stop > len(ready.pairs[bead].source_tokens):
            continue
        flat = list(dict.fromkeys(word for words in options for word in words))
        stretch = range(before + question.start, before + question.stop)
        found = dict(zip(flat, ready.align_candidates(bead, stretch, flat), strict=True))
        read = sum(found[word].score for word in question.observed_words)
        named = ready.pairs[bead].target_names
        for row, words in zip(question.rows, question.candidate_words, strict=True):
            best = max((found[word] for word in words), key=lambda answer: answer.score)
            answers[row] = sum(found[word].score for word in words) - read
            if best.word is not None and answers[row] > 0:
                said[row] = best.word
        observed = question.observed_words[0]
        for row, word in question.one_for_one():
            capitals[row] = _alike(word, found[word], named) - _alike(observed, found[observed], named)
    return {"translation": answers, "answered_capital": capitals}, TranslationEvidence(said, ready.vectors)


def _alike(word: str, answer: AlignedWord, named: Mapping[str, bool]) -> float:
    """1 where a word and its answer both have a capital, or neither, -1 otherwise; less for weak answers."""
    if answer.word is None or not answer.word[0].isalpha() or answer.word not in named:
        return 0.0
    return min(answer.score / FULL_SCORE, 1.0) * (1 if word[0].isupper() == named[answer.word] else -1)


def name_similarities(page: CandidateLattice, asked: Sequence[SpanQuery]) -> NDArray[np.float64]:
    """How much more like a name of the translation each reading sounds."""
    out = np.zeros(len(page.candidates))
    for question in asked:
        partner = page.target_words[question.sentence]
        heard = {word: name_similarity(word, partner) for word in question.forms()}
        for row, word in question.one_for_one():
            out[row] = heard[word] - heard[question.observed_words[0]]
    return out


def pairs(sentences: Sequence[tuple[int, Sequence[str]]], targets: Sequence[str]) -> list[TextPair]:
    """Each bead's believed source with its translation; ``sentences``: bead and believed chunks."""
    texts: list[list[str]] = [[] for _ in targets]
    for bead, chunks in sentences:
        texts[bead].append(" ".join(text for text in chunks if text))
    return [TextPair(" ".join(text), target) for text, target in zip(texts, targets, strict=True)]


def masked(
    asked: Sequence[SpanQuery], model: LanguageModel, belief: Hypothesis, known: NDArray[np.float64]
) -> NDArray[np.float64]:
    """``known`` with what a larger model says of the doubtful places, which reads their whole sentence."""
    out = known.copy()
    texts = [[token for text in sentence for token in word_tokens(text)] for sentence in belief]
    queries = [
        SpanInContext(text[: question.start], words, text[question.stop :])
        for question in asked
        for text in (texts[question.sentence],)
        for words in (question.observed_words, *question.candidate_words)
    ]
    answers = iter(model.log_probabilities(queries).tolist())
    for question in asked:
        read = next(answers)
        for row in question.rows:
            out[row] = next(answers) - read
    return out
