"""What is asked about a page: at first sight, when its habits are known, and when all else is settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import EMBEDDED
from align.ocr import lm, reranker, translation
from align.ocr.channel.adaptation import Profile
from align.ocr.channel.engines import prior_channel
from align.ocr.features import cache_lm, cloze, edit_type, lexical, ngram, punctuation_case, span_queries
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.runtime.resources import LanguageResources
from align.ocr.translation import WordAligner
from align.ocr.translation.bead_context import TargetContext

if TYPE_CHECKING:
    from align.ocr.features.word_match import BeadMatching

Values = NDArray[np.float64]
Evidence = Mapping[str, Values]
"""By name, one number a reading."""
ECHOED = 0.001
"""Probability of an error from which the rest of the side is asked."""


@dataclass(frozen=True, eq=False)
class Second:
    """A page read again: what it may say, what speaks for that, and what was believed before.

    ``heard``: what the translation says; ``profile``: the habits and ``belief``: the text the evidence was
    found with.
    """

    page: CandidateLattice
    partner: TargetContext
    evidence: Evidence
    heard: span_queries.TranslationEvidence
    profile: Profile
    belief: ngram.Hypothesis


@dataclass(frozen=True, eq=False)
class Draft:
    """What the evidence so far makes of a page: the likeliest text, and the probabilities of its readings.

    ``channel``: what the channel says with the habits that text shows.
    """

    channel: Values
    shares: Values
    belief: ngram.Hypothesis


def first_evidence(page: CandidateLattice, tools: LanguageResources) -> Evidence:
    """What can be said of a page at first sight: words, shapes, and neighbours as they were read."""
    return {
        **lexical.lexical_features(page),
        **edit_type.edit_type_features(page),
        "channel": lexical.channel_scores(page, prior_channel()),
        "context": _context(page, tools, ngram.observed_hypothesis(page)),
    }


def second_evidence(
    page: CandidateLattice,
    tools: LanguageResources,
    profile: Profile,
    belief: ngram.Hypothesis,
    partner: TargetContext,
    first: reranker.LogLinearReranker,
) -> tuple[Evidence, span_queries.TranslationEvidence]:
    """The same with the page's own habits and believed neighbours; and the costlier witnesses where it pays.

    ``first``: the weights of the first stage, which tell where that is. Also what the translation was heard
    to say.
    """
    found = {
        **lexical.lexical_features(page),
        **edit_type.edit_type_features(page),
        "channel": lexical.channel_scores(page, profile.channel()),
        "context": _context(page, tools, belief),
    }
    if tools.context is None or tools.gap is not None:  # which knows more of capitals
        found["capital"] = np.zeros(len(page.candidates))
    else:
        found["capital"] = ngram.truecase_log_odds(page, tools.context, belief)
    glance = reranker.softmax(first.score(found), page.starts)
    doubtful = 1 - glance[page.starts[:-1]] > ECHOED
    found |= cache_lm.cache_features(page, belief, np.flatnonzero(doubtful[page.slot_of]))
    asked = list(span_queries.uncertain_spans(page, belief, glance))
    if tools.masked is not None:
        found["context"] = span_queries.masked(asked, tools.masked, belief, found["context"])
    found |= edit_type.interactions(page, found["context"])
    found |= span_queries.grammar(page, asked, tools.grammar, belief)
    found["grammar_known"] = found["grammar"] * (found["from_known"] > 0)
    found["vouched"] = span_queries.name_similarities(page, asked)
    found["repeated"] = np.where(found["vouched"] > 0, 0.0, found["repeated"])
    answered, heard = span_queries.translation(page, asked, *_witness(tools, belief, partner))
    return {**found, **answered}, heard


def last_evidence(second: Second, tools: LanguageResources, draft: Draft) -> Evidence:
    """The same with what a draft of the corrections shows, and what whole sentences say.

    Whether a word is a name is asked once: as it was read among words that were.
    """
    page, shares, belief = second.page, draft.shares, draft.belief
    moved = _moved(second, belief)
    found = {**second.evidence, "channel": draft.channel, "context": _anew(second, tools, belief, moved)}
    found |= edit_type.interactions(page, found["context"])
    found["plain"] = _without_habits(page, shares, draft.channel)
    asked = list(span_queries.uncertain_spans(page, belief, shares))
    again = [question for question in asked if question.sentence in moved]
    rows = [row for question in again for row in question.rows]
    found["grammar"] = second.evidence["grammar"].copy()
    found["grammar"][rows] = span_queries.grammar(page, again, tools.grammar, belief)["grammar"][rows]
    found["grammar_known"] = found["grammar"] * (found["from_known"] > 0)
    asked += span_queries.isolated_marks(page, belief, shares)
    found |= punctuation_case.punctuation_features(page, belief, shares, tools.grammar)
    found |= cloze.cloze_features(page, asked, tools.gap, belief, shares, _matching(second, tools, belief))
    return found


def _witness(
    tools: LanguageResources, belief: ngram.Hypothesis, partner: TargetContext
) -> tuple[WordAligner | None, list[tuple[int, int]]]:
    """The translation's witness, and where each sentence stands in its bead: bead, tokens before it."""
    if tools.encoder is None or not any(partner.target_texts):
        return None, []
    before = [0] * len(partner.target_texts)
    places: list[tuple[int, int]] = []
    for bead, chunks in zip(partner.bead_numbers, belief, strict=True):
        places.append((bead, before[bead]))
        before[bead] += sum(len(lm.word_tokens(text)) for text in chunks)
    pairs = span_queries.pairs(list(zip(partner.bead_numbers, belief, strict=True)), partner.target_texts)
    return translation.build_word_aligner(pairs, tools.languages, tools.encoder), places


def _context(
    page: CandidateLattice, tools: LanguageResources, belief: ngram.Hypothesis
) -> NDArray[np.float64]:
    if tools.context is None:
        return np.zeros(len(page.candidates))
    return ngram.ngram_scores(page, tools.context, belief)


def _moved(second: Second, belief: ngram.Hypothesis) -> frozenset[int]:
    """The sentences of which something else is believed now."""
    pairs = enumerate(zip(second.belief, belief, strict=True))
    return frozenset(number for number, (old, new) in pairs if list(old) != list(new))


def _anew(
    second: Second, tools: LanguageResources, belief: ngram.Hypothesis, moved: frozenset[int]
) -> Values:
    """What neighbours say, asked again in these sentences.

    A larger model of the user's has read whole sentences already.
    """
    rows = np.flatnonzero([site.sentence in moved for site, _ in second.page.candidates])
    lm = second.evidence["context"].copy()
    if tools.context is not None and tools.masked is None and len(rows):
        lm[rows] = ngram.ngram_scores(second.page, tools.context, belief, rows)
    return lm


def _without_habits(page: CandidateLattice, shares: Values, channel: Values) -> Values:
    """What the channel would say on any page: habits learned from wrong corrections confirm themselves."""
    found, live = channel.copy(), np.flatnonzero(shares > span_queries.PRUNE_BELOW)
    found[live] = lexical.channel_scores(page, prior_channel(), live)
    return found


def _matching(second: Second, tools: LanguageResources, belief: ngram.Hypothesis) -> BeadMatching | None:
    """The matcher with the believed text, if there is one, and a translation, for these vectors of words."""
    encoder = tools.encoder
    if tools.matcher is None or tools.gap is None or encoder is None or encoder.name != EMBEDDED:
        return None
    if not any(second.partner.target_texts):
        return None
    from align.ocr.features.word_match import BeadMatching

    return BeadMatching(tools.matcher, tools.gap, encoder, belief, second.partner, second.heard.vectors)
