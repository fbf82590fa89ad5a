"""Probabilities of candidates -> flags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from align.flag import Flag, Suggestion
from align.lang.frequency import word_frequency
from align.lang.lexicon import Lexicon
from align.ocr.decoder import DecodingResult
from align.ocr.features.registry import TRANSLATION
from align.ocr.lattice.candidate import UNPROPOSED, Candidate
from align.ocr.lattice.marks import odd_marks
from align.ocr.lattice.slot import Slot
from align.ocr.report.contributions import MIN_NAMED, contributions, phrases
from align.ocr.report.explanation import Explanation, FlaggedText, kind, reason
from align.ocr.reranker import LogLinearReranker
from align.text.document import Side
from align.text.sentence import Sentence
from align.text.token import Token, parse

MAX_SUGGESTIONS = 5
MIN_SHARE = 0.1
"""Share of the doubt below which a candidate is not suggested, nor gives a flag its kind."""
MIN_CONFUSION_COUNT = 1.5
"""Expected occurrences from which a misreading counts as one that the document has several times."""

MAX_SUPPORTING_ZIPF = 6.7
"""Zipf frequency above which a word of the translation supports nothing: *the*, *of*, *and*, *with*."""

ALIGNED_WORD = "aligned word"
"""Key of the evidence under which the word of the translation stands; other keys hold contributions."""

Row = tuple[int, Candidate, float]
"""The number of a row, its candidate and its probability."""


class FlagMaker:
    """Makes the flags of one side from what the decoder found.

    Args:
        result: Of the last pass.
        sentences: Those that were decoded.
        side: Original or translation.
        lexicon: Of their language.
        reranker: The weights that gave the probabilities.
        other_language: Of the other side (ISO 639-1).
    """

    def __init__(
        self,
        result: DecodingResult,
        sentences: Sequence[Sentence],
        side: Side,
        lexicon: Lexicon,
        reranker: LogLinearReranker,
        other_language: str,
    ) -> None:
        self.result, self.sentences, self.side = result, sentences, side
        self.lexicon, self.reranker = lexicon, reranker
        self.other_frequency = word_frequency(other_language)

    def flags(self, min_confidence: float) -> Iterator[Flag]:
        """A flag for each place that is wrong with at least this probability, no two over one token.

        The surest come first. Candidates that reach into a token that is flagged already are left out; the
        others share their probability.
        """
        lattice, probabilities = self.result.lattice, self.result.probabilities
        taken: set[tuple[int, int]] = set()
        for number in np.argsort(probabilities[lattice.starts[:-1]], kind="stable").tolist():
            slot, start = lattice.slots[number], int(lattice.starts[number])
            if 1 - probabilities[start] < min_confidence:
                return
            here = probabilities[start : start + len(slot.candidates)].tolist()
            ranked, observed = _ranked(slot, start, here, taken)
            least = MIN_SHARE * (1 - observed)
            likely = [row for row in ranked if row[2] >= least]
            ranked = likely or [row for row in ranked[:1] if self._only_adds_spaces(row, slot.sentence)]
            span = _span(ranked[0]) if ranked else (slot.position, slot.position + 1)
            tokens = _tokens(slot, span)
            if 1 - observed >= min_confidence and not tokens & taken:
                taken |= tokens
                yield self._flag(_suggested(ranked, span), span, 1 - observed, slot.sentence)

    def _only_adds_spaces(self, row: Row, sentence: int) -> bool:
        """Whether a candidate is the observed text with spaces between known words, which no chance makes."""
        text, observed = row[1].text, self.result.lattice.observed_text(row[1], sentence)
        words = [parse(word).core for word in text.split()]
        return len(words) > 1 and "".join(text.split()) == observed and all(map(self.lexicon.knows, words))

    def _flag(self, ranked: Sequence[Row], span: tuple[int, int], confidence: float, number: int) -> Flag:
        sentence = self.sentences[number]
        best = ranked[0][1] if ranked else None
        tokens = self.result.lattice.sentences[number][slice(*span)]
        doubt = kind(tokens[0], best, self.lexicon)
        tokens = self.result.lattice.printed_tokens(number)[slice(*span)]
        first, last = _common_marks(tokens, [candidate.printed_text for _, candidate, _ in ranked])
        begin, end = tokens[0].start + first, tokens[-1].stop - last
        suggestions = tuple(
            Suggestion(_without_marks(candidate.printed_text, first, last), probability, self._evidence(row))
            for row, candidate, probability in ranked
        )
        text = sentence.text[begin:end]
        change = FlaggedText(text, suggestions[0].text, best.rule) if best is not None else FlaggedText(text)
        return Flag(
            self.side,
            sentence.index,
            sentence.traced.spans(begin, end),
            text,
            doubt,
            min(confidence, 1.0),
            reason(doubt, change, self._explanation(ranked[0], number) if ranked else Explanation()),
            suggestions,
        )

    def _evidence(self, row: int) -> Mapping[str, float | str]:
        """What supports a candidate: contributions to its score; its aligned word where that supports it."""
        matrix = self.result.matrix
        found = contributions(self.reranker, matrix, row)
        aligned = self._supporting_word(row)
        supports = aligned is not None and found.get(TRANSLATION, 0.0) >= MIN_NAMED
        return {**found, ALIGNED_WORD: aligned} if aligned is not None and supports else found

    def _supporting_word(self, row: int) -> str | None:
        """The word of the translation that is aligned with a candidate, unless it is too common."""
        aligned = self.result.matrix.aligned_words.get(row)
        if aligned is None or self.other_frequency is None:
            return aligned
        return aligned if self.other_frequency(aligned) <= MAX_SUPPORTING_ZIPF else None

    def _explanation(self, best: Row, sentence: int) -> Explanation:
        row, candidate, _ = best
        matrix, profile = self.result.matrix, self.result.profile
        observed = self.result.lattice.printed_text(candidate, sentence)
        edits = dict.fromkeys(profile.channel.best_edits(candidate.printed_text, observed))
        return Explanation(
            phrases(self.reranker, matrix, row, self._supporting_word(row)),
            [
                edit
                for edit in edits
                if edit[0] != edit[1] and profile.edits.get(edit, 0) > MIN_CONFUSION_COUNT
            ],
        )


def _span(row: Row) -> tuple[int, int]:
    """The tokens that a candidate replaces."""
    return row[1].start, row[1].stop


def _tokens(slot: Slot, span: tuple[int, int]) -> set[tuple[int, int]]:
    """Sentence and position of the tokens of a span."""
    return {(slot.sentence, at) for at in range(*span)}


def _ranked(
    slot: Slot, start: int, probabilities: Sequence[float], taken: AbstractSet[tuple[int, int]]
) -> tuple[list[Row], float]:
    """The proposed candidates that reach into no taken token, likeliest first; that of the observed text.

    They share the probability of those that are left out.
    """
    rows: list[Row] = [
        (start + k, candidate, probabilities[k]) for k, candidate in enumerate(slot.candidates)
    ]
    free = [row for row in rows if not row[1].changed or not _tokens(slot, _span(row)) & taken]
    left = max(sum(probability for *_, probability in free), 1e-9)
    ranked = sorted(
        ((row, candidate, probability / left) for row, candidate, probability in free),
        key=lambda row: -row[2],
    )
    proposed = [row for row in ranked if row[1].changed and row[1].rule != UNPROPOSED]
    return proposed, probabilities[0] / left


def _suggested(ranked: Sequence[Row], span: tuple[int, int]) -> list[Row]:
    """The best candidate, and others for the same tokens."""
    return [row for row in ranked if _span(row) == span][:MAX_SUGGESTIONS]


def _without_marks(text: str, first: int, last: int) -> str:
    """A text without that many characters at its ends."""
    return text[first : len(text) - last]


def _common_marks(tokens: Sequence[Token], texts: Sequence[str]) -> tuple[int, int]:
    """How many characters of the marks before and after stand in every suggestion unchanged.

    Without a suggestion they are no part of the flag where they can stand there.
    """
    if len(tokens) > 1 or not tokens[0].core:
        return 0, 0
    lead, trail = tokens[0].lead, tokens[0].trail
    if not texts:
        return (0, 0) if odd_marks(lead, tokens[0].core, trail) else (len(lead), len(trail))
    kept = all(text.startswith(lead) and text.endswith(trail) for text in texts)
    longer = all(len(text) > len(lead) + len(trail) for text in texts)
    return (len(lead), len(trail)) if kept and longer else (0, 0)
