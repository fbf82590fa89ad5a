"""For each line of an archive's page: how much of it is original, how much translation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from align.text.document import Metadata
from align.text.language import language_named, script_of
from align.text.script import SCRIPTS, letters

MIN_LETTERS = 20
"""A line with fewer letters is not classified by its language."""

MAX_CHARACTERS = 2000
"""Code points of a line that are classified by language."""

LetterCounts = tuple[int, int]
"""Letters of a line that belong to the original, and to the translation."""


@dataclass(frozen=True)
class SideClassifier:
    """``target_language``: ISO 639-1, of the translation; ``count``: a line -> its letters of each side."""

    target_language: str
    count: Callable[[str], LetterCounts]


def side_classifier(text: str, metadata: Metadata) -> SideClassifier:
    """A classifier by script; by language where original and translation share a script.

    The translation is in the language that the table of contents names, else in English. The original's
    language is known only from the metadata.
    """
    target = language_named((metadata.contents or "").lower().partition("translation")[2]) or "en"
    original = language_named(metadata.original_language)
    if original is not None and original != target and script_of(original) == script_of(target):
        return SideClassifier(target, _by_language(original, target))
    return SideClassifier(target, _by_script(text, target))


def _by_script(text: str, target: str) -> Callable[[str], LetterCounts]:
    """Letters of the commonest other script are the original's."""
    own = script_of(target)
    counts = {script: letters(text, script) for script in SCRIPTS if script != own}
    other = max(counts, key=counts.__getitem__)
    return lambda line: (letters(line, other), letters(line, own))


def _by_language(original: str, target: str) -> Callable[[str], LetterCounts]:
    """All letters of a line belong to the likelier of the two languages."""
    from py3langid import rank

    script = script_of(target)

    def count(line: str) -> LetterCounts:
        number = letters(line, script)
        if number < MIN_LETTERS:
            return 0, 0
        scores = dict(rank(line[:MAX_CHARACTERS]))
        return (0, number) if scores[target] > scores[original] else (number, 0)

    return count
