"""Sentences that are translated out of order: where their partners stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from align.bitext_data import BitextData
from align.review.row import sentence_id
from align.text.document import SIDES, Side
from align.text.sentence import Sentence

QUOTED = 60
"""Characters of the partner that are quoted."""

PARTNERS: Mapping[Side, str] = {"source": "Its translation", "target": "Its original"}


@dataclass(frozen=True)
class MovedSentence:
    """Where the partner of a sentence stands: the id of its first sentence, and what to say of it."""

    partner: str
    words: str


def moved_sentences(bitext: BitextData) -> Mapping[str, MovedSentence]:
    """The id of each sentence that is translated out of order -> where its partner stands."""
    texts = {text.side: text.sentences for text in bitext.texts}
    found = {}
    for (side, index), partners in bitext.moved_to.items():
        other = SIDES[side == "source"]
        sentences = [texts[other][at] for at in partners]
        words = f"{PARTNERS[side]} stands elsewhere: “{_quoted(sentences)}”"
        partner = sentence_id(other, sentences[0].origin)
        found[sentence_id(side, texts[side][index].origin)] = MovedSentence(partner, words)
    return found


def _quoted(sentences: list[Sentence]) -> str:
    text = " ".join(sentence.text for sentence in sentences)
    return text if len(text) <= QUOTED else f"{text[:QUOTED].rstrip()}…"
