"""Sentences -> a page: every chunk with all it may say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from align.ocr import names
from align.ocr.brackets import insertions
from align.ocr.candidates import LONG, search
from align.ocr.confusion import Channel
from align.ocr.exempt import exempt
from align.ocr.lexicon import Lexicon
from align.ocr.page import Memory, Page, Site
from align.ocr.place import Place
from align.ocr.propose import proposals, queries
from align.ocr.reading import OTHER, Reading
from align.ocr.tokens import Chunk, chunks, fold, parse

REPEATED = 2
Spelling = Callable[[str], str]


def survey(
    texts: Sequence[str],
    partners: Sequence[tuple[str, ...]],
    lexicon: Lexicon,
    channel: Channel,
    memory: Memory | None = None,
    believed: Iterable[Sequence[str]] = (),
    spelling: Spelling | None = None,
) -> Page:
    """The page of one side. ``partners``: for each sentence the words of its translation.

    ``believed``: the text of each chunk of each sentence as an earlier reading left it; its words are
    candidates for others. ``spelling``: of a word as it would be spelt today.
    """
    memory = memory or Memory()
    sentences = [chunks(text) for text in texts]
    if spelling is not None:
        sentences = [tuple(respelt(chunk, spelling) for chunk in sentence) for sentence in sentences]
    own = tuple({*_repeated_words(sentences, lexicon), *_words_of(believed, lexicon)})
    wanted = [query for sentence in sentences for query in queries(sentence, lexicon)]
    found = search(wanted, lexicon, channel, own, memory.near)
    bracketed = insertions(texts)
    sites: list[Site] = []
    for number, (sentence, partner) in enumerate(zip(sentences, partners, strict=True)):
        foreign = tuple(dict.fromkeys(word for word in partner if word[:1].isupper() or word[:1].isdigit()))
        proposed = [
            proposals(Place(sentence, at, lexicon, channel, found, foreign)) for at in range(len(sentence))
        ]
        proposed = [
            _as_named(chunk, own, partner, lexicon) for chunk, own in zip(sentence, proposed, strict=True)
        ]
        kept = exempt(sentence, lexicon, bracketed[number])
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


def _as_named(
    chunk: Chunk, proposed: tuple[Reading, ...], partner: Sequence[str], lexicon: Lexicon
) -> tuple[Reading, ...]:
    """A name that sounds as the translation writes it is no misread word; its marks may be."""
    if not chunk.core[:1].isupper() or lexicon.knows(chunk.core) or names.vouched(chunk.core, partner) < 1:
        return proposed
    return tuple(reading for reading in proposed if parse(reading.text).core == chunk.core)


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
