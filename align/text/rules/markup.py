"""Marks of the file's format that are no text of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.text.edit import TextEdit
from align.text.rule_input import RuleInput

TAG = re.compile(
    r"</?(?:u|b|i|em|strong|sub|sup|s|br|p|span|div|small|del|ins|mark)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
COMMENT = re.compile(r"<!--[^<>]{0,2000}-->")
HEADING = re.compile(r"^[ \t]{0,3}#{1,6}(?=[ \t])", re.MULTILINE)
STRONG = re.compile(r"(?<!\*)\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?!\*)")
BREAK = re.compile(r"(?<=\S)\\(?=\r?\n)")


MARKUP = re.compile(
    "|".join(f"(?:{one.pattern})" for one in (TAG, COMMENT, HEADING, STRONG, BREAK)),
    re.IGNORECASE | re.MULTILINE,
)


def byte_order_mark(given: RuleInput) -> Iterator[TextEdit]:
    """U+FEFF, a mark of the file's encoding."""
    for match in re.finditer("\ufeff", given.text):
        yield TextEdit(match.start(), match.end(), "", "byte-order mark")


def markup(given: RuleInput) -> Iterator[TextEdit]:
    """HTML tags and comments, and marks of Markdown for headings, bold and hard line breaks."""
    at = 0
    for match in MARKUP.finditer(given.text):
        if match.start() >= at:
            yield TextEdit(match.start(), match.end(), "", "markup")
            at = match.end()
