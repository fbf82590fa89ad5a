"""Whether some choice of readings makes a stretch say exactly this."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from align.errors import InvariantError
from align.evaluate.gold_errors import GoldError
from align.text.span import Span

_YO = str.maketrans("ёЁ", "еЕ")


def folded(text: str) -> str:
    """White space as single spaces, none at the ends; ё as е."""
    return " ".join(text.split()).translate(_YO)


def truth_edits(stretches: Iterable[GoldError]) -> dict[Span, str]:
    """What to write where for the truth; of stretches that overlap the first stands.

    Words that were lost altogether come with spaces around them.
    """
    edits: dict[Span, str] = {}
    at = 0
    for stretch in sorted(stretches, key=lambda stretch: stretch.span):
        if stretch.span.start >= at:
            edits[stretch.span] = stretch.truth if stretch.span else f" {stretch.truth} "
            at = stretch.span.stop
    return edits


def reaches(raw: str, window: Span, choices: Mapping[Span, Sequence[str]], wanted: str) -> bool:
    """Whether ``raw`` in the window, one of its choices at each span, reads as ``wanted`` (folded).

    All combinations are tried at once: what is carried along is how much of ``wanted`` they may have
    read so far, so time grows with the text and not with the number of combinations.
    """
    goal = folded(wanted)
    states = {(0, False)}
    for alternatives in _pieces(raw, window, choices):
        read = (_read(state, text, goal) for state in states for text in alternatives)
        states = {state for state in read if state is not None}
    return any(at == len(goal) for at, _ in states)


def _pieces(raw: str, window: Span, choices: Mapping[Span, Sequence[str]]) -> Iterator[Collection[str]]:
    at = window.start
    for span in sorted(choices):
        if not at <= span.start <= span.stop <= window.stop:
            raise InvariantError(f"choices at {span} overlap others or leave the window {window}")
        yield (raw[at : span.start],)
        yield set(choices[span])
        at = span.stop
    yield (raw[at : window.stop],)


def _read(state: tuple[int, bool], text: str, goal: str) -> tuple[int, bool] | None:
    """Read ``text`` on from (place in ``goal``, white space pending); ``None`` where it differs."""
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
