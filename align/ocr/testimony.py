"""Costlier witnesses, asked only where there is doubt: grammar, the translation, the names in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.ocr import names
from align.ocr.context import ContextModel, Query, tokens
from align.ocr.context.meaning import MeaningModel
from align.ocr.grammar import Analysed, Grammar
from align.ocr.neighbours import Belief
from align.ocr.page import Page, Site
from align.ocr.reading import OTHER
from align.ocr.tokens import parse
from align.ocr.translation import Answer, Pair, Witness

SURE = 0.005
ASKED = 12
SURELY = 5.0
"""Nats from which an answer is beyond doubt."""


@dataclass(frozen=True)
class Question:
    """A doubtful place: ``token`` is the index of its word among its sentence's tokens.

    ``rows``: numbers of the readings worth asking about; ``words``: the single word of each; ``read``: the
    word that was read.
    """

    site: Site
    token: int
    rows: tuple[int, ...]
    words: tuple[str, ...]
    read: str


def questions(page: Page, belief: Belief, probabilities: NDArray[np.float64]) -> Iterator[Question]:
    """One for each place whose observed text is not sure, about its likeliest readings."""
    units = [[tokens(text) for text in sentence] for sentence in belief]
    for number, site in enumerate(page.sites):
        start, stop = page.starts[number], page.starts[number + 1]
        read = parse(page.sentences[site.sentence][site.at].text).core
        if 1 - probabilities[start] < SURE or not read[:1].isalpha() or len(tokens(read)) != 1:
            continue
        likely = start + np.argsort(-probabilities[start:stop], kind="stable")[:ASKED]
        asked = [(int(row), parse(page.readings[row][1].text).core) for row in likely]
        worded = [(row, word) for row, word in asked if _is_word(word) and _single(page, row)]
        before = units[site.sentence][: site.at]
        own = units[site.sentence][site.at]
        inside = next((k for k, token in enumerate(own) if token[0].isalnum()), None)
        if worded and inside is not None:
            rows, words = zip(*worded, strict=True)
            yield Question(site, sum(map(len, before)) + inside, rows, words, read)


def _is_word(core: str) -> bool:
    return bool(core) and " " not in core and core[0].isalpha() and len(tokens(core)) == 1


def _single(page: Page, row: int) -> bool:
    reading = page.readings[row][1]
    return reading.changed and reading.rule != OTHER and reading.stop - reading.start == 1


def grammar(
    page: Page, asked: Sequence[Question], rules: Grammar | None, belief: Belief
) -> Mapping[str, NDArray[np.float64]]:
    """``grammar``: how much better the form fits; ``name``: 1 where a name would be changed."""
    fits, kept = np.zeros(len(page.readings)), np.zeros(len(page.readings))
    if rules is None:
        return {"grammar": fits, "name_kept": kept}
    wanted = sorted({question.site.sentence for question in asked})
    texts = [[token for text in belief[number] for token in tokens(text)] for number in wanted]
    analysed: dict[int, Analysed] = dict(zip(wanted, rules.sentences(texts), strict=True))
    for question in asked:
        sentence = analysed[question.site.sentence]
        present = sentence.fit(question.token, question.read).score
        named = sentence.tokens[question.token] == question.read and sentence.is_name(question.token)
        for row, word in zip(question.rows, question.words, strict=True):
            fits[row] = sentence.fit(question.token, word).score - present
            kept[row] = float(named)
    return {"grammar": fits, "name_kept": kept}


def translation(
    page: Page, asked: Sequence[Question], witness: Witness | None, beads: Sequence[tuple[int, int]]
) -> tuple[Mapping[str, NDArray[np.float64]], Mapping[int, str]]:
    """What the translation says; and which of its words answers a reading, by row.

    ``translation``: how much better a word of it answers each reading; ``answered_capital``: how much
    better the capitals of the two go together. ``beads``: for each sentence its bead and the tokens of the
    bead before it.
    """
    answers, capitals = np.zeros(len(page.readings)), np.zeros(len(page.readings))
    said: dict[int, str] = {}
    if witness is None:
        return {"translation": answers, "answered_capital": capitals}, said
    ready = witness.prepared({word for question in asked for word in (*question.words, question.read)})
    for question in asked:
        bead, before = beads[question.site.sentence]
        position = before + question.token
        if not 0 <= position < len(ready.pairs[bead].source_tokens):
            continue
        read, *found = ready.answers(bead, position, [question.read, *question.words])
        named = ready.pairs[bead].target_names
        for row, word, answer in zip(question.rows, question.words, found, strict=True):
            answers[row] = answer.score - read.score
            capitals[row] = _alike(word, answer, named) - _alike(question.read, read, named)
            if answer.word is not None and answers[row] > 0:
                said[row] = answer.word
    return {"translation": answers, "answered_capital": capitals}, said


def _alike(word: str, answer: Answer, named: Mapping[str, bool]) -> float:
    """1 where a word and its answer both have a capital, or neither, -1 otherwise; less for weak answers."""
    if answer.word is None or not answer.word[0].isalpha() or answer.word not in named:
        return 0.0
    return min(answer.score / SURELY, 1.0) * (1 if word[0].isupper() == named[answer.word] else -1)


def vouched(page: Page, asked: Sequence[Question]) -> NDArray[np.float64]:
    """How much more like a name of the translation each reading sounds."""
    out = np.zeros(len(page.readings))
    for question in asked:
        partner = page.partners[question.site.sentence]
        present = names.vouched(question.read, partner)
        for row, word in zip(question.rows, question.words, strict=True):
            out[row] = names.vouched(word, partner) - present
    return out


def pairs(sentences: Sequence[tuple[int, Sequence[str]]], targets: Sequence[str]) -> list[Pair]:
    """Each bead's believed source with its translation; ``sentences``: bead and believed chunks."""
    texts: list[list[str]] = [[] for _ in targets]
    for bead, chunks in sentences:
        texts[bead].append(" ".join(text for text in chunks if text))
    return [Pair(" ".join(text), target) for text, target in zip(texts, targets, strict=True)]


def fitting(
    page: Page, asked: Sequence[Question], model: MeaningModel | None, belief: Belief
) -> NDArray[np.float64]:
    """How much better each reading's meaning goes with its whole sentence."""
    out = np.zeros(len(page.readings))
    if model is None:
        return out
    texts = [[token for text in sentence for token in tokens(text)] for sentence in belief]
    for question in asked:
        text = texts[question.site.sentence]
        left, right = text[: question.token], text[question.token + 1 :]
        found = model.log_ratios(left, [question.read, *question.words], right)
        out[list(question.rows)] = found[1:] - found[0]
    return out


def masked(
    asked: Sequence[Question], model: ContextModel, belief: Belief, known: NDArray[np.float64]
) -> NDArray[np.float64]:
    """``known`` with what a larger model says of the doubtful places, which reads their whole sentence."""
    out = known.copy()
    texts = [[token for text in sentence for token in tokens(text)] for sentence in belief]
    queries = [
        Query(text[: question.token], [word], text[question.token + 1 :])
        for question in asked
        for text in (texts[question.site.sentence],)
        for word in (question.read, *question.words)
    ]
    answers = iter(model.log_probabilities(queries).tolist())
    for question in asked:
        read = next(answers)
        for row in question.rows:
            out[row] = next(answers) - read
    return out
