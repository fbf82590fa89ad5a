"""Sentences -> a page: every chunk with all it may say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from align.ocr.candidates import search
from align.ocr.confusion import Channel
from align.ocr.exempt import exempt
from align.ocr.lexicon import Lexicon
from align.ocr.page import Memory, Page, Site
from align.ocr.propose import Place, proposals, queries
from align.ocr.reading import OTHER, Reading
from align.ocr.tokens import Chunk, chunks, fold, parse

REPEATED = 2


def survey(
    texts: Sequence[str],
    partners: Sequence[tuple[str, ...]],
    lexicon: Lexicon,
    channel: Channel,
    memory: Memory | None = None,
) -> Page:
    """The page of one side. ``partners``: for each sentence the words of its translation."""
    memory = memory or Memory()
    sentences = [chunks(text) for text in texts]
    own = _repeated_words(sentences, lexicon)
    wanted = [query for sentence in sentences for query in queries(sentence, lexicon)]
    found = search(wanted, lexicon, channel, own, memory.near)
    sites: list[Site] = []
    for number, (sentence, partner) in enumerate(zip(sentences, partners, strict=True)):
        foreign = tuple(dict.fromkeys(word for word in partner if word[:1].isupper() or word[:1].isdigit()))
        proposed = [
            proposals(Place(sentence, at, lexicon, channel, found, foreign)) for at in range(len(sentence))
        ]
        kept = exempt(sentence, lexicon)
        sites += _sites(
            number, [own[:1] if keep else own for own, keep in zip(proposed, kept, strict=True)], kept
        )
    return Page(sentences, sites, lexicon, partners, memory)


def _sites(sentence: int, proposed: Sequence[tuple[Reading, ...]], kept: Sequence[bool]) -> Iterator[Site]:
    """A reading that joins two chunks competes at both."""
    for at, readings in enumerate(proposed):
        before = [reading for reading in (proposed[at - 1] if at else ()) if reading.stop > at]
        other = Reading(at, at + 1, readings[0].text, OTHER)
        yield Site(sentence, at, readings if kept[at] else (*readings, *before, other))


def _repeated_words(sentences: Sequence[Sequence[Chunk]], lexicon: Lexicon) -> tuple[str, ...]:
    """Words no dictionary knows that this side writes again and again: its names and terms."""
    counts = Counter(fold(chunk.core) for sentence in sentences for chunk in sentence if len(chunk.core) > 3)
    return tuple(
        word
        for word, count in counts.items()
        if count >= REPEATED and parse(word).core.isalpha() and not lexicon.knows(word)
    )
