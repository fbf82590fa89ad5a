"""What is asked about a page: at first sight, when its habits are known, and when all else is settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import EMBEDDED
from align.ocr import (
    change,
    context,
    echo,
    evidence,
    fusion,
    gaps,
    neighbours,
    stops,
    testimony,
    translation,
)
from align.ocr.page import Page
from align.ocr.partner import Partner
from align.ocr.prior import prior
from align.ocr.profile import Profile
from align.ocr.toolbox import Tools
from align.ocr.translation import Witness

if TYPE_CHECKING:
    from align.ocr.matches import Matching

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

    page: Page
    partner: Partner
    evidence: Evidence
    heard: testimony.Heard
    profile: Profile
    belief: neighbours.Belief


@dataclass(frozen=True, eq=False)
class Draft:
    """What the evidence so far makes of a page: the likeliest text, and the probabilities of its readings.

    ``channel``: what the channel says with the habits that text shows.
    """

    channel: Values
    shares: Values
    belief: neighbours.Belief


def first_evidence(page: Page, tools: Tools) -> Evidence:
    """What can be said of a page at first sight: words, shapes, and neighbours as they were read."""
    return {
        **evidence.shape(page),
        **change.change(page),
        "channel": evidence.channel(page, prior()),
        "context": _context(page, tools, neighbours.as_read(page)),
    }


def second_evidence(
    page: Page,
    tools: Tools,
    profile: Profile,
    belief: neighbours.Belief,
    partner: Partner,
    first: fusion.Fusion,
) -> tuple[Evidence, testimony.Heard]:
    """The same with the page's own habits and believed neighbours; and the costlier witnesses where it pays.

    ``first``: the weights of the first stage, which tell where that is. Also what the translation was heard
    to say.
    """
    found = {
        **evidence.shape(page),
        **change.change(page),
        "channel": evidence.channel(page, profile.channel()),
        "context": _context(page, tools, belief),
    }
    if tools.context is None or tools.gap is not None:  # which knows more of capitals
        found["capital"] = np.zeros(len(page.readings))
    else:
        found["capital"] = neighbours.capitals(page, tools.context, belief)
    glance = fusion.softmax(first.scores(found), page.starts)
    doubtful = 1 - glance[page.starts[:-1]] > ECHOED
    found |= echo.echoes(page, belief, np.flatnonzero(doubtful[page.site_of]))
    asked = list(testimony.questions(page, belief, glance))
    if tools.masked is not None:
        found["context"] = testimony.masked(asked, tools.masked, belief, found["context"])
    found |= change.emphasis(page, found["context"])
    found |= testimony.grammar(page, asked, tools.grammar, belief)
    found["grammar_known"] = found["grammar"] * (found["from_known"] > 0)
    found["vouched"] = testimony.vouched(page, asked)
    found["repeated"] = np.where(found["vouched"] > 0, 0.0, found["repeated"])
    answered, heard = testimony.translation(page, asked, *_witness(tools, belief, partner))
    return {**found, **answered}, heard


def last_evidence(second: Second, tools: Tools, draft: Draft) -> Evidence:
    """The same with what a draft of the corrections shows, and what whole sentences say.

    Whether a word is a name is asked once: as it was read among words that were.
    """
    page, shares, belief = second.page, draft.shares, draft.belief
    moved = _moved(second, belief)
    found = {**second.evidence, "channel": draft.channel, "context": _anew(second, tools, belief, moved)}
    found |= change.emphasis(page, found["context"])
    found["plain"] = _without_habits(page, shares, draft.channel)
    asked = list(testimony.questions(page, belief, shares))
    again = [question for question in asked if question.sentence in moved]
    rows = [row for question in again for row in question.rows]
    found["grammar"] = second.evidence["grammar"].copy()
    found["grammar"][rows] = testimony.grammar(page, again, tools.grammar, belief)["grammar"][rows]
    found["grammar_known"] = found["grammar"] * (found["from_known"] > 0)
    asked += testimony.lone(page, belief, shares)
    found |= stops.stops(page, belief, shares, tools.grammar)
    found |= gaps.gaps(page, asked, tools.gap, belief, shares, _matching(second, tools, belief))
    return found


def _witness(
    tools: Tools, belief: neighbours.Belief, partner: Partner
) -> tuple[Witness | None, list[tuple[int, int]]]:
    """The translation's witness, and where each sentence stands in its bead: bead, tokens before it."""
    if tools.encoder is None or not any(partner.texts):
        return None, []
    before = [0] * len(partner.texts)
    places: list[tuple[int, int]] = []
    for bead, chunks in zip(partner.beads, belief, strict=True):
        places.append((bead, before[bead]))
        before[bead] += sum(len(context.tokens(text)) for text in chunks)
    pairs = testimony.pairs(list(zip(partner.beads, belief, strict=True)), partner.texts)
    return translation.call(pairs, tools.languages, tools.encoder), places


def _context(page: Page, tools: Tools, belief: neighbours.Belief) -> NDArray[np.float64]:
    if tools.context is None:
        return np.zeros(len(page.readings))
    return neighbours.context(page, tools.context, belief)


def _moved(second: Second, belief: neighbours.Belief) -> frozenset[int]:
    """The sentences of which something else is believed now."""
    pairs = enumerate(zip(second.belief, belief, strict=True))
    return frozenset(number for number, (old, new) in pairs if list(old) != list(new))


def _anew(second: Second, tools: Tools, belief: neighbours.Belief, moved: frozenset[int]) -> Values:
    """What neighbours say, asked again in these sentences.

    A larger model of the user's has read whole sentences already.
    """
    rows = np.flatnonzero([site.sentence in moved for site, _ in second.page.readings])
    context = second.evidence["context"].copy()
    if tools.context is not None and tools.masked is None and len(rows):
        context[rows] = neighbours.context(second.page, tools.context, belief, rows)
    return context


def _without_habits(page: Page, shares: Values, channel: Values) -> Values:
    """What the channel would say on any page: habits learned from wrong corrections confirm themselves."""
    found, live = channel.copy(), np.flatnonzero(shares > testimony.HOPELESS)
    found[live] = evidence.channel(page, prior(), live)
    return found


def _matching(second: Second, tools: Tools, belief: neighbours.Belief) -> Matching | None:
    """The matcher with the believed text, if there is one, and a translation, for these vectors of words."""
    encoder = tools.encoder
    if tools.matcher is None or tools.gap is None or encoder is None or encoder.name != EMBEDDED:
        return None
    if not any(second.partner.texts):
        return None
    from align.ocr.matches import Matching

    return Matching(tools.matcher, tools.gap, encoder, belief, second.partner, second.heard.vectors)
