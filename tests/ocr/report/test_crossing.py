"""Sentences that are translated out of order are flagged."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.alignment.bead import Crossing
from align.api import align_files
from align.config import Config
from align.ocr.report.crossing import QUOTED, crossing_flags
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText


def sentences(*texts: str) -> list[Sentence]:
    """Sentences of one file, a line each."""
    raw, made = "\n".join(texts), []
    for index, text in enumerate(texts):
        start = raw.index(text)
        made.append(Sentence(index, TracedText.of(raw, Span(start, start + len(text)))))
    return made


SOURCE = sentences("Он ушёл.", "Шёл дождь.", "Река вышла из берегов.")
TARGET = sentences("It rained.", "The river left its banks.", "He left.")


def test_each_crossing_is_one_flag_on_its_first_source_sentence() -> None:
    """The flag stands on the whole sentence; its confidence is the crossing's score."""
    [single] = crossing_flags(SOURCE, TARGET, [Crossing(range(1), range(2, 3), 0.7)])
    assert (single.side, single.sentence, single.spans) == ("source", 0, SOURCE[0].origin)
    assert (single.text, single.kind, single.confidence) == ("Он ушёл.", "layout.crossing", 0.7)
    assert single.reason == "Its translation stands elsewhere (sentence 1 stands at 3): “He left.”"


def test_the_reason_counts_the_sentences_of_a_run() -> None:
    """Sentences are counted from 1, and the translation is quoted from its beginning."""
    [run] = crossing_flags(SOURCE, TARGET, [Crossing(range(1, 3), range(2), 0.7)])
    assert run.sentence == 1
    assert run.reason == (
        "Its translation stands elsewhere (sentences 2-3 stand at 1-2): "
        "“It rained. The river left its banks.”"
    )


def test_a_long_translation_is_quoted_in_part() -> None:
    """The quotation ends in an ellipsis."""
    [flag] = crossing_flags(SOURCE, sentences("a" * 99), [Crossing(range(1), range(1), 0.7)])
    assert flag.reason.endswith(f"“{'a' * QUOTED}…”")


@pytest.mark.parametrize(("score", "confidence"), [(1.0000001, 1.0), (-0.1, 0.0)])
def test_the_confidence_is_a_fraction(score: float, confidence: float) -> None:
    """Rounding may take a cosine beyond 1."""
    [flag] = crossing_flags(SOURCE, TARGET, [Crossing(range(1), range(1), score)])
    assert flag.confidence == confidence


ORIGINAL = """\
Вчера утром армия ушла из города.
Генерал просил прислать ещё сто танков.
Мост через реку взорван.
Дети не ходят в школу с октября.
Учитель живёт в старом доме у леса.
Урожай риса в этом году хороший.
Министр отвечает на письма по понедельникам.
Наш самолёт был сбит над морем.
"""
TRANSLATION = """\
Yesterday morning the army left the city.
The general asked for another hundred tanks.
The teacher lives in an old house near the forest.
The rice harvest is good this year.
The bridge over the river has been blown up.
The children have not been to school since October.
The minister answers letters on Mondays.
Our plane was shot down over the sea.
"""


@pytest.mark.model
def test_exchanged_paragraphs_are_flagged(tmp_path: Path) -> None:
    """In two files of the same sentences, two of which moved, the flag names where the translation stands."""
    (tmp_path / "a.txt").write_text(ORIGINAL, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TRANSLATION, encoding="utf-8")
    bitext = align_files(tmp_path / "a.txt", tmp_path / "b.txt", config=Config(sentences=True))
    [flag] = [flag for flag in bitext.flags if flag.kind == "layout.crossing"]
    assert flag.text == "Мост через реку взорван."
    assert flag.reason.startswith(
        "Its translation stands elsewhere (sentences 3-4 stand at 5-6): “The bridge"
    )
