"""Runs of a Word document: text with its language, tracked changes, comments' ranges, hidden text.

python-docx has no interface for any of these; the elements are made here in the order that the format's
schema (ECMA-376, part 1, 17.3) prescribes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from align.export.direction import right_to_left
from align.export.row import Decider

UNKNOWN = "reviewer"
"""The author of a tracked change whose reviewer is unknown; the format wants one."""

HIDDEN_SIZE = 2
"""Half-points of hidden text: a program that shows it needs no room for it."""

WHITE_SPACE = re.compile(r"\s+")
"""One space stands for it in deleted text, also at its ends: whoever rejects the deletion joins no words."""


@dataclass(frozen=True)
class RunLook:
    """How a run looks.

    Attributes:
        locale: The language that it is spell-checked in; ``None`` leaves the document's.
        bold: Whether it is bold.
        wavy: Whether it has a wavy underline.
        hidden: Whether it is hidden.
    """

    locale: str | None = None
    bold: bool = False
    wavy: bool = False
    hidden: bool = False


def element(name: str, **attributes: str) -> Any:  # noqa: ANN401  # python-docx has no types
    """An element ``w:name`` with attributes of the same namespace."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def run(text: str, look: RunLook = RunLook()) -> Any:  # noqa: ANN401
    """A run of text."""
    made = element("r")
    made.text = text
    made.insert(0, _properties(look))
    return made


def inserted(text: str, look: RunLook, decider: Decider, number: int) -> Any:  # noqa: ANN401
    """A tracked insertion; ``number``: its id, used once in the document."""
    return _tracked("ins", run(text, look), decider, number)


def deleted(text: str, look: RunLook, decider: Decider, number: int) -> Any:  # noqa: ANN401
    """A tracked deletion; ``number``: its id, used once in the document."""
    from docx.oxml.ns import qn

    made, gone = element("r"), element("delText")
    gone.text = WHITE_SPACE.sub(" ", text)
    gone.set(qn("xml:space"), "preserve")
    made.append(_properties(look))
    made.append(gone)
    return _tracked("del", made, decider, number)


def comment_range(number: int) -> tuple[Any, Any, Any]:
    """What begins and ends the text that a comment is about, and the run that refers to the comment."""
    reference = element("r")
    reference.append(element("commentReference", id=str(number)))
    return (
        element("commentRangeStart", id=str(number)),
        element("commentRangeEnd", id=str(number)),
        reference,
    )


def field(instruction: str) -> Any:  # noqa: ANN401
    """A field whose value the program computes: ``PAGE``, ``NUMPAGES``."""
    made = element("fldSimple", instr=instruction)
    made.append(run("1"))
    return made


def set_direction(paragraph: Any, locale: str) -> None:  # noqa: ANN401
    """Mark a paragraph of a language that is written from right to left; it is then set flush right."""
    if right_to_left(locale):
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # python-docx has no other way
        properties.insert_element_before(element("bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc")


def _tracked(name: str, inner: Any, decider: Decider, number: int) -> Any:  # noqa: ANN401
    when = {"date": decider.at} if decider.at else {}
    made = element(name, id=str(number), author=decider.by or UNKNOWN, **when)
    made.append(inner)
    return made


def _properties(look: RunLook) -> Any:  # noqa: ANN401
    made = element("rPr")
    made.extend(_property_elements(look))
    return made


def _property_elements(look: RunLook) -> Iterator[Any]:
    if look.bold:
        yield element("b")
    if look.hidden:
        yield element("vanish")
        yield element("sz", val=str(HIDDEN_SIZE))
    if look.wavy:
        yield element("u", val="wave")
    if look.locale is not None and right_to_left(look.locale):
        yield element("rtl")
        yield element("lang", val=look.locale, bidi=look.locale)
    elif look.locale is not None:
        yield element("lang", val=look.locale)
