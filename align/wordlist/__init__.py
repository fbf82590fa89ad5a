"""The project's word list: words that a reviewer marked as right, for all its documents.

Plain text, one word a line, only ever appended to. ``-word`` takes a word back, ``#`` begins a note. Case
does not count; ё counts as е.
"""

from align.wordlist.filter import without_listed, word_of
from align.wordlist.parse import listed_form, parse_list, read_words
from align.wordlist.write import WordList

__all__ = ["WordList", "listed_form", "parse_list", "read_words", "without_listed", "word_of"]
