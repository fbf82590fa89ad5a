"""Which of two languages a line of a page speaks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from align.text.document import Metadata
from align.text.language import language_named, script_of
from align.text.script import SCRIPTS, letters

Vote = tuple[int, int]
"""Letters that speak for the original, letters that speak for the translation."""


@dataclass(frozen=True)
class SideClassifier:
    """``into``: the language of the translation, ISO 639-1; ``vote``: how a line votes."""

    into: str
    vote: Callable[[str], Vote]


def side_classifier(text: str, metadata: Metadata) -> SideClassifier:
    """By script; where original and translation share one, by language, if the page names both.

    The translation is in the language the table of contents says, else in English.
    """
    into = language_named((metadata.contents or "").lower().partition("translation")[2]) or "en"
    original = language_named(metadata.original_language)
    if original is not None and original != into and script_of(original) == script_of(into):
        return SideClassifier(into, _by_language(original, into))
    return SideClassifier(into, _by_script(text, into))


def _by_script(text: str, into: str) -> Callable[[str], Vote]:
    own = script_of(into)
    counts = {script: letters(text, script) for script in SCRIPTS if script != own}
    other = max(counts, key=counts.__getitem__)
    return lambda line: (letters(line, other), letters(line, own))


def _by_language(original: str, into: str) -> Callable[[str], Vote]:
    """A line of few letters says nothing of its language."""
    from py3langid import rank

    script = script_of(into)

    def vote(line: str) -> Vote:
        count = letters(line, script)
        if count < 20:
            return 0, 0
        scores = dict(rank(line[:2000]))
        return (0, count) if scores[into] > scores[original] else (count, 0)

    return vote
