"""What Python knows of a word: its forms, translations, the glossary, the spellings of a name."""

from __future__ import annotations

from pathlib import Path

from hand import LetterEncoder, bitext_of, send

from align.review import Review
from align.review.protocol import MessageHandler, Reply
from align.text.document import Side

SOURCE = ["Видел Петрова.", "Петров ушёл.", "Говорят о дивизии, о дивизиях."]
TARGET = ["Saw Petrow.", "Petrov left.", "They talk of the division."]


def review() -> Review:
    return Review(bitext_of(SOURCE, TARGET, [(1, 1)] * 3), encoder=LetterEncoder())


def ask(made: Review, word: str, side: Side = "source") -> list[Reply]:
    return send(MessageHandler(made), do="word", side=side, word=word)


def translated(made: Review, word: str) -> list[Reply]:
    """The replies until no row is left, without the count of rows."""
    handler = MessageHandler(made)
    replies = [send(handler, do="translations", side="source", word=word)[0]]
    while replies[-1]["left"]:
        replies += send(handler, do="translations", side="source", word=word)
    return replies


def test_the_forms_of_a_word_are_those_in_the_text() -> None:
    """And the word itself."""
    [known] = ask(review(), "дивизия")
    assert known["forms"] == ["дивизии", "дивизия", "дивизиях"]


def test_translations_are_counted_row_by_row() -> None:
    """No message aligns more than one row; a name and its transliteration are linked."""
    replies = translated(review(), "Петров")
    assert [reply["left"] for reply in replies] == [1, 0]
    assert [one["text"] for one in replies[0]["translations"]] == ["Petrow"]
    counted = [(one["text"], one["count"]) for one in replies[1]["translations"]]
    assert counted == [("Petrov", 1), ("Petrow", 1)]


def test_a_name_is_listed_as_it_is_spelt_on_both_sides() -> None:
    """Its forms, and what transliterates it; a word that is no name has no spellings."""
    known = ask(review(), "Петрова")[0]
    spelt = [(one["side"], one["text"], one["count"]) for one in known["names"]]
    assert spelt == [
        ("source", "Петров", 1),
        ("source", "Петрова", 1),
        ("target", "Petrov", 1),
        ("target", "Petrow", 1),
    ]
    assert ask(review(), "ушёл")[0]["names"] == []
    assert ask(review(), "Говорят")[0]["names"] == []


def test_the_glossary_has_a_word_in_any_form(tmp_path: Path) -> None:
    """On the side of the terms, and on the side of their translations, forbidden ones too."""
    path = tmp_path / "terms.tsv"
    path.write_text("дивизия\tdivision\tdivizion\n", encoding="utf-8")
    bitext = bitext_of(SOURCE, TARGET, [(1, 1)] * 3)
    made = Review.open(bitext, tmp_path / "journal.jsonl", encoder=LetterEncoder(), glossary=path)
    term = {"source": "дивизия", "targets": ["division"], "forbidden": ["divizion"]}
    assert ask(made, "дивизиях")[0]["glossary"] == [term]
    assert ask(made, "divisions", "target")[0]["glossary"] == [term]
    assert ask(made, "divizion", "target")[0]["glossary"] == [term]
    assert ask(made, "ушёл")[0]["glossary"] == []


def test_a_document_of_one_side_has_no_translations() -> None:
    """The forms are known, nothing else."""
    made = Review(bitext_of(["Дивизия ждёт."], [], [(1, 0)]), encoder=LetterEncoder())
    assert ask(made, "дивизия")[0]["forms"] == ["дивизия"]
    assert translated(made, "дивизия")[0]["translations"] == []


def test_links_follow_a_correction() -> None:
    """A row that is corrected is aligned again."""
    made = review()
    translated(made, "Петров")
    send(MessageHandler(made), do="edit", row=made.rows[1].id, side="target", text="Ivan left.")
    texts = [one["text"] for one in translated(made, "Петров")[-1]["translations"]]
    assert "Petrov" not in texts
