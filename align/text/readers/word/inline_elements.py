"""Elements that stand inside paragraphs, and what each stands for."""

from __future__ import annotations

from typing import Any

from align.text.readers.word.tally import Kind
from align.text.readers.word.xml_names import child, is_on, tag_of

WRAPPERS = frozenset(
    {"w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:fldSimple", "w:dir", "w:bdo",
     "w:ins", "w:moveTo", "w:rubyBase", "mc:Choice", "mc:Fallback"}
)  # fmt: skip
"""Elements whose content is text like that around them."""

TRACKED: dict[str, Kind] = {"w:ins": "insertions", "w:del": "deletions", "w:moveTo": "moves"}
"""Tracked changes that are counted."""

CONSTANT = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-"}
"""Elements of a run that stand for a character; a soft hyphen shows only where a line ends there."""

CHARACTERS = frozenset({"w:t", "w:sym", *CONSTANT})

NOTES: dict[str, Kind] = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
"""Elements that stand for the sign of a note."""

LEFT_OUT: dict[str, Kind] = {
    "w:commentReference": "comments", "o:OLEObject": "documents", "w:subDoc": "documents",
    "dgm:relIds": "pictures", "c:chart": "pictures",
}  # fmt: skip
"""Elements that stand for something which is not read."""

BOXED = frozenset({"w:drawing", "w:pict", "w:object"})
"""Elements of a run that may hold text boxes; those of other namespaces may too."""


def chosen(alternate: Any) -> Any:  # noqa: ANN401
    """The one branch of ``mc:AlternateContent`` that is read: the first that holds text, else the first."""
    branches = [one for one in alternate if tag_of(one) in ("mc:Choice", "mc:Fallback")]
    texts = (one for one in branches if any(tag_of(part) == "w:t" and part.text for part in one.iter()))
    return next(texts, branches[0] if branches else ())


def is_prompt(element: Any, name: str) -> bool:  # noqa: ANN401
    """Whether a form field holds nothing but the prompt to fill it in."""
    return name == "w:sdt" and is_on(child(element, "sdtPr"), "showingPlcHdr") is True
