"""The elements of HTML: which end a line, which hold no text, which are left out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from align.text.readers.web.tally import WebKind

BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
        *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li"),
        *("listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section"),
        *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp"),
    }
)
"""Elements that begin and end a line."""

PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
"""Elements whose newlines and spaces count."""

NO_TEXT = frozenset(
    {
        *("annotation", "annotation-xml", "area", "audio", "base", "button", "canvas", "datalist"),
        *("head", "input", "link", "map", "meta", "noembed", "noframes", "noscript", "option", "rp"),
        *("script", "select", "style", "svg", "template", "textarea", "title", "video"),
    }
)
"""Elements that a browser shows nothing of, or nothing that belongs to the text."""

SECTIONS = frozenset({"article", "aside", "main", "nav", "section"})
"""Elements whose ``header`` and ``footer`` belong to the text: those of the page itself do not."""

MENU_ROLES = frozenset({"navigation", "banner", "contentinfo", "menu", "menubar", "search"})
FRAMES = frozenset({"applet", "embed", "frame", "iframe", "object"})

CONCEALED = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)\b",
    re.IGNORECASE,
)
"""A style by which an element is not shown."""


def name_of(element: Any) -> str:  # noqa: ANN401  # lxml's element
    """An element's name in small letters, without a namespace; empty for a comment."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1000)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def left_out(element: Any, name: str) -> WebKind | None:  # noqa: ANN401
    """Why an element's text is left out; ``None`` where it is read."""
    if name == "del":
        return "deletions"
    if name in ("rt", "rtc"):
        return "ruby"
    if name in ("img", "picture"):
        return "pictures"
    if name in FRAMES:
        return "frames"
    if is_hidden(element):
        return "hidden"
    return "menus" if is_menu(element, name) else None


def is_hidden(element: Any) -> bool:  # noqa: ANN401
    """Whether an element says itself that it is not shown."""
    return element.get("hidden") is not None or CONCEALED.search(element.get("style") or "") is not None


def is_menu(element: Any, name: str) -> bool:  # noqa: ANN401
    """Whether an element is part of the site around the text: navigation, the page's header or footer."""
    if name == "nav" or (element.get("role") or "").lower() in MENU_ROLES:
        return True
    if name == "div":
        return element.get("title") in ("header", "footer")  # so LibreOffice writes those of a document
    if name not in ("header", "footer"):
        return False
    return not any(name_of(above) in SECTIONS for above in element.iterancestors())
