"""How likely a text is in each language: its words and their letters decide."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

import numpy as np

from align.lang import registry, word_evidence
from align.lang.word_evidence import Values, WordEvidence
from align.text.script import SCRIPTS

Scores = Mapping[str, float]
"""Language (ISO 639-1) -> log odds against the likeliest, which has 0."""

PRIOR: Mapping[str, float] = MappingProxyType(
    {
        "en": 0.0, "ru": 0.0, "de": -0.5, "fr": -0.5, "es": -0.5, "bg": -1.5, "be": -2.0, "mk": -2.0,
        "sr": -2.0, "sk": -2.0, "hr": -2.0, "sl": -2.0, "sr-Latn": -3.0, "tr": -2.0, "lt": -2.5, "lv": -2.5,
        "et": -2.5, "sq": -3.0, "is": -3.0, "vi": -3.0, "id": -3.0, "ca": -4.0, "la": -4.0,
    }
)  # fmt: skip
"""Nats: how much rarer texts in a language are, where words say nothing."""

OTHER_PRIOR = -1.0
"""The same for all other languages."""

NAME_WEIGHT = 0.2
"""What a word with a capital letter inside a sentence counts that no list has: it is a name in most texts."""

LISTED_NAME_WEIGHT = 0.4
"""What a word with a capital letter inside a sentence counts that a list has: it may be a name."""

LETTER_WEIGHT = 0.5
"""What a single letter without an accent counts: in a scanned table it is a speck."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_START = re.compile(r"(?:^|[.!?…:\n])[\W\d_]*$")

QUOTED_SHARE = 0.15
"""Fraction of a text from which another language is its own although most of it is Latin."""

CHUNK = 12
"""Words of a stretch that is in one language."""


def words_in(text: str, script: str) -> tuple[tuple[str, float], ...]:
    """The words that are in a script, each with its weight: a name says less than another word."""
    found = _matches(text, script)
    capitals = sum(match.group().isupper() for match in found) > len(found) / 2
    return tuple((match.group(), 1.0 if capitals else _weight(text, match)) for match in found)


def plain_words_in(text: str, script: str) -> list[str]:
    """The words that are in a script."""
    return [match.group() for match in _matches(text, script)]


def _matches(text: str, script: str) -> list[re.Match[str]]:
    pattern = SCRIPTS[script]
    return [match for match in WORD.finditer(text) if pattern.search(match.group())]


def word_scores(text: str, script: str) -> Scores:
    """Log odds of the languages that are written in a script.

    A word counts the logarithm of how often it stands in the text, not more each time.
    """
    evidence = word_evidence.load()
    words = words_in(text, script)
    total = _total(evidence, words)
    scores = _among(evidence.languages, total, script)
    if max(scores, key=scores.__getitem__) == "la":
        return _without_quoted_latin(evidence, words, scores, script)
    return scores


def listed_share(text: str, script: str, language: str) -> float:
    """The fraction of a text's words that are among the common words of a language."""
    evidence = word_evidence.load()
    columns = [at for at, code in enumerate(evidence.languages) if code[:2] == language]
    words = plain_words_in(text, script)
    listed = sum(bool(evidence.lists(word)[columns].any()) for word in words)
    return listed / len(words) if words else 0.0


def _weight(text: str, match: re.Match[str]) -> float:
    if len(match.group()) == 1 and match.group().isascii():
        return LETTER_WEIGHT
    if not match.group()[0].isupper() or SENTENCE_START.search(
        text[max(0, match.start() - 8) : match.start()]
    ):
        return 1.0
    listed = word_evidence.load().lists(match.group()).any()
    return LISTED_NAME_WEIGHT if listed else NAME_WEIGHT


def _total(evidence: WordEvidence, words: Sequence[tuple[str, float]]) -> Values:
    total = np.array([PRIOR.get(code, OTHER_PRIOR) for code in evidence.languages], np.float32)
    for (word, weight), count in Counter(words).items():
        total += evidence.evidence(word) * (weight * (1 + math.log(count)))
    return total


def _among(languages: Sequence[str], total: Values, script: str) -> Scores:
    """The scores of the languages of a script, each against the best."""
    own = {languages[at]: float(total[at]) for at in columns_of(script)}
    best = max(own.values())
    scores: dict[str, float] = {}
    for code, score in own.items():
        scores[code[:2]] = max(score - best, scores.get(code[:2], -math.inf))
    return scores


@cache
def columns_of(script: str) -> tuple[int, ...]:
    """The languages that are written in a script, by their numbers in :class:`WordEvidence`."""
    languages = word_evidence.load().languages
    return tuple(at for at, code in enumerate(languages) if _script(code) == script)


def _script(code: str) -> str:
    return "latin" if code.endswith("-Latn") else registry.language(code).script


def _without_quoted_latin(
    evidence: WordEvidence, words: Sequence[tuple[str, float]], scores: Scores, script: str
) -> Scores:
    """The scores without Latin, where enough of the text is in another language: Latin is quoted in all."""
    best = [_best(evidence, chunk, script) for chunk in _chunks(words)]
    others = Counter(code for code in best if code != "la").most_common(1)
    if not others or others[0][1] < max(2, QUOTED_SHARE * len(best)):
        return scores
    own = others[0][0]
    return {
        code: score - scores[own] if code == own else min(score, -CHUNK) for code, score in scores.items()
    }


def _best(evidence: WordEvidence, words: Sequence[tuple[str, float]], script: str) -> str:
    scores = _among(evidence.languages, _total(evidence, words), script)
    return max(scores, key=scores.__getitem__)


def _chunks(words: Sequence[tuple[str, float]]) -> Iterator[Sequence[tuple[str, float]]]:
    return (words[at : at + CHUNK] for at in range(0, len(words), CHUNK))
