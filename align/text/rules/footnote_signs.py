"""Signs of footnotes: in the text (``слово¹``, ``слово[1]``, ``слово*``) and at the head of a note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

STRONG: Final = frozenset({"raised", "bracket", "star"})
"""Styles that stand for nothing else; a number with a bracket or without can be an item of a list."""

RAISED = "[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}"
BRACKET = (
    r"\[\s?\^?(?:note|прим\.|примечание|сноска|сн\.|fn\.?)?\s?"
    r"(?P<bracket>\d{1,3}|\*{1,3}|[a-zа-я]|[†‡])\s?\]"
)
STAR = r"(?P<star>\*{1,4}|[†‡])"

SIGN = re.compile(
    rf"(?<=[\w»”\"’)\].,;:!?…])(?P<raised>{RAISED})\)?"
    rf"|(?<=\S)[ ]?{BRACKET}"
    rf"|(?<=[^\W\d_])[ ]?{STAR}\)?(?![\w*])|(?<=[»”\"’.,;!?)…]){STAR.replace('star', 'star2')}\)?(?![\w*])"
    r"|(?<=[^\W\d_])[ ]?(?P<paren>\d{1,2})\)|(?<=[»”\"’.,;!?…])(?P<paren2>\d{1,2})\)"
    r"|(?<=[\w»”\"’.,;!?…])\((?P<paren3>\d{1,2})\)"
    r"|(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_]{3}[»”\"’.,;!?…]))(?P<digit>\d{1,2})(?![\w)\-–—]|[.,]\d)"
)
"""A sign behind a word or behind the mark that closes a sentence."""

HEAD = re.compile(
    rf"(?P<raised>{RAISED})[).]?[ \t]*(?=\S)"
    rf"|{BRACKET}[:.)]?[ \t]*(?=\S)"
    rf"|\(?{STAR}\)?[ \t]*(?=[^\s*)])"
    r"|\(?(?P<paren>\d{1,2})\)[ \t]*(?=[^\W_]|[«“„\"'(])"
    r"|(?P<digit>\d{1,2})(?:\.?[ \t]+|\.?)(?=[«“„\"]?[^\W\d_])"
)
"""A sign at the head of a line."""

UNIT = re.compile(r"(?:\d|(?<![^\W\d_])[^\W\d_]{1,2})$")
"""Before a raised 2 or 3 that is an exponent: ``10²``, ``м²``."""

POINT = re.compile(
    r"\b(?:п|пп|пункт\w*|подпункт\w*|стат\w+|ст|абзац\w*|раздел\w*|вариант\w*|points?|items?|para\w*|articles?"
    r"|clauses?|options?|punkt\w*|и|или|and|or|und)[.,]?\s?$",
    re.IGNORECASE,
)
"""Before a number that is a point's: ``пункт 1)``."""

DIGITS: Final = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")


@dataclass(frozen=True, order=True)
class Sign:
    """``text[start:stop]`` is the sign ``label``; ``style``: how it is written."""

    start: int
    stop: int
    label: str
    style: str


def signs(text: str) -> Iterator[Sign]:
    """What can be a sign of a footnote in a running text, in order."""
    for match in SIGN.finditer(text):
        sign = _sign(match)
        if _is_likely(text, sign):
            yield sign


def head(text: str) -> Sign | None:
    """The sign that a line begins with, if any; its stop is where the note's words begin."""
    match = HEAD.match(text)
    if match is None:
        return None
    sign = _sign(match)
    is_emphasis = sign.style == "star" and text.rstrip().endswith("*")
    is_sentence = sign.style == "digit" and text[sign.stop :][:1].islower()
    return None if is_emphasis or is_sentence else sign


def _sign(match: re.Match[str]) -> Sign:
    style = match.lastgroup or ""
    label = match.group(style).translate(DIGITS).strip()
    if label.isdigit():
        label = str(int(label))
    return Sign(match.start(), match.end(), label, style.rstrip("23"))


def _is_likely(text: str, sign: Sign) -> bool:
    before = text[max(0, sign.start - 80) : sign.start]
    if sign.style == "raised":
        return sign.label not in {"2", "3"} or not UNIT.search(before)
    if sign.style == "star":
        paragraph = before[before.rfind("\n") + 1 :]
        return not re.search(r"(?<![\w*])\*{1,2}\w", paragraph)
    if sign.style == "paren":
        return before.rfind("(") <= before.rfind(")") and not POINT.search(before)
    return True
