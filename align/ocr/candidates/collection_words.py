"""The words of a collection beside those of its language: known, and candidates for misread words."""

from __future__ import annotations

from dataclasses import replace

from align.lang.lexicon import Lexicon
from align.ocr.candidates.edit_index import EditIndex
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.collection import LanguageKnowledge

SHARE, MAX_SHARE = 0.3, 1e-6
"""Fraction of its frequency in the collection that a word is worth beside those of a list; the most."""


def with_collection_words(indexes: FormIndexes, known: LanguageKnowledge) -> FormIndexes:
    """The indexes of a language with the words that a collection has beside them.

    Args:
        indexes: Of the language.
        known: What was learned of the texts in it.
    """
    forms = [word.form for word in known.listed if len(word.form) < EditIndex.MAX_LENGTH]
    if not forms:
        return indexes
    extended = replace(
        indexes,
        lexicon=_with_words(indexes.lexicon, known),
        collection=EditIndex.build(forms),
        near={},
        ranked={},
    )
    extended.__dict__.update(by_edits=indexes.by_edits, by_channel=indexes.by_channel)
    return extended


def _with_words(lexicon: Lexicon, known: LanguageKnowledge) -> Lexicon:
    """The lexicon that knows the words of a collection, too."""
    counts = {word.form: word.occurrences for word in known.listed}
    shares = {form: min(SHARE * count / known.words, MAX_SHARE) for form, count in counts.items()}
    extended = lexicon.with_words(shares)
    dictionary = lexicon.dictionary
    if dictionary is None:
        return extended
    return replace(extended, dictionary=lambda form: form in counts or dictionary(form))
