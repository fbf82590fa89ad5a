"""Operations as JSON and back: the name (``op``) and the fields, spans as ``[start, stop]``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, get_args

from align.errors import InputError, InvariantError
from align.review.operation import Operation, QuotedPlace, TextChange
from align.review.place import Pairing, Place, Spans
from align.text.document import SIDES
from align.text.span import Span


def _name(kind: type) -> str:
    """``AcceptEverywhere`` -> ``accept-everywhere``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


NAMES: Mapping[str, type[Operation]] = MappingProxyType({_name(kind): kind for kind in get_args(Operation)})
"""The name of each operation in a journal."""


def name_of(operation: Operation) -> str:
    """The name of an operation in a journal."""
    return _name(type(operation))


FORMER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "right": "whitelist-word",
        "later": "flag-for-later",
        "bring-back": "restore-excluded",
        "arrange": "regroup-rows",
    }
)
"""Names in journals written before version 0.2 and in the decisions that a one-file review saves."""


def to_json(operation: Operation) -> dict[str, Any]:
    """An operation as values that ``json.dumps`` takes; name and id stand first.

    Args:
        operation: Any decision.

    Returns:
        ``op``, ``id``, and the fields of the operation.

    Example:
        >>> from align.review.operation import Undo
        >>> to_json(Undo(of="b", id="a"))
        {'op': 'undo', 'id': 'a', 'of': 'b'}
    """
    values = {field.name: _to_value(getattr(operation, field.name)) for field in fields(operation)}
    return {"op": name_of(operation), "id": values.pop("id"), **values}


def from_json(values: Mapping[str, Any]) -> Operation:
    """The operation that these values describe.

    Args:
        values: ``op``, ``id``, and the fields of the operation; other keys (reviewer, time) are ignored.

    Returns:
        The operation, the same that :func:`to_json` was given.

    Raises:
        InputError: If ``op`` is unknown, or a field is missing or has a wrong value.

    Example:
        >>> from_json({"op": "undo", "id": "a", "of": "b"})
        Undo(id='a', of='b')
    """
    name = str(values.get("op"))
    kind = NAMES.get(FORMER_NAMES.get(name, name))
    if kind is None:
        raise InputError(f"no operation is called {values.get('op')!r}; known: {', '.join(NAMES)}")
    try:
        arguments = {field.name: _PARSERS[field.name](values[field.name]) for field in fields(kind)}
        return kind(**arguments)
    except (KeyError, TypeError, ValueError, AttributeError, InvariantError) as error:
        raise InputError(
            f"{values.get('op')} {values.get('id', 'without id')}: cannot be read: {error}"
        ) from error


def _to_value(value: object) -> Any:  # noqa: ANN401  # whatever JSON holds
    match value:
        case Span(start, stop):
            return [start, stop]
        case Place(side, spans):
            return {"side": side, "spans": _to_value(spans)}
        case TextChange() | QuotedPlace():
            new = {"new": value.new} if isinstance(value, TextChange) else {}
            return {**_to_value(value.place), "old": value.old, **new}
        case Pairing():
            known = {"score": value.score, "confidence": value.confidence}
            sides = {"source": _to_value(value.source), "target": _to_value(value.target)}
            return sides | {name: round(number, 4) for name, number in known.items() if number is not None}
        case tuple():
            return [_to_value(one) for one in value]
    return value


def _spans(value: Any) -> Spans:  # noqa: ANN401  # whatever JSON holds
    return tuple(Span(int(start), int(stop)) for start, stop in value)


def _place(value: Mapping[str, Any]) -> Place:
    if value["side"] not in SIDES:
        raise InputError(f"a side is source or target, not {value['side']!r}")
    return Place(value["side"], _spans(value["spans"]))


def _change(value: Mapping[str, Any]) -> TextChange:
    return TextChange(_place(value), str(value["old"]), str(value["new"]))


def _quote(value: Mapping[str, Any]) -> QuotedPlace:
    return QuotedPlace(_place(value), str(value["old"]))


def _pairing(value: Mapping[str, Any]) -> Pairing:
    source, target = (tuple(_spans(spans) for spans in value[side]) for side in SIDES)
    return Pairing(source, target, score=value.get("score"), confidence=value.get("confidence"))


def _pairings(value: Any) -> tuple[Pairing, ...]:  # noqa: ANN401  # whatever JSON holds
    return tuple(_pairing(one) for one in value)


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise InputError(f"expected true or false, got {value!r}")
    return value


_PARSERS: Mapping[str, Any] = MappingProxyType(
    {
        "id": str,
        "of": str,
        "word": str,
        "text": str,
        "verb": str,
        "on": _boolean,
        "change": _change,
        "quote": _quote,
        "changes": lambda value: tuple(map(_change, value)),
        "quotes": lambda value: tuple(map(_quote, value)),
        "row": _pairing,
        "rows": _pairings,
        "before": _pairings,
        "after": _pairings,
    }
)
