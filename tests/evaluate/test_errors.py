"""Flags and suggestions against gold errors, in a notation that shows the expected result.

A text with errors is written ``{read|typed}``; flags name a piece of the text as read.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evaluate.characters import score_characters, truth_of
from align.evaluate.choice_matching import folded
from align.evaluate.correction import score_correction
from align.evaluate.detection import score_detection
from align.evaluate.gold_errors import GoldError, read_furniture, read_gold_errors
from align.evaluate.report import ErrorScore, score_errors
from align.flag import Flag, Suggestion
from align.text.span import Span


def gold(marked: str, kind: str = "ocr") -> tuple[str, list[GoldError]]:
    """``{Баш|Ваш} ответ`` -> the raw text and its gold stretches; ``{…|…|break}`` names a kind."""
    raw, stretches, at = "", [], 0
    for match in re.finditer(r"\{([^|}]*)\|([^|}]*)(?:\|(\w+))?\}", marked):
        raw += marked[at : match.start()]
        stretches.append(
            GoldError(Span(len(raw), len(raw) + len(match[1])), match[1], match[2], match[3] or kind)
        )
        raw, at = raw + match[1], match.end()
    return raw + marked[at:], stretches


def flag(
    raw: str,
    pieces: str,
    *suggestions: str,
    confidence: float = 0.9,
    kind: str = "ocr.unknown-word",
    sure: float = 0.9,
) -> Flag:
    """A flag on one piece of the text, or on several parted by ``+``."""
    spans = [Span(raw.index(piece), raw.index(piece) + len(piece)) for piece in pieces.split("+")]
    readings = tuple(Suggestion(text, sure - rank / 100) for rank, text in enumerate(suggestions))
    return Flag("source", 0, tuple(spans), pieces, kind, confidence, "test", readings)


def test_a_flag_is_right_where_it_overlaps_an_error() -> None:
    """One error found by two flags is found once; the third flag is a false alarm, the other error missed."""
    raw, errors = gold("{Баш.|Ваш:} ответ {в|к} Вам пришёл")
    flags = [flag(raw, "Баш"), flag(raw, ".", kind="ocr.punctuation"), flag(raw, "пришёл")]
    score = score_detection(flags, errors, tokens=5)
    assert (score.counts.right, score.counts.wrong, score.counts.found, score.counts.missed) == (2, 1, 1, 1)
    assert score.false_alarms == 200.0
    assert score.by_kind["ocr.punctuation"].precision == 1.0
    assert score.by_kind["ocr.unknown-word"].precision == 0.5


def test_doubtful_flags_and_other_kinds_do_not_count() -> None:
    """Below .5 a flag is not made, except for the calibration; layout flags are no OCR flags."""
    raw, errors = gold("{Баш|Ваш} ответ")
    flags = [flag(raw, "Баш", confidence=0.4), flag(raw, "ответ", kind="layout.moved")]
    score = score_detection(flags, errors, tokens=2)
    assert (score.counts.right, score.counts.wrong, score.counts.missed) == (0, 0, 1)
    assert score.calibration.outcomes == ((0.4, True),)


def test_flags_on_breaks_and_dashes_are_neither_right_nor_wrong() -> None:
    """A flag that touches only stretches of the other kinds is ignored; touching an error it is right."""
    raw, errors = gold("{резу- льтате|результате|break} {-|—|typography} {вто|это}")
    ignored = [flag(raw, "льтате", "x"), flag(raw, "- ")]
    assert score_detection(ignored, errors, tokens=3).counts.precision is None
    assert score_correction(raw, ignored, errors).calibration.outcomes == ()
    both = score_detection([flag(raw, "- вто")], errors, tokens=3)
    assert (both.counts.right, both.counts.found) == (1, 1)


def test_scores_of_documents_are_pooled() -> None:
    """A kind of flag that one document never shows misses that document's errors."""
    raw, errors = gold("{Баш|Ваш} ответ")
    first = score_detection([flag(raw, "Баш")], errors, tokens=2)
    second = score_detection([flag(raw, "Баш", kind="ocr.real-word")], errors, tokens=2)
    pooled = first + second
    assert (pooled.counts.found, pooled.tokens) == (2, 4)
    assert (pooled.by_kind["ocr.real-word"].found, pooled.by_kind["ocr.real-word"].missed) == (1, 1)


CASES = {
    "the first suggestion": ("{Баш|Ваш} ответ", ["Баш=Ваш"], (1, 1, 1)),
    "the second": ("{Баш|Ваш} ответ", ["Баш=Наш/Ваш"], (0, 1, 1)),
    "the fifth": ("{Баш|Ваш} ответ", ["Баш=а/б/в/г/Ваш"], (0, 0, 1)),
    "the sixth": ("{Баш|Ваш} ответ", ["Баш=а/б/в/г/д/Ваш"], (0, 0, 0)),
    "a word of a stretch that also holds a mark": ("{плащары,|плацдарм,}", ["плащары=плацдарм"], (1, 1, 1)),
    "two flags that correct it together": ("{ко.ейс|корейцы}", [".=р", "ейс=ейцы"], (1, 1, 1)),
    "only one of the two": ("{ко.ейс|корейцы}", [".=р"], (0, 0, 0)),
    "two flags, the second needs its third": ("{ко.ейс|корейцы}", [".=р", "ейс=а/б/ейцы"], (0, 1, 1)),
    "one right flag, another that spoils it": ("{Баш.|Ваш.}", ["Баш=Ваш", ".=,"], (0, 0, 0)),
    "a flag longer than the stretch": ("{теи|тем} самым", ["теи самым=тем самым"], (1, 1, 1)),
    "a longer flag that spoils the neighbour": ("{теи|тем} самым", ["теи самым=тем самом"], (0, 0, 0)),
    "a flag over two stretches": ("{пяти|пять} {шести|шесть}", ["пяти шести=пять шесть"], (2, 2, 2)),
    "a flag that corrects one of its two": (
        "{пяти|пять} {шести|шесть}",
        ["пяти шести=пять шести"],
        (0, 0, 0),
    ),
    "a stray mark, deleted": ("да {`|} нет", ["`="], (1, 1, 1)),
    "a space inside a word": ("{положе ние|положение}", ["положе ние=положение"], (1, 1, 1)),
    "ё for е": ("{Слсзы|Слёзы}", ["Слсзы=Слезы"], (1, 1, 1)),
    "a line break for a space": ("{ив\nнем|и в нем}", ["ив=и в"], (1, 1, 1)),
    "a word over a page break": ("{прош\n\n2\n\nлвй|прошлый\n\n2\n\n}", ["прош+лвй=прошлый"], (1, 1, 1)),
    "a break beside it, corrected too": (
        "{ре-\nзу|резу|break} {вто|это}",
        ["ре-\nзу вто=резу это"],
        (1, 1, 1),
    ),
    "a flag without suggestions": ("{Баш|Ваш} ответ", ["Баш"], (0, 0, 0)),
    "no flag": ("{Баш|Ваш} ответ", [], (0, 0, 0)),
}


@pytest.mark.parametrize(("marked", "flagged", "corrected"), CASES.values(), ids=CASES)
def test_a_stretch_is_corrected_when_it_reads_as_the_truth(
    marked: str, flagged: list[str], corrected: tuple[int, int, int]
) -> None:
    """At rank k: some choice among the first k suggestions of the flags gives exactly what was typed."""
    raw, errors = gold(marked)
    split = [one.partition("=") for one in flagged]
    flags = [flag(raw, piece, *(texts.split("/") if sign else [])) for piece, sign, texts in split]
    score = score_correction(raw, flags, errors)
    assert tuple(score.corrected[rank] for rank in (1, 3, 5)) == corrected


def test_of_flags_that_contend_the_surer_one_is_read() -> None:
    """As when corrections are applied."""
    raw, errors = gold("{положе ние|положение}")
    whole, part = flag(raw, "положе ние", "положение", sure=0.9), flag(raw, "ние", "не", sure=0.8)
    assert score_correction(raw, [part, whole], errors).corrected[1] == 1
    assert score_correction(raw, [flag(raw, "ние", "не", sure=0.95), whole], errors).corrected[1] == 0


def test_a_suggestion_is_right_when_it_gives_the_truth() -> None:
    """Each suggestion is scored given the right ones beside it; on clean text all are wrong."""
    raw, errors = gold("{ко.ейс|корейцы} {Баш|Ваш} ответ")
    flags = [flag(raw, ".", "н", "р"), flag(raw, "ейс", "ейцы"), flag(raw, "ответ", "отвёл")]
    assert sorted(score_correction(raw, flags, errors).calibration.outcomes) == [
        (0.89, True),
        (0.9, False),
        (0.9, False),
        (0.9, True),
    ]


def test_many_flags_on_one_stretch_take_little_time() -> None:
    """Forty flags with five suggestions each: 5^40 combinations, judged at once."""
    raw, errors = gold("{" + "аб" * 40 + "|" + "аг" * 40 + "}")
    readings = tuple(Suggestion(text, 0.9) for text in "вдежг")
    flags = [
        Flag("source", 0, (Span(at, at + 1),), "б", "ocr.unknown-word", 0.9, "test", readings)
        for at in range(1, 80, 2)
    ]
    assert score_correction(raw, flags, errors).corrected == {1: 0, 3: 0, 5: 1}


def test_the_character_error_rate_falls_by_what_is_applied() -> None:
    """Two of eleven characters are wrong: the certain suggestion corrects one, the other is not applied."""
    raw, errors = gold("{Баш|Ваш} {ответ|ответы}")
    flags = [flag(raw, "Баш", "Ваш", sure=0.95), flag(raw, "ответ", "ответы", sure=0.5)]
    score = score_characters(raw, flags, "Ваш\nответы")
    assert (score.before, score.after, score.length, score.applied) == (2, 1, 10, 1)
    assert (score.rate_before, score.rate_after, score.cut) == (0.2, 0.1, 0.5)
    assert truth_of(raw, errors) == "Ваш ответы"


def test_a_wrong_correction_raises_the_rate() -> None:
    """The score does not hide harm: the cut is negative."""
    raw, _ = gold("Ваш {отвэт|ответ}")
    assert score_characters(raw, [flag(raw, "Ваш", "Баш")], "Ваш ответ").cut == -1.0


def test_furniture_is_taken_out_of_both_measurements() -> None:
    """What a flag does to a page number does not count; what it does around it does."""
    raw = "они прош\n\n- 2 -\n\nлые годы"
    furniture = [Span(10, 15)]
    assert furniture[0].of(raw) == "- 2 -"
    inside = score_characters(raw, [flag(raw, "2", "3")], "они прошлые годы", furniture)
    assert (inside.before, inside.after, inside.applied) == (1, 1, 0)
    around = score_characters(
        raw, [flag(raw, "прош\n\n- 2 -\n\nлые", "прошлые")], "они прошлые годы", furniture
    )
    assert (around.before, around.after, around.applied) == (1, 0, 1)


def test_lost_words_count_against_the_text_as_received() -> None:
    """What the OCR dropped is part of the truth, words around it stay apart."""
    raw = "да нет"
    lost = [GoldError(Span(2, 2), "", "или", "lost")]
    assert folded(truth_of(raw, lost)) == "да или нет"


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6), st.text("аб ", max_size=4)), max_size=6))
def test_gold_given_as_flags_scores_one(drawn: list[tuple[int, int, str]]) -> None:
    """Whatever the errors, flags made from them find all, correct all at rank 1 and leave no edit."""
    raw, errors, at = "абв где ёж зик лмн опр стуф хцч шщъ ыьэ", [], 0
    for start, length, truth in sorted(drawn):
        if start >= at and folded(raw[start : start + length]) != folded(truth):
            at = start + length
            errors.append(GoldError(Span(start, at), raw[start:at], truth, "ocr"))
    flags = [
        Flag("source", 0, (s.span,), s.ocr, "ocr.unknown-word", 1.0, "", (Suggestion(s.truth, 1.0),))
        for s in errors
    ]
    score = score_errors(raw, flags, errors, words=10)
    assert score.detection.counts.f1 in (1.0, None)
    assert score.correction.corrected == dict.fromkeys((1, 3, 5), len(errors))
    assert score.characters.after == 0
    assert score.detection.calibration.error in (0.0, None)


@pytest.mark.data
def test_development_gold_scores_one_against_itself(data: Path) -> None:
    """All 1,148 errors are found and corrected; what is left are line breaks, dashes and lost words."""
    pooled = ErrorScore()
    for folder in sorted((data / "ocr-dev").iterdir()):
        raw = (folder / "source.txt").read_bytes().decode()
        errors = read_gold_errors(folder / "errors.tsv")
        flags = [
            Flag("source", 0, (s.span,), s.ocr, "ocr.unknown-word", 1.0, "", (Suggestion(s.truth, 1.0),))
            for s in errors
            if s.counts
        ]
        truth = (folder / "truth.txt").read_text(encoding="utf-8")
        furniture = read_furniture(folder / "aside.tsv")
        pooled += score_errors(raw, flags, errors, words=len(truth.split()), truth=truth, furniture=furniture)
    assert pooled.detection.counts.f1 == 1.0
    assert pooled.correction.corrected == {1: 1148, 3: 1148, 5: 1148}
    assert pooled.characters.cut is not None
    assert pooled.characters.cut > 0.96
