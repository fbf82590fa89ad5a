"""Marks of the file's format that are no text of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.text.edit import TextEdit
from align.text.rule_input import RuleInput

LINE_TAGS = (
    "br|p|div|h[1-6]|li|ul|ol|tr|td|th|table|tbody|thead|blockquote|hr|center|section|article|dl|dt|dd|pre"
)
WORD_TAGS = "u|b|i|a|em|strong|sub|sup|s|span|small|big|del|ins|mark|font|tt|code|nobr|wbr|abbr|cite|q|img"
TAG = re.compile(
    rf"</?(?:(?:{LINE_TAGS})(?:\s[^<>]{{0,300}})?|(?:{WORD_TAGS})(?:\s[^<>=]{{1,40}}=[^<>]{{0,300}})?\s?)/?>",
    re.IGNORECASE,
)
"""A tag; one inside a line has attributes with values (``a<b and c>d`` is none)."""

ENDS_LINE = re.compile(rf"</?(?:{LINE_TAGS})\b", re.IGNORECASE)
"""A tag behind or before which a line ends."""

LINE_END = re.compile(r"[ \t]*\r?\n")
COMMENT = re.compile(r"<!--[^<>]{0,2000}-->")
HEADING = re.compile(r"^[ \t]{0,3}#{1,6}(?=[ \t])", re.MULTILINE)
STRONG = re.compile(r"(?<!\*)\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?!\*)")
BREAK = re.compile(r"(?<=\S)\\(?=\r?\n)")
ESCAPE = re.compile(r"(?<!\\)\\(?=[.*_#\[\]!()+-])")
"""The backslash by which a converter to Markdown kept a mark from being one of its own."""

MARKUP = re.compile(
    "|".join(f"(?:{one.pattern})" for one in (TAG, COMMENT, HEADING, STRONG, BREAK, ESCAPE)),
    re.IGNORECASE | re.MULTILINE,
)


def byte_order_mark(given: RuleInput) -> Iterator[TextEdit]:
    """U+FEFF at the beginning, a mark of the file's encoding; elsewhere it is an invisible character."""
    if given.text.startswith("\ufeff"):
        yield TextEdit(0, 1, "", "byte-order mark")


def markup(given: RuleInput) -> Iterator[TextEdit]:
    """HTML tags and comments, and marks of Markdown for headings, bold and hard line breaks.

    Words on both sides of a tag that ends a line or a paragraph are two words.
    """
    at = 0
    for match in MARKUP.finditer(given.text):
        if match.start() >= at:
            ends_line = ENDS_LINE.match(match.group()) and not LINE_END.match(given.text, match.end())
            yield TextEdit(match.start(), match.end(), "\n" if ends_line else "", "markup")
            at = match.end()
