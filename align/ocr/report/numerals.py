"""Flags on Roman numerals and number signs that were read as letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from align.flag import Flag, Suggestion
from align.ocr.lattice.number_signs import SIGN, NumberSign
from align.ocr.lattice.numerals import Numeral
from align.ocr.report.flags import ALIGNED_WORD
from align.text.document import Side
from align.text.sentence import Sentence

TRANSLATED_CONFIDENCE, COUNTED_CONFIDENCE = 0.8, 0.6
"""Where the translation has the number, and where a noun beside it shows that it is a numeral.

Below what is corrected unasked: a typewriter without Latin letters has ``ХУШ`` on purpose.
"""

REPEATED_SIGN, SINGLE_SIGN = 0.9, 0.8
"""Where the document has the same misreading of the number sign elsewhere, and where it has not."""


def numeral_flags(found: Iterable[Numeral], sentence: Sentence, side: Side) -> Iterator[Flag]:
    """A flag for each numeral with another reading, on its letters."""
    for numeral in found:
        if not numeral.reading:
            continue
        start = numeral.token.start + len(numeral.token.lead)
        stop = start + len(numeral.token.core)
        confidence = TRANSLATED_CONFIDENCE if numeral.translated else COUNTED_CONFIDENCE
        evidence = {ALIGNED_WORD: numeral.translated} if numeral.translated else {}
        wrong = f"«{numeral.token.core}» is a Roman numeral in letters of another alphabet"
        match = f"«{numeral.reading}» matches “{numeral.translated}” in the translation"
        yield Flag(
            side,
            sentence.index,
            sentence.traced.spans(start, stop),
            numeral.token.core,
            "ocr.alphabet",
            confidence,
            f"{wrong}; {match}." if numeral.translated else f"{wrong}.",
            (Suggestion(numeral.reading, confidence, evidence),),
        )


def number_sign_flags(
    signs: Iterable[NumberSign], sentences: Sequence[Sentence], side: Side, min_confidence: float
) -> Iterator[Flag]:
    """A flag for each misread number sign that is at least so sure."""
    for sign in signs:
        sentence, token = sentences[sign.sentence], sign.token
        confidence = REPEATED_SIGN if sign.repeated else SINGLE_SIGN
        if confidence >= min_confidence:
            yield Flag(
                side,
                sentence.index,
                sentence.traced.spans(token.start, token.stop),
                token.text,
                "ocr.unknown-word",
                confidence,
                f"«{token.text}» stands before a number, where the text has «{SIGN}» elsewhere.",
                (Suggestion(SIGN, confidence),),
            )
