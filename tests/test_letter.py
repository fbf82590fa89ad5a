"""The main job on the real letter, held against a close reading (tests/gold/002)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from align.evaluate.report import evaluate_bitext
from align.pipeline import align_file

pytestmark = pytest.mark.model
GOLD = Path(__file__).parent / "gold" / "002"


@pytest.fixture(scope="module")
def letter(seeds):
    [path] = seeds.glob("002*.txt")
    return align_file(path)


@pytest.fixture(scope="module")
def report(letter):
    return evaluate_bitext(letter, errors=GOLD / "errors.tsv")


def test_every_bead_of_the_letter_is_as_read(letter):
    """From the salutation to the date each sentence finds the sentences that translate it, and no others.

    The two address lines above may go with the translation's heading together or one of them alone.
    """
    first, *beads = json.loads((GOLD / "beads.json").read_text(encoding="utf-8"))[1:]
    holder = {
        side: {
            offset: sentence.index
            for sentence in text.sentences
            for span in sentence.origin
            for offset in range(span.start, span.stop)
        }
        for side, text in (("source", letter.source), ("target", letter.target))
    }
    true = {
        tuple(tuple(holder[side][offset] for offset in bead[side]) for side in ("source", "target"))
        for bead in beads
    }
    found = {(tuple(bead.source), tuple(bead.target)) for bead in letter.alignment.beads}
    assert true <= found
    [heading] = [
        bead for bead in letter.alignment.beads if holder["target"][first["target"][0]] in bead.target
    ]
    assert holder["source"][first["source"][0]] in heading.source


def test_most_errors_are_found_and_few_words_doubted_in_vain(report):
    """Flags at .5 and more: precision at least .85, recall at least .80."""
    assert report.errors.detection.counts.precision >= 0.85
    assert report.errors.detection.counts.recall >= 0.80


def test_the_first_suggestion_is_mostly_right(report):
    """The right reading stands first for six errors in ten at least."""
    assert report.errors.correction.rate(1) >= 0.60


def test_period_names_are_no_errors(letter):
    """Names that the translation answers are left in peace in the spelling of their time."""
    flagged = " ".join(flag.text for flag in letter.flags if flag.kind.startswith("ocr."))
    for name in ("Тайвана", "Чан", "Кай-ши", "Чжоу", "Энь-лая", "Линь", "Бяо", "ЦЗЕ-ДУНА", "лисынмановской"):
        assert name not in flagged


def test_the_line_read_out_of_turn_is_back_in_its_place(letter):
    """Point 4 ends in the Far East, as in the translation, and the move is said."""
    [point] = [sentence.text for sentence in letter.source.sentences if sentence.text.startswith("4)")]
    assert point.endswith("на Дальнем Востоке.")
    assert [flag.kind for flag in letter.flags if flag.kind == "layout.moved"]


def test_words_cut_by_page_and_line_ends_are_whole(letter):
    """What cleaning joins by itself reads as one word."""
    text = " ".join(sentence.text for sentence in letter.source.sentences)
    assert "японского империализма" in text
    assert "в стране будет" in text


@pytest.mark.parametrize("number", ["000", "001", "003", "004"])
def test_a_translation_alone_is_shown_with_its_flags(seeds, number):
    """A page without its original has metadata or none, sentences, and no bead of two sides."""
    [path] = seeds.glob(f"{number}*.txt")
    page = align_file(path)
    assert page.source is None
    assert len(page.target.sentences) > 5
    assert all(bead.type == "0-1" for bead in page.alignment.beads)


def test_errors_of_the_english_are_found(seeds):
    """A misread word of a translation is flagged, with the right word first."""
    [path] = seeds.glob("003*.txt")
    [flag] = [flag for flag in align_file(path).flags if flag.text.startswith("contrades")]
    assert flag.suggestions[0].text.startswith("comrades")
