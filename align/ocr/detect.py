"""Sentences and beads -> flags on what the OCR got wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from align.alignment.bead import Alignment
from align.embed.encoder import Encoder
from align.facsimile.facsimile import Facsimile
from align.flag import Flag
from align.lang.lexicon import Lexicon
from align.lang.ru.old_form import in_old_spelling
from align.lang.ru.orthography import known_modern, readings
from align.lang.ru.yat import writes_yat
from align.ocr import reranker
from align.ocr.decoder import PASSES, KnownBefore, decode
from align.ocr.doubt.of_pages import readings_of
from align.ocr.kept_batches import Batch, flags_of_batches
from align.ocr.lattice.number_signs import number_signs
from align.ocr.lattice.numerals import Place, numerals, series
from align.ocr.lattice.spelling import OldSpelling
from align.ocr.report.flags import FlagMaker
from align.ocr.report.numerals import number_sign_flags, numeral_flags
from align.ocr.report.unreadable import unreadable
from align.ocr.runtime import resources
from align.ocr.runtime.of_collection import with_collection
from align.ocr.runtime.parallel import batches
from align.ocr.search_config import OcrConfig
from align.ocr.translation import forget_words
from align.ocr.translation.bead_context import target_context
from align.ocr.utterances import utterances
from align.run_context import RunContext
from align.text.document import Side
from align.text.sentence import Sentence
from align.text.token import tokenize

MAX_WORDS = 1000
"""Words of a sentence; what is longer is no sentence, and no errors are looked for in it."""
CACHE_SIZE = 1 << 15
"""Words whose spelling of today is kept."""


@dataclass(frozen=True, eq=False)
class SearchedSide:
    """A side in which errors are looked for.

    Attributes:
        sentences: In order.
        language: ISO 639-1.
        facsimile: The pages of which the sentences were read; ``None`` where they were read of none.
    """

    sentences: Sequence[Sentence]
    language: str
    facsimile: Facsimile | None = None


def find_flags(
    source: SearchedSide,
    target: SearchedSide,
    alignment: Alignment,
    encoder: Encoder | None,
    *,
    config: OcrConfig = OcrConfig(),
    run: RunContext = RunContext(),
) -> tuple[Flag, ...]:
    """Find what the OCR got wrong on either side, each side compared with the other.

    Args:
        source: The original.
        target: The translation.
        alignment: Their beads.
        encoder: Gives vectors of words; without one the translation is not used.
        config: Options.
        run: Is told how many passes over the text are done; says whether flags of earlier runs are taken.

    Returns:
        The flags, the original's first, in the order of the text.
    """
    sides: tuple[tuple[Side, SearchedSide, SearchedSide], ...] = (
        ("source", source, target),
        ("target", target, source),
    )
    jobs = [batch for side in sides for batch in _batches(*side, alignment, config)]
    flags = flags_of_batches(_flags_of_batch, encoder, jobs, run)
    forget_words()
    for side, searched, _ in sides:
        flags += unreadable([flag for flag in flags if flag.side == side], searched.sentences)
    return tuple(sorted(flags, key=lambda flag: (flag.side, flag.sentence, flag.spans)))


def _batches(
    side: Side, searched: SearchedSide, other: SearchedSide, alignment: Alignment, config: OcrConfig
) -> Iterator[Batch]:
    """The sentences of a side with their translation, as many at a time as are searched together."""
    numbers, parts = zip(*found, strict=True) if (found := utterances(searched.sentences)) else ((), ())
    context = target_context(alignment, side, other.sentences).of_sentences(numbers)
    languages = searched.language, other.language
    for part in batches(len(parts)):
        sentences = parts[part.start : part.stop]
        readings = readings_of(sentences, searched.facsimile)
        yield Batch(side, sentences, context.slice(part), languages, config, readings)


def _flags_of_batch(encoder: Encoder | None, batch: Batch, step: Callable[[], None]) -> tuple[Flag, ...]:
    """The flags of sentences of a side; none where they have no letters, or its language no word list."""
    from threadpoolctl import threadpool_limits

    side, sentences, context, languages, config, readings = batch
    if not any(map(str.isalpha, "".join(sentence.text for sentence in sentences))):
        return ()
    loaded = resources.load(languages, config.context if side == "source" else None)
    known, prior = with_collection(loaded, config.collection)
    if not known.lexicon.frequencies:
        return ()
    listed = series([sentence.text for sentence in sentences])
    numbered = [
        tuple(numerals(sentence.text, context.target_texts[bead], languages, _positions(listed, number)))
        for number, (sentence, bead) in enumerate(zip(sentences, context.bead_numbers, strict=True))
    ]
    signs = number_signs([sentence.text for sentence in sentences], known.lexicon)
    settled = frozenset(
        [(at, one.position) for at, found in enumerate(numbered) for one in found]
        + [(sign.sentence, sign.position) for sign in signs]
    )
    texts = [sentence.text if _is_searched(sentence) else "" for sentence in sentences]
    spelling = _old_spelling(
        sentences, known.lexicon, all_old=side == "source" and config.old_spelling is True
    )
    # Thousands of small matrix products: more threads would only wait for each other.
    with threadpool_limits(1, user_api="blas"):
        result = decode(texts, context, known, encoder, KnownBefore(spelling, settled, readings, prior), step)
    weights = reranker.load(PASSES[-1].reranker, result.kind)
    maker = FlagMaker(result, sentences, side, known.lexicon, weights, languages[1])
    return (
        *maker.flags(config.min_confidence),
        *(
            flag
            for found, sentence in zip(numbered, sentences, strict=True)
            for flag in numeral_flags(found, sentence, side)
            if flag.confidence >= config.min_confidence
        ),
        *number_sign_flags(signs, sentences, side, config.min_confidence),
    )


def _positions(places: Iterable[Place], sentence: int) -> frozenset[int]:
    """The positions of those places that are in a sentence."""
    return frozenset(position for number, position in places if number == sentence)


def _is_searched(sentence: Sentence) -> bool:
    """Whether errors are looked for in a sentence: it is one, and in the language of its side."""
    return sentence.text.count(" ") < MAX_WORDS and sentence.language is None


def _old_spelling(sentences: Sequence[Sentence], lexicon: Lexicon, *, all_old: bool) -> OldSpelling | None:
    """The spelling of before 1918 of the sentences that are printed in it; ``None`` where none are."""
    old = [number for number, sentence in enumerate(sentences) if all_old or sentence.old_spelling]
    if not old:
        return None
    today = lru_cache(maxsize=CACHE_SIZE)(partial(known_modern, knows=lexicon.knows))
    yat = writes_yat(token.core for number in old for token in tokenize(sentences[number].text))
    letters = "іъѣ" if yat else "іъ"
    return OldSpelling(frozenset(old), letters, readings, today, partial(in_old_spelling, yat=yat))
