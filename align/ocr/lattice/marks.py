"""Marks around words: which can stand there."""

from __future__ import annotations

import re

AFTER = re.compile(r"['’]?[)\]}»\"”’']{0,3}([,.;:!?…]|\.\.\.|[?!]{2,3})?[)\]}»\"”’']{0,3}[,.;:]?")
BEFORE = re.compile(r"[-—–]?[\[({«\"“„'‘’]{0,3}[№$£€#§]?")
ALONE = frozenset(("-", "—", "–", "―", "‒", "−", "...", "…", "&", "/", "+", "=", "«", "»", "№", "§", "%"))


def odd_marks(lead: str, core: str, trail: str) -> int:
    """How many of the marks around a core (or the marks alone) cannot stand there."""
    if not core:
        return int(lead not in ALONE)
    glued = lead in ("-", "—", "–") and core[0].isalpha()
    return int(glued or not BEFORE.fullmatch(lead)) + int(not AFTER.fullmatch(trail))
