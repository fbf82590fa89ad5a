"""Footnotes: each is tied to its sign in the text and moves behind the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from align.text.edit import PAGE_BREAK, Shift, TextEdit
from align.text.rule_input import RuleInput, TextLine
from align.text.rules.footnote_signs import STRONG, Sign, head
from align.text.rules.note_finder import Note, NoteFinder

FOOTNOTE: Final = "footnote"
"""What the reason of a footnote's move begins with, before its sign."""

NOTE: Final = "\x1f\x1e"
"""White space that stands before a footnote until white space is cleaned."""


def tied_notes(given: RuleInput) -> Iterator[Note]:
    """The footnotes whose sign stands in the text above them."""
    finder = NoteFinder(given)
    if not finder.signs:
        return
    behind: dict[str, int] = {}
    for group in finder.groups():
        if not _is_list(given.lines, group):
            found = list(_sure(finder, [*_tied(finder, group, behind)]))
            behind |= {note.head.label: given.lines[note.end - 1].stop for note in found}
            yield from found


def _is_list(lines: Sequence[TextLine], group: Sequence[Note]) -> bool:
    """Whether the lines begin with the same mark, as items of a list do."""
    labels = [note.head.label for note in group]
    before = lines[group[0].first - 1].text
    return any(one == two for one, two in pairwise(labels)) or (
        not labels[0].isalnum() and before.startswith(labels[0]) and not before.startswith(labels[0] * 2)
    )


def _sure(finder: NoteFinder, group: Sequence[Note]) -> Iterator[Note]:
    """The notes of a group that are no items of a list; one whose sign was not read goes with the others."""
    at_foot, lines = finder.is_at_foot(group), finder.given.lines
    tied = [note for note in group if note.ties]
    is_listed = any(sign.style == "paren" for note in tied for sign in note.ties)
    most = len(tied) * 2 > len(group) or (len(tied) * 2 == len(group) and not is_listed)
    if most and at_foot:
        yield from group
    elif most:
        yield from (note for note in tied if _is_strong(note, lines[note.first].text))


def _is_strong(note: Note, text: str) -> bool:
    """Whether a note shows itself by its signs and its capital; ``text``: its first line."""
    styles = {note.head.style, *(sign.style for sign in note.ties)}
    return styles <= STRONG and not text[note.head.stop :][:1].islower()


def _tied(finder: NoteFinder, group: Sequence[Note], behind: dict[str, int]) -> Iterator[Note]:
    """Each note of a group with its signs; ``behind``: where the last note of the same label ended."""
    top = finder.given.lines[group[0].first].start
    last = 0
    for note in group:
        label = note.head.label
        above = [sign for sign in finder.signs.get(label, ()) if behind.get(label, 0) <= sign.start < top]
        above = [sign for sign in above if sign.start >= last] or above
        ties = above if above and above[0].style == "bracket" else above[-1:]
        last = ties[0].start if ties else last
        yield Note(note.first, note.end, note.head, tuple(ties))


def footnotes(given: RuleInput) -> Iterator[TextEdit]:
    """Excludes the signs of footnotes in the text, and marks where each footnote begins and ends."""
    notes = list(tied_notes(given))
    firsts, ends = {note.first for note in notes}, {note.end for note in notes}
    seen: set[Sign] = set()
    for note in notes:
        for sign in set(note.ties) - seen:
            yield TextEdit(sign.start, sign.stop, "", f"sign of {FOOTNOTE} {note.head.label}")
        seen.update(note.ties)
    lines = given.lines
    for number in sorted((firsts | ends) - {len(lines)}):
        put = ("" if number in firsts & ends else f"\n{PAGE_BREAK}") + "\n"
        put += NOTE if number in firsts else ""
        yield TextEdit(lines[number - 1].stop, lines[number].start, put)


def footnote_order(given: RuleInput) -> Iterator[Shift]:
    """Moves the footnotes, in order, behind the text; notes that stand there already stay."""
    found = list(_NOTES.finditer(given.text))
    to = len(given.text)
    while found and not given.text[found[-1].end() : to].strip():
        to = found.pop().start()
    moved = 0  # what stands behind a note moves forward when it goes
    for match in found:
        sign = head(match.group("note"))
        reason = f"{FOOTNOTE} {sign.label if sign else ''}".strip()
        yield Shift(match.start() - moved, match.end() - moved, to, reason)
        moved += len(match.group())


def footnote_heads(given: RuleInput) -> Iterator[TextEdit]:
    """Excludes the sign at the head of each footnote."""
    for match in _NOTES.finditer(given.text):
        sign = head(match.group("note"))
        if sign:
            start = match.start("note")
            yield TextEdit(start, start + sign.stop, "", f"sign of {FOOTNOTE} {sign.label}")


_NOTES = re.compile(rf"\n{NOTE}(?P<note>[^{PAGE_BREAK}{NOTE}]*[^\s{NOTE}])")
