"""A sentence with its tags, and how well the form of a word fits into it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from align.ocr.grammar import agreement, government
from align.ocr.grammar.grammar import Grammar
from align.ocr.grammar.morphology import Form

_MAX_SCORE = 3.0
"""Nats: the limit of a single rule."""


class Fit(NamedTuple):
    """``score``: log odds that the word's form is right here, 0 for no score; ``reason``: in words."""

    score: float
    reason: str | None


NO_SCORE = Fit(0.0, None)


@dataclass(frozen=True, eq=False)
class AnalysedSentence:
    """``tags``: ``NOUN|Case=Gen|…`` for each token; ``names``: ``B-PER``, ``O``; ``None`` when untagged.

    ``expected``: of the places that are asked about how likely each tag is there, ``(n_tags,)``; none without
    a tagger.
    """

    tokens: tuple[str, ...]
    tags: tuple[str, ...] | None
    names: tuple[str, ...] | None
    grammar: Grammar
    expected: Mapping[int, NDArray[np.float64]]

    def is_name(self, index: int) -> bool:
        """Whether the token is part of a person's, place's or organisation's name."""
        if self.names is None:
            return any(form.proper for form in self.forms(index)) and self.tokens[index][:1].isupper()
        return self.names[index] != "O"

    def fit(self, index: int, candidate: str) -> Fit:
        """Log-odds of ``candidate`` standing at ``index``, the other tokens as they are."""
        options = self.grammar.forms(candidate)
        if not options:
            return NO_SCORE
        fits = [rule(self, index, candidate, options) for rule in GRAMMAR_RULES]
        strongest = max(fits, key=lambda fit: abs(fit.score))
        return Fit(sum(fit.score for fit in fits), strongest.reason)

    def forms(self, index: int) -> tuple[Form, ...]:
        """What the token can be; nothing outside the sentence and for unknown words."""
        return self._forms[index] if 0 <= index < len(self.tokens) else ()

    @cached_property
    def _forms(self) -> tuple[tuple[Form, ...], ...]:
        return tuple(self.grammar.forms(token) if token[:1].isalpha() else () for token in self.tokens)


Rule = Callable[[AnalysedSentence, int, str, Sequence[Form]], Fit]


def expectation(sentence: AnalysedSentence, index: int, candidate: str, options: Sequence[Form]) -> Fit:
    """How well the word fits the tags that the tagger expects at its place."""
    if sentence.grammar.expectation is None or index not in sentence.expected:
        return NO_SCORE
    factor = sentence.grammar.expectation.likelihood_ratio(options, sentence.expected[index])
    if factor is None:
        return NO_SCORE
    word = "fits" if factor > 1 else "does not fit"
    return _fit(factor, f"the form of «{candidate}» {word} its neighbours")


def governed(sentence: AnalysedSentence, index: int, candidate: str, options: Sequence[Form]) -> Fit:
    """The case that a preposition before the word governs."""
    if not any(form.nominal for form in options):
        return NO_SCORE
    place = index - 1
    while index - place <= 3 and any(form.adjectival for form in sentence.forms(place)):
        place -= 1
    return _government(sentence, place, sentence.forms(place), options, candidate)


def governing(sentence: AnalysedSentence, index: int, candidate: str, options: Sequence[Form]) -> Fit:
    """The case of the word after a preposition."""
    if options[0].kind != "PREP" or not any(form.nominal for form in sentence.forms(index + 1)):
        return NO_SCORE
    return _government(
        sentence, index, options, sentence.forms(index + 1), sentence.tokens[index + 1], candidate
    )


def _government(
    sentence: AnalysedSentence,
    place: int,
    preposition: Sequence[Form],
    options: Sequence[Form],
    word: str,
    written: str | None = None,
) -> Fit:
    if not preposition or preposition[0].kind != "PREP":
        return NO_SCORE
    written = written or sentence.tokens[place]
    before = [sentence.forms(i) for i in range(max(0, place - government.REACH), place)]
    governed_cases = sentence.grammar.government.cases(written.lower(), before)
    if governed_cases is None:
        return NO_SCORE
    factor = government.likelihood_ratio(options, governed_cases)
    does = "is" if factor > 1 else "is not"
    return _fit(factor, f"«{written}» takes {government.names(governed_cases)}; «{word}» {does}")


def phrase(sentence: AnalysedSentence, index: int, candidate: str, options: Sequence[Form]) -> Fit:
    """An adjective and the noun beside it."""
    for factor, other in (
        (agreement.noun_phrase(options, sentence.forms(index + 1)), index + 1),
        (agreement.noun_phrase(sentence.forms(index - 1), options), index - 1),
    ):
        if factor is not None:
            word = "agrees" if factor > 1 else "does not agree"
            return _fit(factor, f"«{candidate}» {word} with «{sentence.tokens[other]}»")
    return NO_SCORE


def predicate(sentence: AnalysedSentence, index: int, candidate: str, options: Sequence[Form]) -> Fit:
    """A verb or short participle and the nearest subject in its clause."""
    if sentence.tags is None or not any(agreement.predicative(form) for form in options):
        return NO_SCORE
    place = _subject(sentence, index)
    if place is None:
        return NO_SCORE
    subjects = [form for form in sentence.forms(place) if form.case == "Nom"]
    verbs = [form for form in options if agreement.predicative(form)]
    if not subjects:
        return NO_SCORE
    agreeing = sum(verb.share for verb in verbs if any(agreement.clause(one, verb) for one in subjects))
    word = "agrees" if agreeing else "does not agree"
    return _fit(2.5 * agreeing + 0.15, f"«{candidate}» {word} with «{sentence.tokens[place]}»")


def _subject(sentence: AnalysedSentence, index: int) -> int | None:
    """The nearest token tagged nominative between the marks around ``index``."""
    for step in (-1, 1):
        place = index + step
        while 0 <= place < len(sentence.tokens) and sentence.tokens[place][:1].isalnum():
            tag = (sentence.tags or ())[place]
            if "Case=Nom" in tag and tag.startswith(("NOUN", "PROPN", "PRON")):
                return place
            place += step
    return None


def _fit(factor: float, reason: str) -> Fit:
    return Fit(max(-_MAX_SCORE, min(_MAX_SCORE, math.log(factor))), reason)


GRAMMAR_RULES: tuple[Rule, ...] = (expectation, governed, governing, phrase, predicate)


def analyse(
    grammar: Grammar, sentences: Sequence[Sequence[str]], places: Sequence[Sequence[int]]
) -> list[AnalysedSentence]:
    """Each sentence of tokens with its tags and names; without them where there is no tagger.

    Args:
        grammar: Of their language.
        sentences: The tokens of each.
        places: Of each sentence the tokens about which :meth:`AnalysedSentence.fit` is asked.
    """
    if grammar.tagger is None:
        return [AnalysedSentence(tuple(tokens), None, None, grammar, {}) for tokens in sentences]
    tags, names = grammar.tagger.tag(sentences), grammar.tagger.names(sentences)
    rows = iter(grammar.tagger.expected(sentences, places))
    expected = [dict(zip(own, islice(rows, len(own)), strict=True)) for own in places]
    return [
        AnalysedSentence(tuple(tokens), tuple(found), tuple(spans), grammar, own)
        for tokens, found, spans, own in zip(sentences, tags, names, expected, strict=True)
    ]
