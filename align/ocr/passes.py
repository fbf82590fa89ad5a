"""Two readings of a page: the first learns its habits, the second weighs all evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import Encoder
from align.ocr import (
    confusion,
    context,
    evidence,
    fusion,
    grammar,
    lexicon,
    neighbours,
    testimony,
    translation,
)
from align.ocr.confusion import Channel
from align.ocr.context import ContextModel, meaning
from align.ocr.context.meaning import MeaningModel
from align.ocr.grammar import Grammar
from align.ocr.lexicon import Lexicon
from align.ocr.page import Memory, Page
from align.ocr.profile import Profile, learn
from align.ocr.survey import survey
from align.ocr.translation import Witness

Values = NDArray[np.float64]
CERTAIN = 0.5
HOPELESS = 1e-7
"""No habit of a page makes readings believed that were less likely."""
ROUNDS = 2


@dataclass(frozen=True, eq=False)
class Tools:
    """What a language gives to read with."""

    lexicon: Lexicon
    prior: Channel
    context: ContextModel | None
    grammar: Grammar | None
    meaning: MeaningModel | None
    languages: tuple[str, str]
    encoder: Encoder | None


def load(languages: tuple[str, str], encoder: Encoder | None) -> Tools:
    """What there is for the first of two languages, the second being its translation's."""
    own = languages[0]
    return Tools(
        lexicon.load(own),
        confusion.prior(),
        context.load(own),
        grammar.load(own),
        meaning.load(own),
        languages,
        encoder,
    )


def weights(tools: Tools, stage: str) -> fusion.Fusion:
    """The weights of a stage, fitted apart for languages without a grammar."""
    return fusion.load(stage if tools.grammar is not None else f"{stage}-plain")


@dataclass(frozen=True, eq=False)
class Partner:
    """The other side. ``words``: for each sentence those of its translation; ``beads``: its bead's number.

    ``texts``: of each bead the other side's text.
    """

    words: Sequence[tuple[str, ...]]
    beads: Sequence[int]
    texts: Sequence[str]


def first_evidence(page: Page, tools: Tools) -> Mapping[str, Values]:
    """What can be said of a page at first sight: words, shapes, and neighbours as they were read."""
    return {
        **evidence.shape(page),
        **evidence.change(page),
        "channel": evidence.channel(page, tools.prior),
        "context": _context(page, tools, neighbours.as_read(page)),
    }


def habits(
    page: Page,
    found: Mapping[str, Values],
    tools: Tools,
    weights: fusion.Fusion,
    known: Profile = Profile({}, {}),
) -> tuple[Profile, Values]:
    """What the page's corrections teach, and the probabilities of its readings with that: EM.

    ``known``: the habits that the evidence on the channel was found with.
    """
    scores = weights.scores(found)
    profile, probabilities = known, fusion.softmax(scores, page.starts)
    live = np.flatnonzero(probabilities > HOPELESS)
    for _ in range(ROUNDS):
        profile = learn(page, probabilities, profile.channel(tools.prior))
        moved = np.zeros(len(scores))
        moved[live] = evidence.channel(page, profile.channel(tools.prior), live) - found["channel"][live]
        probabilities = fusion.softmax(scores + weights.weights["channel"] * moved, page.starts)
    return profile, probabilities


def second_evidence(
    page: Page, tools: Tools, profile: Profile, belief: neighbours.Belief, partner: Partner
) -> tuple[Mapping[str, Values], Mapping[int, str]]:
    """The same with the page's own habits and believed neighbours; and the costlier witnesses where it pays.

    Also, by row, the word of the translation that answers a reading.
    """
    found = {
        **evidence.shape(page),
        **evidence.change(page),
        "channel": evidence.channel(page, profile.channel(tools.prior)),
        "context": _context(page, tools, belief),
    }
    found |= evidence.emphasis(page, found["context"])
    if tools.context is not None:
        found["capital"] = neighbours.capitals(page, tools.context, belief)
    else:
        found["capital"] = np.zeros(len(page.readings))
    glance = fusion.softmax(weights(tools, "first").scores(found), page.starts)
    asked = list(testimony.questions(page, belief, glance))
    found |= testimony.grammar(page, asked, tools.grammar, belief)
    found["grammar_known"] = found["grammar"] * (found["from_known"] > 0)
    found["vouched"] = testimony.vouched(page, asked)
    found["repeated"] = np.where(found["vouched"] > 0, 0.0, found["repeated"])
    found["meaning"] = testimony.fitting(page, asked, tools.meaning, belief)
    found["translation"], said = testimony.translation(page, asked, *_witness(tools, belief, partner))
    return found, said


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
class Reread:
    """A page read twice: its readings, their probabilities, all evidence, and the habits it was read with.

    ``said``: the word of the translation that answers a reading, by row.
    """

    page: Page
    probabilities: Values
    evidence: Mapping[str, Values]
    said: Mapping[int, str]
    profile: Profile
    channel: Channel


def read_twice(texts: Sequence[str], partner: Partner, tools: Tools) -> Reread:
    """Read a page, learn from its sure corrections, and read it again."""
    memory = Memory()
    first = survey(texts, partner.words, tools.lexicon, tools.prior, memory)
    profile, glance = habits(first, first_evidence(first, tools), tools, weights(tools, "first"))
    second = survey(texts, partner.words, tools.lexicon, profile.channel(tools.prior), memory)
    found, said = second_evidence(second, tools, profile, believed(first, glance), partner)
    profile, probabilities = habits(second, found, tools, weights(tools, "final"), profile)
    return Reread(second, probabilities, found, said, profile, profile.channel(tools.prior))
