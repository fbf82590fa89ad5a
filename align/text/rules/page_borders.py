"""Where a page ends: beside what was excluded there, and inside a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from align.text.edit import PAGE_BREAK
from align.text.rule_input import RuleInput, TextLine, continues_sentence, ends_sentence


def before_line(given: RuleInput, number: int) -> str:
    """The white space before a line."""
    lines = given.lines
    return given.text[lines[number - 1].stop if number else 0 : lines[number].start]


def after_line(given: RuleInput, number: int) -> str:
    """The white space behind a line."""
    lines = given.lines
    end = lines[number + 1].start if number + 1 < len(lines) else len(given.text)
    return given.text[lines[number].stop : end]


def near_furniture(given: RuleInput, number: int) -> bool:
    """Whether a page break stands next to this line: other furniture left it."""
    return PAGE_BREAK in before_line(given, number) or PAGE_BREAK in after_line(given, number)


def splits(lines: Sequence[TextLine], before: int, after: int) -> bool:
    """Whether a sentence goes on from line ``before`` to line ``after`` with a small letter."""
    if before < 0 or after >= len(lines):
        return False
    return not ends_sentence(lines[before].text) and continues_sentence(lines[after].text)


def longest_count(values: Sequence[int | None], max_step: int = 2) -> list[int]:
    """The places of the longest run of numbers that count up, each at most ``max_step`` above the last.

    ``values``: in order of the text; ``None`` for what is no number. The run may leave places out.

    Example:
        >>> longest_count([12, None, 13, 7, 14])
        [0, 2, 4]
    """
    lengths: list[int] = []
    previous: list[int | None] = []
    last: dict[int, int] = {}
    for place, value in enumerate(values):
        earlier = [last[value - step] for step in range(1, max_step + 1) if value and value - step in last]
        best = max(earlier, key=lengths.__getitem__, default=None)
        lengths.append(0 if value is None else 1 if best is None else lengths[best] + 1)
        previous.append(best)
        if value is not None and (value not in last or lengths[place] >= lengths[last[value]]):
            last[value] = place
    at = max(last.values(), key=lengths.__getitem__, default=None)
    found: list[int] = []
    while at is not None:
        found.append(at)
        at = previous[at]
    return found[::-1]
