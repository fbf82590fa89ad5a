"""Formulas of Office Math as one line of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from align.text.readers.word.xml_names import tag_of

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

LEFT_OUT = frozenset({"w:del", "w:moveFrom"})
"""Parts of a formula that a tracked change took away."""


def formula_text(element: Any) -> str:  # noqa: ANN401  # lxml's element
    """The text of a formula: ``a/b`` for a fraction, ``x^2`` and ``x_1`` for what is raised and lowered."""
    if element is None:
        return ""
    name = tag_of(element)
    if name in ("m:t", "w:t"):
        return element.text or ""
    shape = SHAPES.get(name)
    if shape is not None:
        return shape(element)
    return "".join(formula_text(part) for part in element if tag_of(part) not in LEFT_OUT)


def _part(element: Any, name: str) -> str:  # noqa: ANN401
    return formula_text(element.find(f"{M}{name}"))


def _joined(element: Any, *parts: tuple[str, str]) -> str:  # noqa: ANN401
    """The named parts of an element, each behind its sign; one with a space inside in brackets."""
    return "".join(sign + _part(element, name) for sign, name in parts if _part(element, name))


def _delimited(element: Any) -> str:  # noqa: ANN401
    left, right = (
        mark.get(f"{M}val") if (mark := element.find(f"{M}dPr/{M}{name}")) is not None else usual
        for name, usual in (("begChr", "("), ("endChr", ")"))
    )
    return f"{left}{', '.join(formula_text(one) for one in element.findall(f'{M}e'))}{right}"


def _nary(element: Any) -> str:  # noqa: ANN401
    sign = element.find(f"{M}naryPr/{M}chr")
    shown = "∫" if sign is None else sign.get(f"{M}val", "")
    return shown + _joined(element, ("_", "sub"), ("^", "sup"), (" ", "e"))


SHAPES: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "m:f": lambda element: _joined(element, ("", "num"), ("/", "den")),
        "m:sSup": lambda element: _joined(element, ("", "e"), ("^", "sup")),
        "m:sSub": lambda element: _joined(element, ("", "e"), ("_", "sub")),
        "m:sSubSup": lambda element: _joined(element, ("", "e"), ("_", "sub"), ("^", "sup")),
        "m:rad": lambda element: _joined(element, ("", "deg"), ("√", "e")),
        "m:d": _delimited,
        "m:nary": _nary,
    }
)
"""Element -> the function that writes it on one line; of any other the text of its parts is joined."""
