"""Sentences -> a page: every chunk with all it may say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from align.ocr import names
from align.ocr.brackets import insertions
from align.ocr.candidates import LONG, search
from align.ocr.confusion import Channel
from align.ocr.exempt import exempt
from align.ocr.lexicon import Lexicon
from align.ocr.page import Memory, Page, Site
from align.ocr.place import Place
from align.ocr.propose import as_read, proposals, queries
from align.ocr.reading import OTHER, Reading
from align.ocr.tokens import Chunk, chunks, fold, parse

REPEATED = 2
Spelling = Callable[[str], str]


@dataclass(frozen=True)
class Earlier:
    """What an earlier reading of a page left.

    ``believed``: the text of each chunk of each sentence; its words are candidates for others.
    ``settled``: sentence and number of the chunks that nothing else needs to be proposed for.
    """

    believed: Sequence[Sequence[str]] = ()
    settled: frozenset[tuple[int, int]] = frozenset()


def survey(
    texts: Sequence[str],
    partners: Sequence[tuple[str, ...]],
    lexicon: Lexicon,
    channel: Channel,
    memory: Memory | None = None,
    earlier: Earlier = Earlier(),
    spelling: Spelling | None = None,
) -> Page:
    """The page of one side. ``partners``: for each sentence the words of its translation.

    ``earlier``: what came of reading it before. ``spelling``: of a word as it would be spelt today.
    """
    memory = memory or Memory()
    sentences = [chunks(text) for text in texts]
    if spelling is not None:
        sentences = [tuple(respelt(chunk, spelling) for chunk in sentence) for sentence in sentences]
    extra = tuple({*_repeated_words(sentences, lexicon), *_words_of(earlier.believed, lexicon)})
    asked = _open(sentences, lexicon, insertions(texts), earlier.settled)
    wanted = [query for own, at in zip(sentences, asked, strict=True) for query in queries(own, at, lexicon)]
    found = search(wanted, lexicon, channel, extra, memory.near)
    sites: list[Site] = []
    for number, (sentence, partner) in enumerate(zip(sentences, partners, strict=True)):
        foreign = tuple(dict.fromkeys(partner))
        places = [Place(sentence, at, lexicon, channel, found, foreign) for at in range(len(sentence))]
        proposed = [
            _as_named(place, proposals(place), partner) if place.at in asked[number] else as_read(place)
            for place in places
        ]
        sites += _sites(number, proposed, asked[number])
    return Page(sentences, sites, lexicon, partners, memory)


def _open(
    sentences: Sequence[Sequence[Chunk]],
    lexicon: Lexicon,
    inserted: Sequence[Sequence[range]],
    settled: Container[tuple[int, int]],
) -> list[tuple[int, ...]]:
    """For each sentence the chunks that may be doubted."""
    kept = (exempt(own, lexicon, ranges) for own, ranges in zip(sentences, inserted, strict=True))
    return [
        tuple(at for at, keep in enumerate(row) if not keep and (number, at) not in settled)
        for number, row in enumerate(kept)
    ]


def _sites(sentence: int, proposed: Sequence[tuple[Reading, ...]], asked: Container[int]) -> Iterator[Site]:
    """A reading that joins two chunks competes at both."""
    for at, readings in enumerate(proposed):
        before = [reading for reading in (proposed[at - 1] if at else ()) if reading.stop > at]
        other = Reading(at, at + 1, readings[0].text, OTHER)
        yield Site(sentence, at, (*readings, *before, other) if at in asked else readings)


def _as_named(place: Place, proposed: tuple[Reading, ...], partner: Sequence[str]) -> tuple[Reading, ...]:
    """A name that sounds as the translation writes it is no misread word; its marks may be."""
    core = place.chunk.core
    if not core[:1].isupper() or place.lexicon.knows(core) or names.vouched(core, partner) < 1:
        return proposed
    return tuple(reading for reading in proposed if parse(reading.text).core == core)


def _repeated_words(sentences: Sequence[Sequence[Chunk]], lexicon: Lexicon) -> tuple[str, ...]:
    """Words no dictionary knows that this side writes again and again: its names and terms."""
    counts = Counter(fold(chunk.core) for sentence in sentences for chunk in sentence if len(chunk.core) > 3)
    return tuple(
        word
        for word, count in counts.items()
        if count >= REPEATED and parse(word).core.isalpha() and not lexicon.knows(word)
    )


def _words_of(believed: Iterable[Sequence[str]], lexicon: Lexicon) -> Iterator[str]:
    """The longer words of a text that a dictionary knows, folded."""
    for sentence in believed:
        for text in sentence:
            core = fold(parse(text).core)
            if len(core) >= LONG and core.isalpha() and lexicon.knows(core):
                yield core


def respelt(chunk: Chunk, spelling: Spelling) -> Chunk:
    """The chunk with its word in another spelling, in its old place."""
    return replace(chunk, core=spelling(chunk.core))
