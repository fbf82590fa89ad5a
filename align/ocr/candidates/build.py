"""Sentences -> a page: every chunk with all it may say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.names.similarity import name_similarity
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.candidates.generate import generate, lookup_queries, observed_candidate
from align.ocr.candidates.lookup import LONG, search
from align.ocr.candidates.token_context import TokenContext
from align.ocr.channel.channel import Channel
from align.ocr.lattice.candidate import UNPROPOSED, Candidate
from align.ocr.lattice.lattice import CandidateLattice, FeatureCache, Slot
from align.ocr.lattice.skip_rules import skipped
from align.text.insertions import insertions
from align.text.token import Token, parse, tokenize

REPEATED = 2
Respelling = Callable[[str], str]


@dataclass(frozen=True)
class PreviousPass:
    """What an earlier reading of a page left.

    ``believed``: the text of each chunk of each sentence; its words are candidates for others.
    ``settled``: sentence and number of the chunks that nothing else needs to be proposed for.
    """

    hypothesis: Sequence[Sequence[str]] = ()
    certain: frozenset[tuple[int, int]] = frozenset()


def build_lattice(
    texts: Sequence[str],
    partners: Sequence[tuple[str, ...]],
    indexes: FormIndexes,
    channel: Channel,
    memory: FeatureCache | None = None,
    earlier: PreviousPass = PreviousPass(),
    spelling: Respelling | None = None,
) -> CandidateLattice:
    """The page of one side. ``partners``: for each sentence the words of its translation.

    ``earlier``: what came of reading it before. ``spelling``: of a word as it would be spelt today.
    """
    memory, lexicon = memory or FeatureCache(), indexes.lexicon
    sentences = [tokenize(text) for text in texts]
    if spelling is not None:
        sentences = [tuple(respell(chunk, spelling) for chunk in sentence) for sentence in sentences]
    extra = tuple({*_repeated_words(sentences, lexicon), *_words_of(earlier.hypothesis, lexicon)})
    asked = _open(sentences, lexicon, insertions(texts), earlier.certain)
    wanted = [
        query for own, at in zip(sentences, asked, strict=True) for query in lookup_queries(own, at, lexicon)
    ]
    found = search(wanted, indexes, channel, extra, memory.near)
    sites: list[Slot] = []
    for number, (sentence, partner) in enumerate(zip(sentences, partners, strict=True)):
        foreign = tuple(dict.fromkeys(partner))
        places = [TokenContext(sentence, at, lexicon, channel, found, foreign) for at in range(len(sentence))]
        proposed = [
            _as_named(place, generate(place), partner)
            if place.position in asked[number]
            else observed_candidate(place)
            for place in places
        ]
        sites += _sites(number, proposed, asked[number])
    return CandidateLattice(sentences, sites, lexicon, partners, memory)


def _open(
    sentences: Sequence[Sequence[Token]],
    lexicon: Lexicon,
    inserted: Sequence[Sequence[range]],
    settled: Container[tuple[int, int]],
) -> list[tuple[int, ...]]:
    """For each sentence the chunks that may be doubted."""
    kept = (skipped(own, lexicon, ranges) for own, ranges in zip(sentences, inserted, strict=True))
    return [
        tuple(at for at, keep in enumerate(row) if not keep and (number, at) not in settled)
        for number, row in enumerate(kept)
    ]


def _sites(sentence: int, proposed: Sequence[tuple[Candidate, ...]], asked: Container[int]) -> Iterator[Slot]:
    """A reading that joins two chunks competes at both."""
    for at, readings in enumerate(proposed):
        before = [reading for reading in (proposed[at - 1] if at else ()) if reading.stop > at]
        other = Candidate(at, at + 1, readings[0].text, UNPROPOSED)
        yield Slot(sentence, at, (*readings, *before, other) if at in asked else readings)


def _as_named(
    place: TokenContext, proposed: tuple[Candidate, ...], partner: Sequence[str]
) -> tuple[Candidate, ...]:
    """A name that sounds as the translation writes it is no misread word; its marks may be."""
    core = place.token.core
    if not core[:1].isupper() or place.lexicon.knows(core) or name_similarity(core, partner) < 1:
        return proposed
    return tuple(reading for reading in proposed if parse(reading.text).core == core)


def _repeated_words(sentences: Sequence[Sequence[Token]], lexicon: Lexicon) -> tuple[str, ...]:
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


def respell(chunk: Token, spelling: Respelling) -> Token:
    """The chunk with its word in another spelling, in its old place."""
    return replace(chunk, core=spelling(chunk.core))
