"""The comments of an exported Word document: what was read, what is suggested or was changed, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from align.export.plain_words import NOTHING, sureness_word
from align.export.row import Correction
from align.export.word_runs import element, run
from align.export.xml import XmlSanitizer
from align.flag import KIND_NAMES, Flag
from align.review.sureness import PLEASE_LOOK

COMMENT_AUTHOR = "align (program)"
"""The author of these comments. An import reads the comments of all other authors."""

INITIALS = "al"
MAX_READINGS = 5
"""Further readings that a comment lists."""


@dataclass(frozen=True, eq=False)
class WordComments:
    """Adds comments to a document.

    Attributes:
        parent: The element that holds all comments. python-docx's own way to add one reads all ids anew.
        sanitize: Leaves out what XML forbids.
        at: When the document is written (UTC, ISO 8601).
        numbers: An id for each comment.
    """

    parent: Any
    sanitize: XmlSanitizer
    at: str
    numbers: Iterator[int] = field(default_factory=count)

    def on_doubt(self, flag: Flag, row: str) -> int:
        """A comment on an open doubt; gives its id."""
        return self._add(doubt_comment(flag), row)

    def on_correction(self, correction: Correction, row: str) -> int:
        """A comment on a correction; gives its id."""
        return self._add(correction_comment(correction), row)

    def _add(self, text: str, row: str) -> int:
        number = next(self.numbers)
        comment = element("comment", id=str(number), author=COMMENT_AUTHOR, date=self.at, initials=INITIALS)
        for line in self.sanitize(text, row).splitlines():
            paragraph = element("p")
            paragraph.append(run(line))
            comment.append(paragraph)
        self.parent.append(comment)
        return number


def doubt_comment(flag: Flag) -> str:
    """What was read, what is suggested, and why, a line each."""
    lines = [f"Read: {_one_line(flag.text)}"]
    if flag.suggestions:
        lines.append(f"Suggested: {flag.suggestions[0].text or NOTHING} ({sureness_word(flag)})")
    else:
        lines.append(f"{PLEASE_LOOK.capitalize()}: {KIND_NAMES[flag.kind]}")
    others = [one.text or NOTHING for one in flag.suggestions[1 : MAX_READINGS + 1]]
    if others:
        lines.append(f"Other readings: {', '.join(others)}")
    return "\n".join([*lines, *_why(flag.reason)])


def correction_comment(correction: Correction) -> str:
    """What was read, what it was changed to, by whom and why, a line each."""
    by = f", by {correction.by}" if correction.by else ""
    lines = [f"Read: {correction.old}", f"Changed to: {correction.new or NOTHING}{by}"]
    return "\n".join([*lines, *_why(correction.reason)])


def _why(reason: str) -> list[str]:
    return [f"Why: {_one_line(reason)}"] if reason else []


def _one_line(text: str) -> str:
    return " ".join(text.split())
