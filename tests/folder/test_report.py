"""The quality report of a folder."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from align.alignment.bead import Alignment, Bead
from align.folder.document_review import document_review
from align.folder.failures import keep_failure
from align.folder.figures import QualityFigures, quality_figures
from align.folder.folder import Folder
from align.folder.quality_report import quality_report

from .conftest import Keep, decide, letter


def text_of(page: str) -> str:
    """What a reader sees, cells and lines apart."""
    body = page[page.index("<main>") :]
    return unescape(re.sub(r"\s*\n\s*", "\n", re.sub(r"<[^>]+>", "\n", body)))


def test_the_figures_count_what_was_found_answered_and_corrected(folder: Folder, keep: Keep) -> None:
    """Corrections by whom; an open doubt counts as its best suggestion, times its probability."""
    bitext = letter("Баш", "бом.")
    document = keep("a", bitext)
    before = quality_figures(document_review(folder, document))
    assert before.characters == len("Баш ответ получил.") + len("Мы видели бом.")
    assert before.wrong_before == before.wrong_after == pytest.approx(2 * 0.9)
    decide(
        document, bitext, {"do": "accept", "doubt": "f1", "pick": 0}, {"do": "later", "row": "s0", "on": True}
    )
    after = quality_figures(document_review(folder, document))
    assert (after.found.total(), after.open.total()) == (2, 1)
    assert after.corrections == {"anna": 1}
    assert after.wrong_before == pytest.approx(1 + 0.9)
    assert after.wrong_after == pytest.approx(0.9)
    assert (after.sentences, after.pairs, after.unpaired) == (4, {"sure": 2}, 0)
    assert (after.left, after.later, after.aside) == (1, 1, 1)


def test_a_correction_is_of_who_made_the_decision_in_force(folder: Folder, keep: Keep) -> None:
    """Not of who decided on the place after that, and took it back."""
    bitext = letter("Баш")
    document = keep("a", bitext)
    decide(document, bitext, {"do": "accept", "doubt": "f1", "pick": 0})
    decide(document, bitext, {"do": "reject", "doubt": "f1"}, {"do": "undo"}, by="boris")
    assert quality_figures(document_review(folder, document)).corrections == {"anna": 1}


def test_a_correction_of_the_translation_is_no_misreading(folder: Folder, keep: Keep) -> None:
    """It is a correction, and changes nothing in the estimate of wrong characters."""
    bitext = letter("бом.", kind="check.name")
    document = keep("a", bitext)
    decide(document, bitext, {"do": "accept", "doubt": "f1", "pick": 0})
    figures = quality_figures(document_review(folder, document))
    assert figures.corrections == {"anna": 1}
    assert figures.wrong_before == 0


def test_figures_of_documents_add_up() -> None:
    """Ratios are of the sums; unknown without text."""
    assert QualityFigures().sure is None
    assert QualityFigures().rate_before is None
    both = QualityFigures(characters=90, wrong_before=1.0) + QualityFigures(characters=10, wrong_before=1.0)
    assert both.rate_before == pytest.approx(0.02)


def test_the_report_lists_what_was_done_and_what_was_not(folder: Folder, keep: Keep) -> None:
    """In plain words: no kind of a doubt by its identifier, no id of a row."""
    bitext = letter("Баш", "бом.")
    decide(keep("a", bitext), bitext, {"do": "accept", "doubt": "f1", "pick": 0})
    (folder.path / "b.txt").write_text("not read yet", encoding="utf-8")
    shown = text_of(quality_report(folder))
    assert "Documents without an open doubt: 0 of 2. Doubts answered: 1 of 2. Corrections made: 1." in shown
    assert "not read yet: b" in shown
    assert "a: 1 doubt open, 1 row to look at" in shown
    assert "corrections made: 1 by anna" in shown
    assert "Reviewed by anna (1 decision), last on " in shown
    assert "unknown word\n2\n1\n1" in shown
    assert not re.search(r"ocr\.\w|check\.\w|\bs\d+\b", shown)


def test_what_was_compared_with_nothing_is_no_document_without_doubts(folder: Folder, keep: Keep) -> None:
    """An original alone, a scan that could not be read and files that were skipped: not reviewed."""
    both = letter()
    beads = tuple(Bead(range(n, n + 1), range(0), None, 1.0) for n in range(2))
    keep("a", replace(both, target=None, alignment=Alignment(beads, 2, 0)))
    (folder.path / "scan.txt").write_text("nothing", encoding="utf-8")
    [scan] = [one for one in folder.contents().documents if one.name == "scan"]
    keep_failure(folder, scan, "no text on its pages")
    (folder.path / "photo.png").write_bytes(b"\x89PNG\r\n")
    page = quality_report(folder)
    shown = text_of(page)
    assert "Documents without an open doubt: 0 of 2." in shown
    left = shown[shown.index("What was not reviewed") :]
    assert "a.txt: no translation, compared with nothing" in left
    assert "scan.txt could not be read: no text on its pages" in left
    assert "photo.png skipped: " in left
    assert "0.00 %" not in page


def test_a_report_of_a_reviewed_folder_has_nothing_left(folder: Folder, keep: Keep) -> None:
    """And a folder without documents has a report, too."""
    assert "Documents without an open doubt: 0 of 0." in text_of(quality_report(folder))
    bitext = letter("Баш")
    decide(keep("a", bitext), bitext, {"do": "reject", "doubt": "f1"})
    assert "Nothing: every doubt was answered." in text_of(quality_report(folder))


def test_the_report_is_one_file_that_runs_nothing(folder: Folder, keep: Keep) -> None:
    """No script, no address; a name with signs of HTML stays text."""
    keep("a <b>&", letter("Баш"))
    page = quality_report(folder)
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert not re.search(r"https?://|@import|src=", page)
    assert "a &lt;b&gt;&amp;" in page
