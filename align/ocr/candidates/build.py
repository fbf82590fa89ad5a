"""Sentences -> the candidate lattice: every token with all that it may have been."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import chain

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.names.similarity import name_similarity
from align.ocr.candidates.capitals import with_good_case
from align.ocr.candidates.document_words import document_words
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.candidates.generate import generate
from align.ocr.candidates.lookup import search
from align.ocr.candidates.previous_pass import PreviousPass
from align.ocr.candidates.printed_spelling import in_printed_spelling, in_todays_spelling
from align.ocr.candidates.respeller import Respeller
from align.ocr.candidates.sentence_queries import engine_queries, sentence_queries
from align.ocr.candidates.token_context import TokenContext
from align.ocr.channel.channel import Channel
from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED, Candidate
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.skip_rules import is_skipped, spaced_mark
from align.ocr.lattice.slot import Slot
from align.ocr.lattice.spelling import OldSpelling
from align.text.insertions import insertions
from align.text.token import Token, parse, tokenize


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
    sentences = printed if spelling is None else in_todays_spelling(printed, spelling)
    lexicon = indexes.lexicon
    old = frozenset[int]() if spelling is None else spelling.sentences
    open_ = _open_positions(sentences, lexicon, insertions(texts), previous.certain, old)
    own_words = document_words(sentences, lexicon, previous.texts, translated=any(target_words))
    of_readings = engine_queries(sentences, open_, previous, lexicon)
    wanted = chain(sentence_queries(sentences, printed, open_, old, lexicon), of_readings)
    found = search(wanted, indexes, channel, own_words, previous.found)
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
            generated[at] = _candidates(context, words)
        if spelling is not None and number in spelling.sentences:
            generated = [in_printed_spelling(own, printed[number], spelling) for own in generated]
        if previous.unlikely:
            generated = [previous.likely(number, own) for own in generated]
        slots += _slots(number, generated, open_[number])
    return CandidateLattice(sentences, slots, None if spelling is None else printed)


def _open_words(sentences: Sequence[Sequence[Token]], open_: Sequence[Sequence[int]]) -> Iterator[str]:
    """The folded words at the open positions."""
    for own, positions in zip(sentences, open_, strict=True):
        yield from (fold(own[at].core) for at in positions if any(map(str.isalpha, own[at].core)))


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


def _candidates(context: TokenContext, target_words: Sequence[str]) -> tuple[Candidate, ...]:
    """All that a token may have been, with the capitals and the names of the translation."""
    cased = with_good_case(context, generate(context), target_words)
    return _without_changed_names(context, cased, target_words)


def _without_changed_names(
    context: TokenContext, candidates: tuple[Candidate, ...], target_words: Sequence[str]
) -> tuple[Candidate, ...]:
    """The candidates; of a name that the translation has as well, only those that keep the name."""
    core = context.token.core
    known = context.lexicon.knows(core)
    if not core[:1].isupper() or known or name_similarity(core, target_words) < 1:
        return candidates
    return tuple(candidate for candidate in candidates if parse(candidate.text).core == core)
