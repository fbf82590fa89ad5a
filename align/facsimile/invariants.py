"""What the values of a page must be, whoever made them: an engine, a reader or a file of JSON."""

from __future__ import annotations

from math import isfinite

from align.errors import InvariantError


def check_text(what: str, *texts: object) -> None:
    """Raise :class:`InvariantError` where one is no string."""
    for text in texts:
        if not isinstance(text, str):
            raise InvariantError(f"{what} needs a string, got {text!r}")


def check_filled(what: str, text: object) -> None:
    """Raise :class:`InvariantError` where it is no string, or an empty one."""
    check_text(what, text)
    if not text:
        raise InvariantError(f"{what} needs a text, got an empty one")


def check_whole(what: str, *numbers: object, least: int | None = None) -> None:
    """Raise :class:`InvariantError` where one is no whole number, or a smaller one than is allowed."""
    for number in numbers:
        if not isinstance(number, int) or isinstance(number, bool):
            raise InvariantError(f"{what} needs whole numbers, got {number!r}")
        if least is not None and number < least:
            raise InvariantError(f"{what} needs numbers from {least}, got {number}")


def check_confidence(value: object) -> None:
    """Raise :class:`InvariantError` where it is neither ``None`` nor a number from 0 to 1."""
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise InvariantError(f"a confidence needs a number from 0 to 1, got {value!r}")


def check_resolution(value: object) -> None:
    """Raise :class:`InvariantError` where it is neither ``None`` nor a finite number above 0."""
    if value is None:
        return
    known = isinstance(value, int | float) and not isinstance(value, bool)
    if not known or not isfinite(value) or value <= 0:  # type: ignore[arg-type, operator]
        raise InvariantError(f"a resolution needs a number above 0, got {value!r}")


def check_points(points: tuple[tuple[int, int], ...]) -> None:
    """Raise :class:`InvariantError` where a coordinate is no whole number."""
    for x, y in points:
        check_whole("a point", x, y)
