"""Sentences -> the candidate lattice: every token with all that it may have been."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.names.similarity import name_similarity
from align.ocr.candidates.capitals import with_good_case
from align.ocr.candidates.document_names import document_names
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.candidates.generate import generate, lookup_queries
from align.ocr.candidates.generators.engine import reading_queries
from align.ocr.candidates.generators.hard_sign import hard_sign_queries
from align.ocr.candidates.lookup import LONG, LookupQuery, search
from align.ocr.candidates.respeller import Respeller
from align.ocr.candidates.token_context import TokenContext
from align.ocr.channel.channel import Channel
from align.ocr.doubt.token_reading import SentenceReading, TokenReading
from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED, Candidate
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.skip_rules import is_skipped, spaced_mark
from align.ocr.lattice.slot import Slot
from align.ocr.lattice.spelling import OldSpelling
from align.text.insertions import insertions
from align.text.token import Token, parse, tokenize

REPEATED = 2
"""Occurrences from which an unknown word is a candidate for others of its document."""


@dataclass(frozen=True, eq=False)
class PreviousPass:
    """What an earlier pass over the same sentences found.

    ``texts``: the best text of each token of each sentence; its words are candidates for other tokens.
    ``certain``: sentence and position of the tokens that need no candidates. ``found``: forms within reach
    of each query, found with the channel of that pass. ``unlikely``: sentence and candidate of those that the
    pass found to be as good as impossible. ``readings``: how the engine that read the page read each token.
    """

    texts: Sequence[Sequence[str]] = ()
    certain: frozenset[tuple[int, int]] = frozenset()
    found: dict[LookupQuery, list[str]] = field(default_factory=dict)
    unlikely: frozenset[tuple[int, Candidate]] = frozenset()
    readings: Sequence[SentenceReading] = ()

    def reading(self, sentence: int, at: int) -> TokenReading | None:
        """How the engine read a token; ``None`` where it says nothing of it."""
        return self.readings[sentence][at] if self.readings else None

    def likely(self, sentence: int, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """The candidates of a token without those that are unlikely."""
        return tuple(candidate for candidate in candidates if (sentence, candidate) not in self.unlikely)


def build_lattice(
    texts: Sequence[str],
    target_words: Sequence[tuple[str, ...]],
    indexes: FormIndexes,
    channel: Channel,
    previous: PreviousPass | None = None,
    spelling: OldSpelling | None = None,
    respeller: Respeller | None = None,
) -> CandidateLattice:
    """The candidate lattice of one side.

    Args:
        texts: The sentences as the OCR gave them.
        target_words: For each sentence the words of its translation.
        indexes: The word forms of the language.
        channel: Costs of misreadings; they order the candidates.
        previous: What an earlier pass found; its ``found`` is extended.
        spelling: Of the sentences that are printed in an old one.
        respeller: Where readings are wanted that no list has: in old or badly read print.
    """
    previous = previous or PreviousPass()
    printed = [tokenize(text) for text in texts]
    sentences = printed if spelling is None else _in_todays_spelling(printed, spelling)
    lexicon = indexes.lexicon
    old = frozenset[int]() if spelling is None else spelling.sentences
    open_ = _open_positions(sentences, lexicon, insertions(texts), previous.certain, old)
    document_words = tuple(
        {
            *_repeated_words(sentences, lexicon),
            *_words_of(previous.texts, lexicon),
            *document_names(sentences, lexicon, translated=any(target_words)),
        }
    )
    of_readings = _reading_queries(sentences, open_, previous, lexicon)
    wanted = chain(_queries(sentences, printed, open_, old, lexicon), of_readings)
    found = search(wanted, indexes, channel, document_words, previous.found)
    respelt = {} if respeller is None else respeller.respelt(_open_words(sentences, open_))
    slots: list[Slot] = []
    for number, (sentence, words) in enumerate(zip(sentences, target_words, strict=True)):
        distinct = tuple(dict.fromkeys(words))
        as_printed = printed[number] if number in old else None
        generated: list[tuple[Candidate, ...]] = [
            (Candidate(at, at + 1, token.text, OBSERVED),) for at, token in enumerate(sentence)
        ]
        for at in open_[number]:
            reading = previous.reading(number, at)
            context = TokenContext(
                sentence, at, lexicon, channel, found, distinct, as_printed, respelt, reading
            )
            generated[at] = _without_changed_names(
                context, with_good_case(context, generate(context), words), words
            )
        if spelling is not None and number in spelling.sentences:
            generated = [_as_printed(own, printed[number], spelling) for own in generated]
        if previous.unlikely:
            generated = [previous.likely(number, own) for own in generated]
        slots += _slots(number, generated, open_[number])
    return CandidateLattice(sentences, slots, None if spelling is None else printed)


def _open_words(sentences: Sequence[Sequence[Token]], open_: Sequence[Sequence[int]]) -> Iterator[str]:
    """The folded words at the open positions."""
    for own, positions in zip(sentences, open_, strict=True):
        yield from (fold(own[at].core) for at in positions if any(map(str.isalpha, own[at].core)))


def _queries(
    sentences: Sequence[Sequence[Token]],
    printed: Sequence[Sequence[Token]],
    open_: Sequence[Sequence[int]],
    old: Iterable[int],
    lexicon: Lexicon,
) -> Iterator[LookupQuery]:
    """What is looked up for the open positions; ``old``: the sentences in the old spelling."""
    for own, positions in zip(sentences, open_, strict=True):
        yield from lookup_queries(own, positions, lexicon)
    for number in old:
        for at in open_[number]:
            yield from hard_sign_queries(sentences[number][at], printed[number][at], lexicon)


def _reading_queries(
    sentences: Sequence[Sequence[Token]],
    open_: Sequence[Sequence[int]],
    previous: PreviousPass,
    lexicon: Lexicon,
) -> Iterator[LookupQuery]:
    """What is looked up for the further readings of the open positions."""
    for number, positions in enumerate(open_):
        for at in positions:
            yield from reading_queries(previous.reading(number, at), sentences[number][at], lexicon)


def _in_todays_spelling(
    printed: Sequence[tuple[Token, ...]], spelling: OldSpelling
) -> list[tuple[Token, ...]]:
    """The tokens of each sentence, at their places, with their words in today's spelling."""
    return [
        tuple(replace(token, core=spelling.today(token.core)) for token in tokens)
        if number in spelling.sentences
        else tokens
        for number, tokens in enumerate(printed)
    ]


def _as_printed(
    candidates: Sequence[Candidate], tokens: Sequence[Token], spelling: OldSpelling
) -> tuple[Candidate, ...]:
    """The candidates of a token with their printed texts, each of them once, the observed one first."""
    found: dict[tuple[int, str], Candidate] = {}
    for candidate in candidates:
        observed = " ".join(token.text for token in tokens[candidate.start : candidate.stop])
        printed = spelling.printed(observed, candidate.text) if candidate.changed else observed
        key = (candidate.stop - candidate.start, printed)
        found.setdefault(key, replace(candidate, printed=printed))
    return tuple(found.values())


def _open_positions(
    sentences: Sequence[Sequence[Token]],
    lexicon: Lexicon,
    inserted: Sequence[Sequence[range]],
    certain: Container[tuple[int, int]],
    old: Container[int],
) -> list[tuple[int, ...]]:
    """For each sentence the positions that may be wrong; ``old``: the sentences in the old spelling."""
    return [
        tuple(
            at
            for at in range(len(own))
            if (number, at) not in certain
            and not is_skipped(own, at, lexicon, ranges)
            and not (number in old and spaced_mark(own, at))
        )
        for number, (own, ranges) in enumerate(zip(sentences, inserted, strict=True))
    ]


def _slots(
    sentence: int, generated: Sequence[tuple[Candidate, ...]], open_: Container[int]
) -> Iterator[Slot]:
    """The slots of a sentence; a candidate that joins two tokens competes at both."""
    for at, candidates in enumerate(generated):
        before = [candidate for candidate in (generated[at - 1] if at else ()) if candidate.stop > at]
        unproposed = Candidate(at, at + 1, candidates[0].text, UNPROPOSED)
        yield Slot(sentence, at, (*candidates, *before, unproposed) if at in open_ else candidates)


def _without_changed_names(
    context: TokenContext, candidates: tuple[Candidate, ...], target_words: Sequence[str]
) -> tuple[Candidate, ...]:
    """The candidates; of a name that the translation has as well, only those that keep the name."""
    core = context.token.core
    known = context.lexicon.knows(core)
    if not core[:1].isupper() or known or name_similarity(core, target_words) < 1:
        return candidates
    return tuple(candidate for candidate in candidates if parse(candidate.text).core == core)


def _repeated_words(sentences: Sequence[Sequence[Token]], lexicon: Lexicon) -> tuple[str, ...]:
    """Unknown words that the document has several times: its names and terms."""
    counts = Counter(fold(token.core) for sentence in sentences for token in sentence if len(token.core) > 3)
    return tuple(
        word
        for word, count in counts.items()
        if count >= REPEATED and parse(word).core.isalpha() and not lexicon.knows(word)
    )


def _words_of(texts: Iterable[Sequence[str]], lexicon: Lexicon) -> Iterator[str]:
    """The longer known words of a text, folded."""
    for sentence in texts:
        for text in sentence:
            core = fold(parse(text).core)
            if len(core) >= LONG and core.isalpha() and lexicon.knows(core):
                yield core
