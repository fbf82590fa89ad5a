"""Whether lines below a label are its value, or the document's text that begins there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from align.text.readers.labels import Label
from align.text.script import dominant

MAX_OTHER_SCRIPT = 90
"""Code points of a value in another script than its label: a title or a name."""

MAX_LENGTHS: Mapping[str, int] = MappingProxyType({"original_language": 60, "date": 60, "title": 300})
"""Code points of a value below the label, by field; the other fields hold paragraphs."""

MAX_SALUTATION = 60
"""Code points of a line that addresses somebody."""


def may_be_value(label: Label, texts: Sequence[str]) -> bool:
    """Whether lines below a label can be its value.

    A label that fills no field has none in another script than its own. What is long in another script, or
    begins as a letter does, is the document's text.

    Args:
        label: The label.
        texts: The lines below it that are not blank.

    Example:
        >>> from align.text.readers.labels import label_of
        >>> label = label_of("Original Language:")
        >>> may_be_value(label, ["Russian"]), may_be_value(label, ["Товарищу Молотову.", "Прошу Вас."])
        (True, False)
    """
    if label.announces_text or not texts or _addresses(label, texts[0]):
        return False
    size = sum(map(len, texts))
    if dominant(" ".join(texts)) not in {None, dominant(label.value or label.name)}:
        return label.field is not None and len(texts) == 1 and size <= MAX_OTHER_SCRIPT
    return size <= MAX_LENGTHS.get(label.field or "", size)


def _addresses(label: Label, text: str) -> bool:
    """Whether a line addresses somebody; a value that goes on may have a comma at the end of each line."""
    return len(text) <= MAX_SALUTATION and text.endswith("!" if label.value else ("!", ","))
