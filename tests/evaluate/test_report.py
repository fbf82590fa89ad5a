"""A whole run against gold files, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from align.alignment.bead import Alignment, Bead
from align.bitext import Bitext
from align.errors import InputError
from align.evaluate.report import Report, evaluate_bitext, evaluate_sentences
from align.evaluate.table import columns
from align.flag import Flag, Suggestion
from align.signature import Signature
from align.text.document import Document, Part, Section, Side
from align.text.sentence import Sentence
from align.text.side_text import SideText
from align.text.span import Span
from align.text.trace import TracedText

SOURCE, TARGET = "Баш ответ пришёл. Да.", "Your reply came. Yes. Bulganiin."
SIGNATURE = Signature("0", None, None, "0", "0", 0.0)


def text(side: Side, document: Document, *pieces: str) -> SideText:
    def sentence(index: int, piece: str) -> Sentence:
        start = document.raw.index(piece)
        starts = np.arange(start, start + len(piece), dtype=np.int32)
        return Sentence(index, TracedText(piece, starts, starts + np.int32(1)))

    return SideText(side, document, "xx", tuple(sentence(n, piece) for n, piece in enumerate(pieces)))


def document(name: str, raw: str, part: Part) -> Document:
    return Document(name, raw, (Section(part, Span(0, len(raw))),))


def flag(side: Side, raw: str, piece: str, reading: str) -> Flag:
    place = Span(raw.index(piece), raw.index(piece) + len(piece))
    return Flag(side, 0, (place,), piece, "ocr.real-word", 0.95, "r", (Suggestion(reading, 0.95),))


@pytest.fixture
def bitext() -> Bitext:
    """Two files, two beads, an error flagged in each file."""
    source = text("source", document("s", SOURCE, "source"), "Баш ответ пришёл.", "Да.")
    target = text("target", document("t", TARGET, "target"), "Your reply came.", "Yes.", "Bulganiin.")
    beads = (Bead(range(1), range(1), 0.8, 0.9), Bead(range(1, 2), range(1, 3), 0.7, 0.8))
    found = (flag("source", SOURCE, "Баш", "Ваш"), flag("target", TARGET, "Bulganiin", "Bulganin"))
    return Bitext(source, target, Alignment(beads, 2, 3), found, SIGNATURE)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "beads.json").write_text(
        '[{"source": [0], "target": [0]}, {"source": [18], "target": [17]}, {"source": [], "target": [22]}]',
        encoding="utf-8",
    )
    (tmp_path / "errors.tsv").write_text(
        "start\tstop\tocr\ttruth\tkind\n0\t3\tБаш\tВаш\tocr\n", encoding="utf-8"
    )
    return tmp_path


def test_a_bitext_is_scored_by_what_gold_there_is(bitext: Bitext, gold: Path) -> None:
    """Beads by anchors, the source's flags by the source's errors; what has no gold is not scored."""
    report = evaluate_bitext(bitext, beads=gold / "beads.json", errors=gold / "errors.tsv")
    assert report.beads is not None
    assert report.errors is not None
    assert (report.beads.strict.right, report.beads.strict.wrong, report.beads.strict.missed) == (1, 1, 1)
    assert report.errors.detection.counts.f1 == 1.0
    assert report.errors.correction.rate(1) == 1.0
    assert report.errors.detection.tokens == 4
    assert report.errors.characters.after == 0
    assert evaluate_bitext(bitext, beads=gold / "beads.json").errors is None
    assert evaluate_bitext(bitext) == Report()


def test_both_sides_of_one_file_are_judged(gold: Path) -> None:
    """Where original and translation stand in one file its gold errors are those of both."""
    raw = f"{SOURCE}\n{TARGET}"
    sections = (Section("source", Span(0, 21)), Section("target", Span(22, len(raw))))
    one = Document("both", raw, sections)
    beads = (Bead(range(1), range(1), 0.8, 0.9),)
    bitext = Bitext(
        text("source", one, SOURCE),
        text("target", one, TARGET),
        Alignment(beads, 1, 1),
        (flag("source", raw, "Баш", "Ваш"), flag("target", raw, "Bulganiin", "Bulganin")),
        SIGNATURE,
    )
    at = raw.index("Bulganiin")
    with (gold / "errors.tsv").open("a", encoding="utf-8") as file:
        file.write(f"{at}\t{at + 9}\tBulganiin\tBulganin\tocr\n")
    scored = evaluate_bitext(bitext, errors=gold / "errors.tsv").errors
    assert scored is not None
    counts = scored.detection.counts
    assert (counts.right, counts.found) == (2, 2)


def test_truth_and_furniture_serve_the_character_error_rate(bitext: Bitext, gold: Path) -> None:
    """With the text as typed at hand it is the measure."""
    (gold / "truth.txt").write_text("Ваш ответ пришел.\nНет.\n", encoding="utf-8")
    (gold / "aside.tsv").write_text("start\tstop\ttext\n", encoding="utf-8")
    report = evaluate_bitext(
        bitext, errors=gold / "errors.tsv", truth=gold / "truth.txt", furniture=gold / "aside.tsv"
    )
    assert report.errors is not None
    assert (report.errors.characters.before, report.errors.characters.after) == (4, 3)


def test_errors_need_a_source(bitext: Bitext, gold: Path) -> None:
    """A translation alone has no gold errors of its original."""
    alone = Bitext(
        None, bitext.target, Alignment((Bead(range(0), range(3), None, 1.0),), 0, 3), (), SIGNATURE
    )
    with pytest.raises(InputError, match="gold errors are of the source"):
        evaluate_bitext(alone, errors=gold / "errors.tsv")


def test_sentences_are_scored_against_line_numbers(tmp_path: Path) -> None:
    """One sentence a line: gold.align and an alignment of as many lines."""
    (tmp_path / "gold.align").write_text("[0]:[0]\n[1]:[]\n", encoding="utf-8")
    alignment = Alignment(
        (Bead(range(1), range(1), 1.0, 1.0), Bead(range(1, 2), range(1, 1), None, 1.0)), 2, 1
    )
    report = evaluate_sentences(alignment, tmp_path / "gold.align")
    assert report.beads is not None
    assert (report.beads.strict.f1, report.beads.strict.right) == (1.0, 2)
    small = Alignment((Bead(range(1), range(1), 1.0, 1.0),), 1, 1)
    with pytest.raises(InputError, match="line 2: source line 1 does not exist, the source has 1"):
        evaluate_sentences(small, tmp_path / "gold.align")


def test_a_report_is_json(bitext: Bitext, gold: Path) -> None:
    """Every number of it, without special treatment."""
    report = evaluate_bitext(bitext, beads=gold / "beads.json", errors=gold / "errors.tsv")
    value = json.loads(json.dumps(report.to_json()))
    assert value["beads"]["strict"]["f1"] == 0.5
    assert value["beads"]["strict"]["f1_interval_95"]["low"] <= 0.5
    assert value["correction"]["corrected"]["1"] == {"count": 1, "rate": 1.0}
    assert value["detection"]["by_kind"]["ocr.real-word"]["recall"] == 1.0
    assert value["characters"]["cut"] == 1.0
    assert json.loads(json.dumps(Report().to_json()))["beads"] is None


def test_a_report_is_a_table(bitext: Bitext, gold: Path) -> None:
    """The columns stand under each other; the unknown is a dash."""
    report = evaluate_bitext(bitext, beads=gold / "beads.json", errors=gold / "errors.tsv")
    lines = report.to_text().splitlines()
    assert lines[0].split() == ["precision", "recall", "F1", "right", "wrong", "found", "missed"]
    assert lines[1] == "beads, strict      0.500   0.500  0.500      1      1      1       1"
    assert "corrected at rank 1, 3, 5: 1.000 (1 of 1), 1.000 (1 of 1), 1.000 (1 of 1)" in lines
    assert next(line for line in lines if line.startswith("  0-1")).split()[2:5] == ["-", "-", "-"]
    assert columns(("a", "bb"), [("ccc", "d")]) == "a    bb\nccc   d"
