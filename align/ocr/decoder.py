"""Two readings of a page: the first learns its habits, the second asks every witness; then all is settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from align.ocr import reranker
from align.ocr.candidates.build import PreviousPass, Respelling, build_lattice
from align.ocr.channel.adaptation import Profile, estimate_profile
from align.ocr.channel.channel import Channel
from align.ocr.channel.engines import prior_channel
from align.ocr.features import lexical, ngram, span_queries
from align.ocr.features.passes import (
    Draft,
    Evidence,
    Second,
    Values,
    first_evidence,
    last_evidence,
    second_evidence,
)
from align.ocr.lattice.lattice import CandidateLattice, FeatureCache
from align.ocr.runtime.resources import LanguageResources, reranker_for
from align.ocr.translation.bead_context import TargetContext

CERTAIN = 0.5
SETTLED = 0.01
"""Probability of an error at first sight up to which a second finds none: of 11,000 words of the development
data not one less doubted ended above .1."""
ROUNDS = 2


@dataclass(frozen=True, eq=False)
class DecodingResult:
    """A page read twice: its readings, their probabilities, all evidence, and the habits it was read with.

    ``said``: the word of the translation that answers a reading, by row.
    """

    page: CandidateLattice
    probabilities: Values
    evidence: Evidence
    said: Mapping[int, str]
    profile: Profile
    channel: Channel


def decode(
    texts: Sequence[str], partner: TargetContext, tools: LanguageResources, spelling: Respelling | None = None
) -> DecodingResult:
    """Read a page, learn from its sure corrections, and read it again. ``spelling``: of older words."""
    second = second_pass(texts, partner, tools, reranker_for(tools, "first"), spelling)
    last = rescore(second, tools, reranker_for(tools, "draft"))
    probabilities = reranker.softmax(reranker_for(tools, "final").score(last.evidence), last.page.starts)
    channel = last.profile.channel()
    return DecodingResult(last.page, probabilities, last.evidence, last.heard.words, last.profile, channel)


def second_pass(
    texts: Sequence[str],
    partner: TargetContext,
    tools: LanguageResources,
    first: reranker.LogLinearReranker,
    spelling: Respelling | None = None,
) -> Second:
    """A page read at first sight by the ``first`` weights, then with what that taught.

    The second page proposes nothing where the first left no doubt.
    """
    memory = FeatureCache()
    page = build_lattice(
        texts, partner.target_words, tools.indexes, prior_channel(), memory, spelling=spelling
    )
    profile, _, glance = adapt_channel(page, first_evidence(page, tools), first)
    belief = best_hypothesis(page, glance)
    channel = profile.channel()
    again = build_lattice(
        texts,
        partner.target_words,
        tools.indexes,
        channel,
        memory,
        PreviousPass(belief, _settled(page, glance)),
        spelling,
    )
    found, heard = second_evidence(again, tools, profile, belief, partner, first)
    return Second(again, partner, found, heard, profile, belief)


def rescore(second: Second, tools: LanguageResources, draft: reranker.LogLinearReranker) -> Second:
    """The same with the habits and neighbours that the corrections now show, and what whole sentences say.

    ``draft``: the weights of the evidence so far.
    """
    page = second.page
    profile, channel, shares = adapt_channel(page, second.evidence, draft, second.profile)
    belief = best_hypothesis(page, shares)
    found = last_evidence(second, tools, Draft(channel, shares, belief))
    return Second(page, second.partner, found, second.heard, profile, belief)


def adapt_channel(
    page: CandidateLattice,
    found: Evidence,
    weights: reranker.LogLinearReranker,
    known: Profile = Profile({}, {}),
) -> tuple[Profile, Values, Values]:
    """What the page's corrections teach: EM.

    ``known``: the habits that the evidence on the channel was found with. Also what the channel says with
    those learned, and the probabilities of the page's readings with that.
    """
    profile, probabilities = known, reranker.softmax(weights.score(found), page.starts)
    live = np.flatnonzero(probabilities > span_queries.PRUNE_BELOW)
    channel = found["channel"].copy()
    for _ in range(ROUNDS):
        profile = estimate_profile(page, probabilities, profile.channel())
        channel[live] = lexical.channel_scores(page, profile.channel(), live)
        probabilities = reranker.softmax(weights.score({**found, "channel": channel}), page.starts)
    return profile, channel, probabilities


def best_hypothesis(page: CandidateLattice, probabilities: Values) -> list[list[str]]:
    """The likeliest text of each chunk; a chunk joined to the one before is empty."""
    belief = ngram.observed_hypothesis(page)
    for number, site in enumerate(page.slots):
        here = probabilities[page.starts[number] : page.starts[number + 1]]
        best = site.candidates[int(here.argmax())]
        if not best.changed or best is site.candidates[-1] or here.max() < CERTAIN:
            continue
        for at in range(best.start, best.stop):
            belief[site.sentence][at] = best.text if at == best.start else ""
    return belief


def _settled(page: CandidateLattice, glance: Values) -> frozenset[tuple[int, int]]:
    """Sentence and number of the chunks that were hardly doubted at first sight."""
    doubts = 1 - glance[page.starts[:-1]]
    return frozenset(
        (site.sentence, site.position)
        for site, doubt in zip(page.slots, doubts, strict=True)
        if doubt < SETTLED
    )
