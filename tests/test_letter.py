"""The main task on the real letter, compared with a careful transcription (tests/gold/002)."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.api import align_file
from align.bitext import Bitext
from align.evaluate.report import Report, evaluate_bitext

pytestmark = pytest.mark.model
GOLD = Path(__file__).parent / "gold" / "002"


@pytest.fixture(scope="module")
def letter(seeds: Path) -> Bitext:
    [path] = seeds.glob("002*.txt")
    return align_file(path)


@pytest.fixture(scope="module")
def report(letter: Bitext) -> Report:
    return evaluate_bitext(letter, beads=GOLD / "beads.json", errors=GOLD / "errors.tsv")


def test_every_bead_is_as_read(report: Report) -> None:
    """Each sentence finds the sentences that translate it, and no others."""
    assert report.beads is not None
    assert report.beads.strict.f1 == 1.0


def test_most_errors_are_found_and_few_words_doubted_in_vain(report: Report) -> None:
    """Flags at .5 and more: precision at least .85, recall at least .80."""
    assert report.errors is not None
    counts = report.errors.detection.counts
    assert counts.precision is not None
    assert counts.recall is not None
    assert counts.precision >= 0.85
    assert counts.recall >= 0.80


def test_the_first_suggestion_is_mostly_right(report: Report) -> None:
    """The first suggestion is right for six errors in ten at least."""
    assert report.errors is not None
    rate = report.errors.correction.rate(1)
    assert rate is not None
    assert rate >= 0.60


def test_period_names_are_no_errors(letter: Bitext) -> None:
    """Names that the translation has are not flagged for the spelling of their time."""
    flagged = " ".join(flag.text for flag in letter.flags if flag.kind.startswith("ocr."))
    for name in ("Тайвана", "Чан", "Кай-ши", "Чжоу", "Энь-лая", "Линь", "Бяо", "ЦЗЕ-ДУНА", "лисынмановской"):
        assert name not in flagged


def test_the_line_read_out_of_turn_is_back_in_its_place(letter: Bitext) -> None:
    """Point 4 ends in the Far East, as in the translation, and the move is flagged."""
    assert letter.source is not None
    [point] = [sentence.text for sentence in letter.source.sentences if sentence.text.startswith("4)")]
    assert point.endswith("на Дальнем Востоке.")
    assert [flag.kind for flag in letter.flags if flag.kind == "layout.moved"]


def test_words_cut_by_page_and_line_ends_are_whole(letter: Bitext) -> None:
    """What cleaning joins by itself reads as one word."""
    assert letter.source is not None
    text = " ".join(sentence.text for sentence in letter.source.sentences)
    assert "японского империализма" in text
    assert "в стране будет" in text


@pytest.mark.parametrize("number", ["000", "001", "003", "004"])
def test_a_translation_alone_is_shown_with_its_flags(seeds: Path, number: str) -> None:
    """A translation without its original has sentences and no bead of two sides."""
    [path] = seeds.glob(f"{number}*.txt")
    page = align_file(path)
    assert page.source is None
    assert page.target is not None
    assert len(page.target.sentences) > 5
    assert all(bead.type == "0-1" for bead in page.alignment.beads)


def test_errors_of_the_english_are_found(seeds: Path) -> None:
    """A word that was typed twice is flagged, with one of the two as suggestion; and an unknown word."""
    [path] = seeds.glob("003*.txt")
    flags = {flag.text: flag for flag in align_file(path).flags if flag.kind.startswith("ocr.")}
    assert set(flags) == {"SOVIET SOVIET", "contrades"}
    assert flags["SOVIET SOVIET"].suggestions[0].text == "SOVIET"
    assert "comrades" in [suggestion.text for suggestion in flags["contrades"].suggestions]
