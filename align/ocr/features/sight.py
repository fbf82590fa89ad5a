"""Features of a token and its neighbours alone, by which the gate lets words pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np

from align.lang.lexicon import Lexicon
from align.ocr.features.edit_type import error_rates
from align.ocr.features.group import described
from align.ocr.features.matrix import FeatureMatrix, Values
from align.ocr.lattice.suspicious import is_suspicious
from align.ocr.lm import NgramModel
from align.text.token import Token
from align.text.word_tokens import word_tokens

MAX_LENGTH = 12
"""Letters of a word beyond which its length tells nothing more."""

STOPS = '.!?…:;"«“„(—–-'
"""Marks behind which a capital letter may begin a sentence."""


@dataclass(frozen=True, eq=False)
class Seen:
    """A token among its neighbours.

    Attributes:
        token: The token.
        before: The token before it in its sentence; ``None`` where there is none.
        behind: Likewise.
        lexicon: The words of the language.
    """

    token: Token
    before: Token | None
    behind: Token | None
    lexicon: Lexicon


def sight_frequency(seen: Seen) -> float:
    """Zipf frequency of the word."""
    return seen.lexicon.zipf(seen.token.core)


def sight_length(seen: Seen) -> float:
    """Letters of the word, at most twelve."""
    return float(min(len(seen.token.core), MAX_LENGTH))


def sight_short(seen: Seen) -> float:
    """1 for a word of one or two letters."""
    return float(len(seen.token.core) < 3)


def sight_capital(seen: Seen) -> float:
    """1 for a word with a capital."""
    return float(seen.token.core[:1].isupper())


def sight_inner_capital(seen: Seen) -> float:
    """1 for a word with a capital where no sentence begins."""
    inside = seen.before is not None and not set(seen.before.trail or seen.before.lead) & set(STOPS)
    return float(seen.token.core[:1].isupper() and inside and not seen.token.lead)


def sight_first(seen: Seen) -> float:
    """1 for the first word of a sentence."""
    return float(seen.before is None)


def sight_first_small(seen: Seen) -> float:
    """1 for the first word of a sentence in small letters."""
    return float(seen.before is None and seen.token.core[:1].islower())


def sight_last_open(seen: Seen) -> float:
    """1 for the last word of a sentence without a stop behind it."""
    return float(seen.behind is None and not seen.token.trail)


def sight_lead(seen: Seen) -> float:
    """Marks before the word."""
    return float(len(seen.token.lead))


def sight_comma(seen: Seen) -> float:
    """1 where a comma stands behind the word."""
    return float(seen.token.trail == ",")


def sight_stop(seen: Seen) -> float:
    """1 where a full stop stands behind the word."""
    return float(seen.token.trail[:1] == ".")


def sight_other_mark(seen: Seen) -> float:
    """1 where another mark stands behind the word."""
    return float(seen.token.trail[:1] not in ("", ",", "."))


def sight_stop_inside(seen: Seen) -> float:
    """1 where a mark that ends sentences stands behind the word, and a small letter follows."""
    follows = seen.behind is not None and seen.behind.core[:1].islower()
    return float(bool(follows and seen.token.trail and seen.token.trail[0] in ".!?"))


def sight_frequency_before(seen: Seen) -> float:
    """Zipf frequency of the word before it."""
    return seen.lexicon.zipf(seen.before.core) if seen.before is not None and seen.before.core else 0.0


def sight_frequency_behind(seen: Seen) -> float:
    """Zipf frequency of the word behind it."""
    return seen.lexicon.zipf(seen.behind.core) if seen.behind is not None and seen.behind.core else 0.0


def sight_odd_before(seen: Seen) -> float:
    """1 where the token before it is no known word, number or usual mark."""
    return float(seen.before is not None and is_suspicious(seen.before, seen.lexicon))


def sight_odd_behind(seen: Seen) -> float:
    """1 where the token behind it is no known word, number or usual mark."""
    return float(seen.behind is not None and is_suspicious(seen.behind, seen.lexicon))


MEASURES: Mapping[str, Callable[[Seen], float]] = {
    measure.__name__: measure
    for measure in (
        sight_frequency,
        sight_length,
        sight_short,
        sight_capital,
        sight_inner_capital,
        sight_first,
        sight_first_small,
        sight_last_open,
        sight_lead,
        sight_comma,
        sight_stop,
        sight_other_mark,
        sight_stop_inside,
        sight_frequency_before,
        sight_frequency_behind,
        sight_odd_before,
        sight_odd_behind,
    )
}

FEATURES: Mapping[str, str] = {
    **described(MEASURES),
    "sight_ngram_before": "log probability of the token before it, by the n-gram model",
    "sight_ngram": "log probability of the token",
    "sight_ngram_behind": "log probability of the two words or marks behind it",
    "sight_document_rate": "log of the share of suspicious tokens of the document",
    "sight_near_rate": "the same around the token, less that of the document",
    "sight_any": "1 for any token",
}
"""Name of each feature -> what it is."""


def sight_features(
    sentences: Sequence[Sequence[Token]], lexicon: Lexicon, model: NgramModel | None
) -> FeatureMatrix:
    """The features of all tokens, sentence after sentence.

    Args:
        sentences: The tokens of each sentence.
        lexicon: The words of their language.
        model: Its n-gram model; without one three features are 0.
    """
    seen = list(chain.from_iterable(_seen(tokens, lexicon) for tokens in sentences))
    columns = {name: np.array([measure(one) for one in seen], float) for name, measure in MEASURES.items()}
    suspicious = np.array([is_suspicious(one.token, lexicon) for one in seen], float)
    rate, near = error_rates(suspicious)
    columns["sight_document_rate"] = np.full(len(seen), rate)
    columns["sight_near_rate"] = near
    columns["sight_any"] = np.ones(len(seen))
    if model is not None:
        names = ("sight_ngram_before", "sight_ngram", "sight_ngram_behind")
        columns |= zip(names, _language(sentences, model), strict=True)
    return FeatureMatrix(len(seen), columns)


def _seen(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Seen]:
    beside = (None, *tokens, None)
    places = zip(tokens, beside, beside[2:], strict=False)
    return (Seen(token, before, behind, lexicon) for token, before, behind in places)


def _language(sentences: Sequence[Sequence[Token]], model: NgramModel) -> tuple[Values, Values, Values]:
    """For each token the log probability of the token before it, its own, and of two words behind it."""
    words = [[word_tokens(token.text) for token in tokens] for tokens in sentences]
    logs = iter(model.of_sentences([list(chain.from_iterable(own)) for own in words]))
    before, own, behind = list[float](), list[float](), list[float]()
    for tokens in words:
        values = next(logs).tolist()
        ends = np.cumsum([0, *map(len, tokens)]).tolist()
        sums = [sum(values[start:end]) for start, end in pairwise(ends)]
        own += sums
        before += [0.0, *sums][: len(sums)]
        behind += [sum(values[end : end + 2]) for end in ends[1:]]
    return np.array(before), np.array(own), np.array(behind)
