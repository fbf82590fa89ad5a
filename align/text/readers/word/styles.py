"""Styles: which text they hide, and which paragraphs they number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from align.text.readers.word.xml_names import attribute, child, children, is_on, value_of

MAX_DEPTH = 20
"""Styles that are based one on the other; more are a circle."""


class Styles:
    """The styles of a document by their ids; a style takes what it does not say from that it is based on."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401  # lxml's element, or None
        found = list(children(root, "style"))
        self._styles = {attribute(style, "styleId"): style for style in found}
        self._default = next(
            (
                attribute(style, "styleId")
                for style in found
                if attribute(style, "type") == "paragraph"
                and attribute(style, "default") in ("1", "true", "on")
            ),
            None,
        )

    def paragraph_style(self, properties: Any) -> str | None:  # noqa: ANN401
        """The id of a paragraph's style: the one that it names, or the document's default."""
        return value_of(properties, "pStyle") or self._default

    def hides(self, properties: Any, paragraph_style: str | None) -> bool:  # noqa: ANN401
        """Whether text with these properties is hidden.

        Hidden is a property that toggles: two styles that hide show the text again (ECMA-376, 17.7.3).
        """
        direct = is_on(properties, "vanish")
        if direct is not None:
            return direct
        styles = (paragraph_style, value_of(properties, "rStyle"))
        return sum(self._switch(style, "vanish") is True for style in styles) == 1

    def hides_on_web(self, properties: Any) -> bool:  # noqa: ANN401
        """Whether text with these properties is left out of web pages, as page numbers of contents are."""
        direct = is_on(properties, "webHidden")
        return self._switch(value_of(properties, "rStyle"), "webHidden") is True if direct is None else direct

    def numbering(self, style: str | None) -> Any:  # noqa: ANN401
        """``w:numPr`` of a paragraph's style, or ``None``."""
        for one in self._chain(style):
            found = child(child(one, "pPr"), "numPr")
            if found is not None:
                return found
        return None

    def _switch(self, style: str | None, name: str) -> bool | None:
        """Whether a style switches a property of its text on or off."""
        for one in self._chain(style):
            found = is_on(child(one, "rPr"), name)
            if found is not None:
                return found
        return None

    def _chain(self, style: str | None) -> Iterator[Any]:
        """A style, then those that it is based on."""
        for _ in range(MAX_DEPTH):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            style = value_of(element, "basedOn")
