"""The exceptions that this package raises on purpose.

    AlignError
    ├── InputError          a file, option or value that cannot be used; the caller can correct it
    │   ├── ReadError       a file that cannot be read
    │   ├── LanguageError   both sides in one language, or a language that cannot be found
    │   ├── PlaceError      a reviewer's decision on a place that this bitext does not have
    │   └── OutputError     a file that cannot be written
    ├── ModelError          an encoder, pipeline or library that is unknown, broken or not installed
    └── InvariantError      a value that breaks an invariant of its type; an error of this package

A message is one line: what was expected, what was found, where, and what to try.
"""

from align.one_line import one_line


class AlignError(Exception):
    """The base class of the exceptions of this package.

    Attributes:
        exit_code: The exit status of the command line.

    Example:
        >>> import align
        >>> try:
        ...     align.align_file("missing.txt")
        ... except align.AlignError as error:
        ...     print(error)
        missing.txt: no such file; check the path
    """

    exit_code = 2

    def __str__(self) -> str:
        """The message as one line, whatever the names of files hold."""
        return one_line(super().__str__())


class InputError(AlignError):
    """The caller gave something that cannot be used."""


class ReadError(InputError):
    """A file cannot be read."""


class LanguageError(InputError):
    """Both sides are in the same language, or a language is unknown."""


class PlaceError(InputError):
    """A reviewer's decision is about a place that this bitext does not have."""


class OutputError(InputError):
    """A file cannot be written."""


class ModelError(AlignError):
    """A model or an optional library is unknown, broken or not installed."""


class InvariantError(AlignError, ValueError):
    """A value breaks an invariant of its type."""

    exit_code = 70  # EX_SOFTWARE: not the user's error
