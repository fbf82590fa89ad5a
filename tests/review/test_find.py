"""Find and replace in Python: the forms of words, and words replaced in several rows at once."""

from __future__ import annotations

from pathlib import Path

from hand import LetterEncoder, bitext_of, flag_on, send

from align.export.html import contents
from align.review import Review, read_decisions
from align.review.operation import Edit
from align.review.protocol import MessageHandler
from align.review.word_forms import WordForms, form_families

SOURCE = ["Дивизия ждёт.", "Нет дивизий, слово.", "Слово, слово!"]
TARGET = ["Two divisions.", "A word.", "Word."]


def review(journal: Path | None = None) -> Review:
    made = bitext_of(SOURCE, TARGET, [(1, 1)] * 3)
    if journal is None:
        return Review(made, encoder=LetterEncoder())
    return Review.open(made, journal, reviewer="anna", encoder=LetterEncoder())


def test_the_forms_of_a_phrase_are_those_of_its_words_in_the_text() -> None:
    """Whatever the case; a word that the text does not have stands for itself; each side by its language."""
    (reply,) = send(MessageHandler(review()), do="forms", text="Дивизиям нет")
    assert reply["is"] == "forms"
    assert reply["text"] == "Дивизиям нет"
    assert reply["forms"]["source"] == [["дивизий", "дивизия", "дивизиям"], ["нет"]]
    assert reply["forms"]["target"] == [["дивизиям"], ["нет"]]
    (reply,) = send(MessageHandler(review()), do="forms", text="division")
    assert reply["forms"]["target"] == [["division", "divisions"]]


def test_words_of_corrections_are_in_the_text() -> None:
    """A form that a reviewer typed is found as well."""
    made = review()
    handler = MessageHandler(made)
    send(handler, do="edit", row=made.rows[0].id, side="source", text="Дивизией ждёт.")
    (reply,) = send(handler, do="forms", text="дивизия")
    assert reply["forms"]["source"] == [["дивизией", "дивизий", "дивизия"]]


def test_the_screen_knows_whether_there_are_forms() -> None:
    """A search by word forms is offered then."""
    first, *_ = send(MessageHandler(review()), do="hello")
    assert first["wordForms"] is True


def test_a_page_holds_the_forms_of_a_short_text() -> None:
    """Words with one form are left out."""
    forms = contents(review())["forms"]
    assert forms == {"source": [["дивизий", "дивизия"]], "target": []}


def test_a_long_text_has_no_table_of_forms() -> None:
    """The page would be too large."""
    many = " ".join(f"w{n}" for n in range(20_001))
    made = Review(bitext_of([many], ["word"], [(1, 1)]), encoder=LetterEncoder())
    assert form_families(made.state) is None
    assert "forms" not in contents(made)


def test_a_language_without_forms_has_the_words_as_they_stand() -> None:
    """Only the same word is its form."""
    assert WordForms.of("und", ["abc abcs"]).of_phrase("Abc") == [["abc"]]


def test_words_replaced_in_several_rows_are_one_decision(tmp_path: Path) -> None:
    """Each place is a change of its own; one undo takes all back; the journal holds an ordinary edit."""
    journal = tmp_path / "journal.jsonl"
    with review(journal) as made:
        handler = MessageHandler(made)
        cells = [
            {"row": made.rows[1].id, "text": "Нет дивизий, дело."},
            {"row": made.rows[2].id, "text": "Дело, дело!"},
        ]
        patch, *_ = send(handler, do="replace", side="source", cells=cells)
        assert patch["did"] == "replace"
        assert [row["id"] for row in patch["updates"]] == [made.rows[1].id, made.rows[2].id]
        assert made.corrected() == "Дивизия ждёт.\nНет дивизий, дело.\nДело, дело!\n- 7 -\n"
        (entry,) = read_decisions(journal).entries
        assert isinstance(entry.operation, Edit)
        assert [(one.old, one.new) for one in entry.operation.changes] == [
            ("слово.", "дело."),
            ("Слово, слово!", "Дело, дело!"),
        ]
        made.undo()
        assert made.corrected() == "\n".join([*SOURCE, "- 7 -", ""])


def test_nothing_to_replace_is_no_decision() -> None:
    """The texts are as they were; an empty cell is refused."""
    made = review()
    handler = MessageHandler(made)
    cells = [{"row": made.rows[0].id, "text": SOURCE[0]}]
    (reply,) = send(handler, do="replace", side="source", cells=cells)
    assert reply["is"] == "nothing"
    (reply,) = send(handler, do="replace", side="source", cells=[{"row": "s999", "text": "x"}])
    assert reply["is"] == "trouble"
    assert not made.history.done


def test_a_doubt_is_settled_by_words_replaced_there() -> None:
    """The doubtful word is the reviewer's own then."""
    made = bitext_of(SOURCE, TARGET, [(1, 1)] * 3)
    reviewed = Review(
        bitext_of(SOURCE, TARGET, [(1, 1)] * 3, [flag_on(made.source, 1, 2, "слово")]),
        encoder=LetterEncoder(),
    )
    handler = MessageHandler(reviewed)
    cells = [{"row": reviewed.rows[1].id, "text": "Нет дивизий, дело."}]
    patch, *_ = send(handler, do="replace", side="source", cells=cells)
    (doubt,) = patch["updates"][0]["doubts"]
    assert (doubt["state"], doubt["reading"]) == ("edited", "дело.")
