"""Sentences that are translated out of order: where their partners stand, in words."""

from __future__ import annotations

from collections.abc import Mapping

from align.bitext_data import BitextData
from align.text.document import SIDES, Side

QUOTED = 60
"""Characters of the partner that are quoted."""

PARTNERS: Mapping[Side, str] = {"source": "Its translation", "target": "Its original"}


def moved_sentences(bitext: BitextData) -> Mapping[tuple[Side, int], str]:
    """Side and raw offset where each sentence begins that is translated out of order -> what to say of it."""
    texts = {text.side: text.sentences for text in bitext.texts}
    return {
        (side, texts[side][index].origin[0].start): _where(
            side, [texts[_other(side)][at].text for at in found]
        )
        for (side, index), found in bitext.moved_to.items()
    }


def _other(side: Side) -> Side:
    return SIDES[side == "source"]


def _where(side: Side, partners: list[str]) -> str:
    text = " ".join(partners)
    quoted = text if len(text) <= QUOTED else f"{text[:QUOTED].rstrip()}…"
    return f"{PARTNERS[side]} stands elsewhere: “{quoted}”"
