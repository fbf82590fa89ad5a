"""Whether some choice of alternatives gives a wanted text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from align.errors import InvariantError
from align.evaluate.gold_errors import GoldError
from align.text.span import Span

_YO = str.maketrans("ёЁ", "еЕ")


def folded(text: str) -> str:
    """White space as single spaces, none at the ends; ё as е."""
    return " ".join(text.split()).translate(_YO)


def truth_edits(gold: Iterable[GoldError]) -> dict[Span, str]:
    """Place -> the true text there; of gold errors that overlap only the first.

    Text that the OCR left out gets spaces around it.
    """
    edits: dict[Span, str] = {}
    at = 0
    for error in sorted(gold, key=lambda error: error.span):
        if error.span.start >= at:
            edits[error.span] = error.truth if error.span else f" {error.truth} "
            at = error.span.stop
    return edits


def reaches(raw: str, window: Span, choices: Mapping[Span, Sequence[str]], wanted: str) -> bool:
    """Whether one alternative at each place can make the window's text equal to a wanted text.

    All combinations are followed at once, as the set of places in ``wanted`` that they have matched so far:
    time grows with the text, not with the number of combinations.

    Args:
        raw: The raw file.
        window: The part of it that is compared.
        choices: Place in the window -> the alternative texts there.
        wanted: What the window should be, compared as :func:`folded`.

    Raises:
        InvariantError: Places overlap or leave the window.
    """
    goal = folded(wanted)
    states = {(0, False)}
    for alternatives in _pieces(raw, window, choices):
        matched = (_matched(state, text, goal) for state in states for text in alternatives)
        states = {state for state in matched if state is not None}
    return any(at == len(goal) for at, _ in states)


def _pieces(raw: str, window: Span, choices: Mapping[Span, Sequence[str]]) -> Iterator[Collection[str]]:
    """The window in pieces, each with its alternatives; the text between two places has only itself."""
    at = window.start
    for span in sorted(choices):
        if not at <= span.start <= span.stop <= window.stop:
            raise InvariantError(f"choices at {span} overlap others or leave the window {window}")
        yield (raw[at : span.start],)
        yield set(choices[span])
        at = span.stop
    yield (raw[at : window.stop],)


def _matched(state: tuple[int, bool], text: str, goal: str) -> tuple[int, bool] | None:
    """The state behind ``text``: (place in ``goal``, white space is due); ``None`` where they differ."""
    at, space = state
    for character in text.translate(_YO):
        if character.isspace():
            space = at > 0
            continue
        expected = f" {character}" if space else character
        if not goal.startswith(expected, at):
            return None
        at, space = at + len(expected), False
    return at, space
