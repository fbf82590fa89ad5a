"""What Python knows of a word: its forms, translations, the glossary, the spellings of a name."""

from __future__ import annotations

from pathlib import Path

from hand import LetterEncoder, bitext_of, send

from align.review import Review
from align.review.protocol import MessageHandler, Reply
from align.text.document import Side

SOURCE = ["Видел Петрова.", "Петров ушёл.", "Говорят о дивизии, о дивизиях."]
TARGET = ["Saw Pietrov.", "Petrov left.", "They talk of the division."]


def review(glossary: Path | None = None) -> Review:
    made = bitext_of(SOURCE, TARGET, [(1, 1)] * 3)
    return Review.open(made, Path("unused.jsonl"), encoder=LetterEncoder(), glossary=glossary)


def ask(made: Review, word: str, side: Side = "source") -> list[Reply]:
    return send(MessageHandler(made), do="word", side=side, word=word)


def test_what_is_known_at_once_comes_first() -> None:
    """Then the same with the translations, for which words have to be aligned."""
    first, second = ask(review(), "дивизия")
    assert "translations" not in first
    assert first["forms"] == ["дивизии", "дивизия", "дивизиях"]
    assert second | {"translations": []} == first | {"translations": []}


def test_translations_are_counted_over_all_rows_with_the_word() -> None:
    """A name and its transliteration are linked; each with the number of places."""
    *_, known = ask(review(), "Петров")
    assert {"text": "Petrov", "count": 1} in known["translations"]


def test_a_name_is_listed_as_it_is_spelt_on_both_sides() -> None:
    """Its forms, and what transliterates it; a word that is no name has no spellings."""
    known = ask(review(), "Петрова")[0]
    spelt = [(one["side"], one["text"], one["count"]) for one in known["names"]]
    assert spelt == [
        ("source", "Петров", 1),
        ("source", "Петрова", 1),
        ("target", "Petrov", 1),
        ("target", "Pietrov", 1),
    ]
    assert ask(review(), "ушёл")[0]["names"] == []
    assert ask(review(), "Говорят")[0]["names"] == []


def test_the_glossary_has_a_word_in_any_form(tmp_path: Path) -> None:
    """On the side of the terms, and on the side of their translations, forbidden ones too."""
    path = tmp_path / "terms.tsv"
    path.write_text("дивизия\tdivision\tdivizion\n", encoding="utf-8")
    made = review(path)
    term = {"source": "дивизия", "targets": ["division"], "forbidden": ["divizion"]}
    assert ask(made, "дивизиях")[0]["glossary"] == [term]
    assert ask(made, "divisions", "target")[0]["glossary"] == [term]
    assert ask(made, "divizion", "target")[0]["glossary"] == [term]
    assert ask(made, "ушёл")[0]["glossary"] == []


def test_a_document_of_one_side_has_no_translations() -> None:
    """The forms are known, nothing else."""
    made = Review(bitext_of(["Дивизия ждёт."], [], [(1, 0)]), encoder=LetterEncoder())
    *_, known = ask(made, "дивизия")
    assert (known["forms"], known["translations"]) == (["дивизия"], [])
