"""Characters that a format cannot hold: left out, and said so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids, and with it XLSX and DOCX."""


@dataclass(frozen=True)
class XmlSanitizer:
    """A way of writing text for XML. ``left_out``: filled as text is written, ``U+0008 in s120``."""

    left_out: list[str] = field(default_factory=list)

    def __call__(self, text: str, where: str) -> str:
        """The text without what XML forbids."""
        found = sorted(set(ILLEGAL.findall(text)))
        self.left_out.extend(f"U+{ord(character):04X} in {where}" for character in found)
        return ILLEGAL.sub("", text) if found else text

    def report(self) -> tuple[str, ...]:
        """One line for all that was left out; none where nothing was."""
        return report(self.left_out)


def report(left_out: Iterable[str]) -> tuple[str, ...]:
    """One line, the first places named."""
    places = list(dict.fromkeys(left_out))
    more = f" and {len(places) - 8} more" if len(places) > 8 else ""
    return (f"characters illegal in XML left out: {', '.join(places[:8])}{more}",) if places else ()
