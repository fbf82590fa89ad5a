"""How far each document is, from its kept result and its journal."""

from __future__ import annotations

from dataclasses import replace

from align.alignment.bead import Alignment, Bead
from align.folder.document_review import document_review
from align.folder.document_state import GLOSSARY_CHANGED, DocumentState, document_state
from align.folder.folder import Folder
from align.folder.folder_document import FolderDocument
from align.folder.state_table import state_table

from .conftest import Keep, decide, letter


def state(folder: Folder, document: FolderDocument) -> DocumentState:
    return document_state(document_review(folder, document))


def test_a_document_that_was_not_read(folder: Folder) -> None:
    """Nothing is computed to find that out."""
    path = folder.path / "a.txt"
    path.write_text("Ваш ответ получил.", encoding="utf-8")
    found = state(folder, folder.contents().documents[0])
    assert (found.stage, found.label, found.doubts) == ("new", "not read yet", None)


def test_the_state_follows_the_decisions(folder: Folder, keep: Keep) -> None:
    """Open doubts, who decided, when; reviewed when nothing is left."""
    bitext = letter("Баш", "бом.")
    document = keep("a", bitext)
    found = state(folder, document)
    assert (found.stage, found.label, found.pairs, found.doubts) == ("read", "2 doubts open", 2, 2)
    decide(document, bitext, {"do": "accept", "doubt": "f1", "pick": 0})
    found = state(folder, document)
    assert (found.stage, found.label) == ("begun", "1 doubt open")
    assert found.reviewers == (("anna", 1),)
    assert found.last.endswith("Z")
    decide(
        document,
        bitext,
        {"do": "reject", "doubt": "f2"},
        {"do": "later", "row": "s0", "on": True},
        by="boris",
    )
    found = state(folder, document)
    assert (found.stage, found.label) == ("reviewed", "reviewed")
    assert found.reviewers == (("boris", 2), ("anna", 1))


def test_only_decisions_in_force_count(folder: Folder, keep: Keep) -> None:
    """What was taken back does not, and neither an undo nor a redo; also where the text is another now."""
    bitext = letter("Баш", "бом.")
    document = keep("a", bitext)
    decide(document, bitext, {"do": "accept", "doubt": "f1", "pick": 0}, {"do": "undo"}, {"do": "redo"})
    decide(document, bitext, {"do": "reject", "doubt": "f2"}, {"do": "undo"}, by="boris")
    assert state(folder, document).reviewers == (("anna", 1),)
    document.files[0].write_text("Другой текст.\n", encoding="utf-8")
    assert state(folder, document).reviewers == (("anna", 1),)


def test_a_row_that_is_confirmed_with_an_open_doubt_is_not_reviewed(folder: Folder, keep: Keep) -> None:
    """Enter alone answers no doubt."""
    bitext = letter("Баш")
    document = keep("a", bitext)
    decide(document, bitext, {"do": "confirm", "row": "s0"})
    assert state(folder, document).label == "1 doubt open"


def test_a_document_without_doubts_needs_nobody(folder: Folder, keep: Keep) -> None:
    """It is shown as done, and nobody as its reviewer."""
    found = state(folder, keep("a", letter()))
    assert (found.stage, found.label, found.reviewers) == ("reviewed", "nothing in doubt", ())


def test_a_page_with_one_text_is_named(folder: Folder, keep: Keep) -> None:
    """A reviewer who expects two sees at once that one was not found."""
    both = letter()
    assert both.source is not None
    beads = tuple(Bead(range(n, n + 1), range(0), None, 1.0) for n in range(2))
    alone = replace(both, target=None, alignment=Alignment(beads, 2, 0))
    found = state(folder, keep("a", alone))
    assert (found.stage, found.label) == ("alone", "no translation")
    assert found.note == "it holds the original alone"


def test_a_word_of_the_list_ends_the_doubts_on_it_in_all_documents(folder: Folder, keep: Keep) -> None:
    """At once, without reading them again."""
    first, second = keep("a", letter("Баш", "бом.")), keep("b", letter("Баш"))
    folder.words.write_text("баш\n", encoding="utf-8")
    assert state(folder, first).label == "1 doubt open"
    assert state(folder, second).label == "nothing in doubt"
    assert not state(folder, second).unread


def test_another_glossary_makes_reading_worth_while(folder: Folder, keep: Keep) -> None:
    """The checks of terms were made with the former one; the state stays in sight."""
    document = keep("a", letter("Баш"))
    folder.glossary.write_text("дом\thouse\n", encoding="utf-8")
    found = state(folder, document)
    assert (found.label, found.note, found.unread) == ("1 doubt open", GLOSSARY_CHANGED, True)


def test_a_file_that_was_edited_is_to_be_read_again(folder: Folder, keep: Keep) -> None:
    """Who decided on the former text stays in sight."""
    bitext = letter("Баш")
    document = keep("a", bitext)
    decide(document, bitext, {"do": "reject", "doubt": "f1"})
    document.files[0].write_text("Другой текст.\n", encoding="utf-8")
    found = state(folder, document)
    assert (found.stage, found.reviewers) == ("new", (("anna", 1),))
    assert "read again" in found.note


def test_a_broken_journal_is_named_and_the_rest_shown(folder: Folder, keep: Keep) -> None:
    """One bad file does not take the page away."""
    document = keep("a", letter("Баш"))
    document.journal.write_text("no journal\n", encoding="utf-8")
    found = state(folder, document)
    assert found.label == "1 doubt open"
    assert "a.review.jsonl" in found.note


def test_the_table_for_a_terminal(folder: Folder, keep: Keep) -> None:
    """The same lines as text, what was skipped below."""
    bitext = letter("Баш")
    document = keep("a", bitext)
    decide(document, bitext, {"do": "reject", "doubt": "f1"})
    keep("second letter", letter("Баш", "бом."))
    (folder.path / "scan.png").write_bytes(b"\x89PNG\r\n")
    states = [state(folder, one) for one in folder.contents().documents]
    head, first, second, other = state_table(folder.contents(), states).splitlines()
    assert head.split() == ["document", "state", "pairs", "doubts", "open", "by", "last"]
    assert first.split()[:6] == ["a", "reviewed", "2", "1", "0", "anna"]
    assert second.split() == ["second", "letter", "2", "doubts", "open", "2", "2", "2"]
    assert other.startswith("skipped: scan.png: ")
