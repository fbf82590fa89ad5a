"""The features of the kind of change, each with what its number is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LENGTHS = ("observed_one_letter", "observed_two_letters", "observed_three_letters")
"""By the letters of the observed word."""
FEATURES: Mapping[str, str] = MappingProxyType(
    {
        "changed": "1 for every candidate but the observed text",
        "word_length": "natural logarithm of 1 + the letters of the observed word",
        "document_error_rate": "natural logarithm of the share of suspicious tokens in the document",
        "local_error_rate": "the same for the tokens around the place, less that of the document",
        "observed_known": "1 where the observed word is in a dictionary",
        "observed_one_letter": "1 where the observed word is of one letter",
        "observed_two_letters": "1 where the observed word is of two letters",
        "observed_three_letters": "1 where the observed word is of three letters",
        "observed_number": "1 where a number was observed",
        "lowered": "1 where a capital becomes a small letter inside a sentence",
        "lowered_first": "the same at the beginning of a sentence",
        "raised": "1 where a small letter becomes a capital inside a sentence",
        "raised_first": "the same at the beginning of a sentence",
        "mark_removed": "1 where the word loses marks before or behind it",
        "mark_added": "1 where the word gets marks before or behind it",
        "mark_replaced": "1 where as many other marks stand before or behind the word",
        "delete_mark": "1 where a token of marks alone is deleted",
        "delete_letter": "1 where a token with letters is deleted",
        "delete_digit": "1 where a token of digits is deleted",
        "rule_join": "1 where two tokens together are a known word",
        "rule_join_near": "1 where two tokens together are near a known word",
        "rule_space": "1 where a lost space is put back",
        "rule_hyphen": "1 where a hyphen is removed or becomes a space, or a part beside it changes",
        "rule_hyphenate": "1 where a lost hyphen is put back",
        "rule_inside": "1 where a mark inside a word is removed",
        "rule_foreign": "1 where the candidate is a word of the translation in its own letters",
        "rule_digits": "1 where a number is corrected",
        "rule_name": "1 where the candidate is a name of the translation in the letters of this side",
        "rule_double": "1 where a word that stands twice is kept once",
        "rule_respelt": "1 where likely misreadings are undone, to a word that no list needs to have",
        "foreign_letters": "letters of a word of the translation",
        "foreign_adjacent": "on how many sides (0-2) the same word is next to it in both texts",
        "longer": "letters that the candidate has more than the observed text",
        "shorter": "letters that the candidate has less than the observed text",
        "number_in_translation": "numbers of the candidate that the translation has too",
        "letter_doubled": "1 where a letter was typed twice",
        "letters_swapped": "1 where two letters were typed in the wrong order",
        "unproposed": "1 for the candidate that stands for any text that no rule proposed",
        "unproposed_unknown": "the same where the observed text is suspicious",
        "unproposed_unseen": "the same where no dictionary and no frequency list has the observed word",
        "unproposed_mixed": "for that candidate: signs, digits or capitals inside the observed word",
        "unproposed_name": "the same where the observed word is unknown and written like a name",
    }
)
