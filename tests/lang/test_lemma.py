"""Dictionary forms."""

from __future__ import annotations

from align.lang.lemma import has_dictionary, lemmatizer


def test_the_form_is_found_by_the_means_of_the_language() -> None:
    """A dictionary in Russian, the word itself elsewhere."""
    assert [lemmatizer("ru")(word) for word in ("дивизиях", "ещё")] == ["дивизия", "еще"]
    assert lemmatizer("fr")("armées") == "armées"


def test_english_endings_are_stripped() -> None:
    """Inflected English words fall together where a lexicon needs it."""
    lemma = lemmatizer("en")
    assert [lemma(word) for word in ("armies", "dispatching", "troops", "planned", "was", "ally's")] == [
        "army",
        "dispatch",
        "troop",
        "plan",
        "was",
        "ally",
    ]


def test_only_languages_with_paradigms_have_a_dictionary() -> None:
    """Nothing is loaded to know it."""
    assert has_dictionary("ru")
    assert not has_dictionary("en")
