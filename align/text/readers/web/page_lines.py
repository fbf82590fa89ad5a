"""The tree of a web page -> its lines, as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from align.text.readers.web.elements import BLOCKS, NO_TEXT, PREFORMATTED, left_out, name_of
from align.text.readers.web.item_numbers import ItemNumbers
from align.text.readers.web.tally import BY_ELEMENT, WebTally
from align.text.readers.word.inline import SUPERSCRIPT

SPACE = re.compile(r"[ \t\r\n\f]+")
"""White space that a browser shows as one space; a no-break space stays."""

SPACE_AT_BREAK = re.compile(r" *\n *")


class PageLines:
    """Reads one page; a paragraph, a heading or a cell is a line.

    Elements are met one after another, without recursion: pages nest without measure.
    """

    def __init__(self, tally: WebTally) -> None:
        self._tally = tally
        self._lines: list[str] = []
        self._pieces: list[str] = []
        self._label = ""
        self._preformatted = 0
        self._raised = 0
        self._numbers = ItemNumbers()

    def read(self, root: Any) -> list[str]:  # noqa: ANN401  # lxml's element
        """The lines of the page."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        skipped = False
        for event, element in walk:
            if event == "start":
                skipped = self._skips(element)
                if skipped:
                    walk.skip_subtree()
                else:
                    self._start(element)
                continue
            if event == "end":
                self._end(element, skipped=skipped)
                skipped = False
            self._add(element.tail if element is not root else None)
        self._close_line()
        return self._lines

    def _skips(self, element: Any) -> bool:  # noqa: ANN401
        """Whether an element is left out; what it holds is then counted."""
        name = name_of(element)
        if name in NO_TEXT:
            return True
        kind = left_out(element, name)
        if kind is not None:
            self._tally[kind] += 1 if kind in BY_ELEMENT else _characters(element)
        return kind is not None

    def _start(self, element: Any) -> None:  # noqa: ANN401
        name = name_of(element)
        if name in BLOCKS:
            self._close_line()
        if name == "br":
            self._pieces.append("\n")
        self._preformatted += name in PREFORMATTED
        self._raised += name == "sup"
        self._label = self._numbers.label(element, name) or self._label
        self._add(element.text)

    def _end(self, element: Any, *, skipped: bool) -> None:  # noqa: ANN401
        """End an element; one that was left out changes nothing but the line it stands in."""
        name = name_of(element)
        if name in BLOCKS:
            self._close_line()
        if skipped:
            return
        self._preformatted -= name in PREFORMATTED
        self._raised -= name == "sup"
        self._label = "" if name == "li" else self._label

    def _add(self, text: str | None) -> None:
        if text:
            shown = text if self._preformatted else SPACE.sub(" ", text)
            self._pieces.append(shown.translate(SUPERSCRIPT) if self._raised else shown)

    def _close_line(self) -> None:
        """End the line, if it holds something."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if not text.strip():
            return
        text = text.strip("\n").rstrip() if self._preformatted else _collapsed(text)
        self._lines.append(self._label + text)
        self._label = ""


def _collapsed(text: str) -> str:
    return SPACE_AT_BREAK.sub("\n", re.sub(" {2,}", " ", text)).strip(" \n")


def _characters(element: Any) -> int:  # noqa: ANN401
    return sum(len("".join(text.split())) for text in _texts(element))


def _texts(element: Any) -> Iterator[str]:  # noqa: ANN401
    """The text below an element, without that of scripts and styles."""
    from lxml import etree

    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, one in walk:
        if event == "start" and name_of(one) in NO_TEXT:
            walk.skip_subtree()
        elif event == "start":
            yield one.text or ""
        elif one is not element:
            yield one.tail or ""
