"""Marks around words: which can stand there, and what a mark that cannot may have been."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from align.ocr.channel.channel import Channel

AFTER = re.compile(r"['’]?[)\]}»\"”’']{0,3}([,.;:!?…]|\.\.\.|[?!]{2,3})?[)\]}»\"”’']{0,3}[,.;:]?")
BEFORE = re.compile(r"[-—–]?[\[({«\"“„'‘’]{0,3}[№$£€#§]?")
ALONE = frozenset(("-", "—", "–", "...", "…", "&", "/", "+", "=", "«", "»", "№", "§", "%"))
USUAL_AFTER = ("", ",", ".", ":", ";", "»", "?", "!", '"', ")", "».", "»,", '".', '",', "),", ").", "...")
USUAL_BEFORE = ("", "«", '"', "(")
KEPT = 5


def odd_marks(lead: str, core: str, trail: str) -> int:
    """How many of the marks around a core (or the marks alone) cannot stand there."""
    if not core:
        return int(lead not in ALONE)
    glued = lead in ("-", "—", "–") and core[0].isalpha()
    return int(glued or not BEFORE.fullmatch(lead)) + int(not AFTER.fullmatch(trail))


@cache
def alternatives(marks: str, channel: Channel, *, after: bool) -> tuple[str, ...]:
    """What may have been typed where these marks were read, likeliest first, they themselves left out."""
    usual: Sequence[str] = [mark for mark in (USUAL_AFTER if after else USUAL_BEFORE) if mark != marks]
    shorter = [mark for mark in (marks[1:], marks[:-1]) if mark not in usual and mark != marks]
    choices = [mark for mark in (*usual, *shorter) if abs(len(mark) - len(marks)) <= 1 or not mark]
    if not choices:
        return ()
    costs = channel.costs(choices, [marks] * len(choices))
    ranked = sorted(zip(costs.tolist(), choices, strict=True))
    return tuple(mark for _, mark in ranked[:KEPT])
