"""Marks around words: which can stand there."""

from __future__ import annotations

import re

AFTER = re.compile(
    r"['’]?[)\]}»\"”’']{0,3}([,.;:!?…।॥،؛؟։]|\.\.\.|[?!]{2,3}|[?!]\.\.)?[)\]}»\"”’']{0,3}[,.;:]?"
)
"""The stops of Devanagari, Arabic and Armenian among them."""
AFTER_FIGURE = re.compile(rf"[%‰°′″]{{0,2}}{AFTER.pattern}")
"""Per cent, degrees and minutes stand behind a figure."""

BEFORE = re.compile(r"[-—–]?[\[({«\"“„'‘’]{0,3}[№$£€#§]?")
ALONE = frozenset(("-", "—", "–", "―", "‒", "−", "...", "…", "&", "/", "+", "=", "«", "»", "№", "§", "%"))
SIGNS = re.compile(r"[%‰][)»\"”]?[.,;:!?…]?[)»\"”]?")
"""Signs behind a number and a space, with the marks that close a sentence behind them."""


def stands_alone(marks: str) -> bool:
    """Whether marks without a letter or digit are usual as a word of their own: a dash, ``%.``."""
    return marks in ALONE or SIGNS.fullmatch(marks) is not None


def odd_marks(lead: str, core: str, trail: str) -> int:
    """How many of the marks around a core (or the marks alone) cannot stand there."""
    if not core:
        return int(not stands_alone(lead))
    after = AFTER_FIGURE if core[-1].isdigit() else AFTER
    glued = lead in ("-", "—", "–") and core[0].isalpha()
    return int(glued or not BEFORE.fullmatch(lead)) + int(not after.fullmatch(trail))
