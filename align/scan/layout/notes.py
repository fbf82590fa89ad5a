"""What was done to pages and what could not be decided, in one line a kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from align.facsimile.kinds import HANDWRITING, MARGINALIA, NOISE

READ_ONCE = "read-once"
"""The note on a picture whose doubtful words could not be read again: another try may do it."""

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "turn": "which way up could not be found; read as it lies",
        "two-pages": "two pages on one picture, read one after the other (--psm 4 takes it as one page)",
        "colour": "ink in colour, such as a stamp, was left out",
        "specks": "specks of a copy were left out",
        "blank": "blank",
        "unread": "nothing on it could be read: handwriting, a picture, or a back seen through",
        READ_ONCE: "Tesseract broke off when it read doubtful words again; only its first reading is known",
        MARGINALIA: "a note in the margin, kept out of the text",
        HANDWRITING: "handwriting or marks in the margin, kept out of the text",
        NOISE: "marks that are no text, kept out of it",
    }
)
"""Names of notes -> what they tell, for people; in the order in which they are given."""


def note_lines(pages: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """A line for each kind of note.

    Args:
        pages: The notes of each picture, in order: names of :data:`WORDS`, or words for people.

    Example:
        >>> note_lines([["blank"], [], ["blank"], ["blank", "turn"]])
        ('page 4: which way up could not be found; read as it lies', 'pages 1, 3-4: blank')
    """
    others = dict.fromkeys(name for names in pages for name in names if name not in WORDS)
    found = {name: [at for at, names in enumerate(pages, 1) if name in names] for name in (*WORDS, *others)}
    return tuple(
        f"{_numbers(numbers)}: {WORDS.get(name, name)}" for name, numbers in found.items() if numbers
    )


def _numbers(numbers: Sequence[int]) -> str:
    """``page 4``; ``pages 1, 3-5``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return f"{'page' if len(numbers) == 1 else 'pages'} {', '.join(texts)}"
