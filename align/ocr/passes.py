"""Two readings of a page: the first learns its habits, the second asks every witness; then all is settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from align.ocr import evidence, fusion, neighbours, testimony
from align.ocr.confusion import Channel
from align.ocr.page import Memory, Page
from align.ocr.partner import Partner
from align.ocr.prior import prior
from align.ocr.profile import Profile, learn
from align.ocr.survey import Earlier, Spelling, survey
from align.ocr.toolbox import Tools, weights
from align.ocr.witnesses import (
    Draft,
    Evidence,
    Second,
    Values,
    first_evidence,
    last_evidence,
    second_evidence,
)

CERTAIN = 0.5
SETTLED = 0.01
"""Probability of an error at first sight up to which a second finds none: of 11,000 words of the development
data not one less doubted ended above .1."""
ROUNDS = 2


@dataclass(frozen=True, eq=False)
class Reread:
    """A page read twice: its readings, their probabilities, all evidence, and the habits it was read with.

    ``said``: the word of the translation that answers a reading, by row.
    """

    page: Page
    probabilities: Values
    evidence: Evidence
    said: Mapping[int, str]
    profile: Profile
    channel: Channel


def read_twice(
    texts: Sequence[str], partner: Partner, tools: Tools, spelling: Spelling | None = None
) -> Reread:
    """Read a page, learn from its sure corrections, and read it again. ``spelling``: of older words."""
    second = read_again(texts, partner, tools, weights(tools, "first"), spelling)
    last = settle(second, tools, weights(tools, "draft"))
    probabilities = fusion.softmax(weights(tools, "final").scores(last.evidence), last.page.starts)
    channel = last.profile.channel()
    return Reread(last.page, probabilities, last.evidence, last.heard.words, last.profile, channel)


def read_again(
    texts: Sequence[str],
    partner: Partner,
    tools: Tools,
    first: fusion.Fusion,
    spelling: Spelling | None = None,
) -> Second:
    """A page read at first sight by the ``first`` weights, then with what that taught.

    The second page proposes nothing where the first left no doubt.
    """
    memory = Memory()
    page = survey(texts, partner.words, tools.lexicon, prior(), memory, spelling=spelling)
    profile, _, glance = habits(page, first_evidence(page, tools), first)
    belief = believed(page, glance)
    channel = profile.channel()
    again = survey(
        texts,
        partner.words,
        tools.lexicon,
        channel,
        memory,
        Earlier(belief, _settled(page, glance)),
        spelling,
    )
    found, heard = second_evidence(again, tools, profile, belief, partner, first)
    return Second(again, partner, found, heard, profile, belief)


def settle(second: Second, tools: Tools, draft: fusion.Fusion) -> Second:
    """The same with the habits and neighbours that the corrections now show, and what whole sentences say.

    ``draft``: the weights of the evidence so far.
    """
    page = second.page
    profile, channel, shares = habits(page, second.evidence, draft, second.profile)
    belief = believed(page, shares)
    found = last_evidence(second, tools, Draft(channel, shares, belief))
    return Second(page, second.partner, found, second.heard, profile, belief)


def habits(
    page: Page,
    found: Evidence,
    weights: fusion.Fusion,
    known: Profile = Profile({}, {}),
) -> tuple[Profile, Values, Values]:
    """What the page's corrections teach: EM.

    ``known``: the habits that the evidence on the channel was found with. Also what the channel says with
    those learned, and the probabilities of the page's readings with that.
    """
    profile, probabilities = known, fusion.softmax(weights.scores(found), page.starts)
    live = np.flatnonzero(probabilities > testimony.HOPELESS)
    channel = found["channel"].copy()
    for _ in range(ROUNDS):
        profile = learn(page, probabilities, profile.channel())
        channel[live] = evidence.channel(page, profile.channel(), live)
        probabilities = fusion.softmax(weights.scores({**found, "channel": channel}), page.starts)
    return profile, channel, probabilities


def believed(page: Page, probabilities: Values) -> list[list[str]]:
    """The likeliest text of each chunk; a chunk joined to the one before is empty."""
    belief = neighbours.as_read(page)
    for number, site in enumerate(page.sites):
        here = probabilities[page.starts[number] : page.starts[number + 1]]
        best = site.readings[int(here.argmax())]
        if not best.changed or best is site.readings[-1] or here.max() < CERTAIN:
            continue
        for at in range(best.start, best.stop):
            belief[site.sentence][at] = best.text if at == best.start else ""
    return belief


def _settled(page: Page, glance: Values) -> frozenset[tuple[int, int]]:
    """Sentence and number of the chunks that were hardly doubted at first sight."""
    doubts = 1 - glance[page.starts[:-1]]
    return frozenset(
        (site.sentence, site.at) for site, doubt in zip(page.sites, doubts, strict=True) if doubt < SETTLED
    )
