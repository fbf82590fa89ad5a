"""Two readings of a page: the first learns its habits, the second asks every witness; then all is settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from align.ocr.confusion import Channel
from align.ocr.page import Memory, Page
from align.ocr.partner import Partner
from align.ocr.profile import Profile, learn
from align.ocr.survey import Earlier, Spelling, survey
from align.ocr.toolbox import Tools, weights
from align.ocr.translation import Witness

if TYPE_CHECKING:
    from align.ocr.matches import Matching

Values = NDArray[np.float64]
Evidence = Mapping[str, Values]
"""By name, one number a reading."""
CERTAIN = 0.5
ECHOED = 0.001
"""Probability of an error from which the rest of the side is asked."""
SETTLED = 0.01
"""Probability of an error at first sight up to which a second finds none: of 11,000 words of the development
data not one less doubted ended above .1."""
ROUNDS = 2


def first_evidence(page: Page, tools: Tools) -> Evidence:
    """What can be said of a page at first sight: words, shapes, and neighbours as they were read."""
    return {
        **evidence.shape(page),
        **change.change(page),
        "channel": evidence.channel(page, tools.prior),
        "context": _context(page, tools, neighbours.as_read(page)),
    }


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


def believed(page: Page, probabilities: NDArray[np.float64]) -> list[list[str]]:
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
    page = survey(texts, partner.words, tools.lexicon, tools.prior, memory, spelling=spelling)
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
    found = {**second.evidence, "channel": channel, "context": _anew(second, tools, belief)}
    found |= change.emphasis(page, found["context"])
    found["plain"] = _without_habits(page, shares, channel, tools)
    asked = [*testimony.questions(page, belief, shares), *testimony.lone(page, belief, shares)]
    found |= stops.stops(page, belief, shares, tools.grammar)
    found |= gaps.gaps(page, asked, tools.gap, belief, shares, _matching(second, tools, belief))
    return Second(page, second.partner, found, second.heard, profile, belief)


def _without_habits(page: Page, shares: Values, channel: Values, tools: Tools) -> Values:
    """What the channel would say on any page: habits learned from wrong corrections confirm themselves."""
    found, live = channel.copy(), np.flatnonzero(shares > testimony.HOPELESS)
    found[live] = evidence.channel(page, tools.prior, live)
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


def _anew(second: Second, tools: Tools, belief: neighbours.Belief) -> Values:
    """What neighbours say, asked again in sentences of which something else is believed now.

    A larger model of the user's has read whole sentences already.
    """
    pairs = enumerate(zip(second.belief, belief, strict=True))
    moved = {number for number, (old, new) in pairs if list(old) != list(new)}
    rows = np.flatnonzero([site.sentence in moved for site, _ in second.page.readings])
    context = second.evidence["context"].copy()
    if tools.context is not None and tools.masked is None and len(rows):
        context[rows] = neighbours.context(second.page, tools.context, belief, rows)
    return context


def _settled(page: Page, glance: Values) -> frozenset[tuple[int, int]]:
    """Sentence and number of the chunks that were hardly doubted at first sight."""
    doubts = 1 - glance[page.starts[:-1]]
    return frozenset(
        (site.sentence, site.at) for site, doubt in zip(page.sites, doubts, strict=True) if doubt < SETTLED
    )
