"""What can go wrong, each as a letter to the person who can mend it.

    AlignError
    ├── InputError       a file, option or value that cannot be used: the caller's to mend
    │   ├── ReadError    a file that cannot be read as text
    │   ├── LanguageError   sides that cannot be told apart, or a language nothing is known of
    │   ├── PlaceError   a decision that finds no place in this bitext: listed, never dropped
    │   └── OutputError  a path that cannot be written
    ├── ModelError       an encoder or spaCy pipeline that is unknown, broken or not installed
    └── InvariantError   a value that breaks a law of its type: ours to mend

A message says what was expected, what came, where, and what to try; it is one line.
"""


class AlignError(Exception):
    """Anything this package raises on purpose. ``exit_code`` is the shell's."""

    exit_code = 2


class InputError(AlignError):
    """The caller gave something that cannot be used."""


class ReadError(InputError):
    """A file cannot be read as text."""


class LanguageError(InputError):
    """The two sides cannot be told apart, or a language is not known."""


class PlaceError(InputError):
    """A reviewer's decision finds no place in this bitext."""


class OutputError(InputError):
    """A result cannot be written where the caller asked."""


class ModelError(AlignError):
    """A model is unknown, broken or not installed."""


class InvariantError(AlignError, ValueError):
    """A value breaks a law of its type."""

    exit_code = 70  # EX_SOFTWARE: not the user's mistake
