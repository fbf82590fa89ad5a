"""The checks of sentences that occur twice, and of sentences translated in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.check.context import CheckContext
from align.check.line import Line, shortened
from align.check.same_sentence import MIN_SAME, are_one_sentence, words_of
from align.flag import Flag
from align.text.document import SIDES

MIN_LENGTH = 12
"""Characters from which a sentence that occurs twice is no exclamation."""

MIN_REPEATED_LENGTH, MIN_REPEATED_WORDS = 24, 4
"""Characters and words from which two translations of one sentence are compared."""

DOUBLED_CONFIDENCE, TRANSLATION_CONFIDENCE = 0.8, 0.7


def doubled_sentences(context: CheckContext) -> Iterator[Flag]:
    """A sentence twice in a row on one side, where the other side has no such repetition."""
    for side in SIDES:
        repeated = list(_repeated(context.lines(side)))
        on_other_side = len(list(_repeated(context.lines(SIDES[side == "source"]))))
        if context.two_sided and on_other_side >= len(repeated):
            continue
        for line, start, stop in repeated:
            yield line.flag(
                start, stop, "check.doubled", DOUBLED_CONFIDENCE, "The sentence before this one is the same."
            )


def _repeated(lines: Sequence[Line]) -> Iterator[tuple[Line, int, int]]:
    """The sentences that equal the one before: line, first code point and after the last."""
    previous = ""
    for line in lines:
        for start, sentence in zip(line.starts, line.sentences, strict=True):
            text = sentence.text
            if len(words_of(text)) >= MIN_LENGTH and are_one_sentence(previous, text, line.language):
                yield line, start, start + len(text)
            previous = text


def inconsistent_translations(context: CheckContext) -> Iterator[Flag]:
    """A repeated sentence of the original that is translated otherwise than at its first occurrence."""
    from rapidfuzz import fuzz

    first: dict[str, Line] = {}
    for pair in context.pairs:
        original = words_of(pair.source.text)
        if len(original) < MIN_REPEATED_LENGTH or len(original.split()) < MIN_REPEATED_WORDS:
            continue
        earlier = first.setdefault(original, pair.target)
        similarity = fuzz.ratio(words_of(earlier.text), words_of(pair.target.text))
        if earlier is not pair.target and similarity < MIN_SAME:
            before = shortened(earlier.text)
            reason = f"Further up, the same sentence of the original is translated as “{before}”"
            yield pair.target.flag_first_sentence("check.rendering", TRANSLATION_CONFIDENCE, reason)
