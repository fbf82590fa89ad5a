"""What the XML formats share: the characters that XML can hold, and the attributes that XML defines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids, and with it XLSX and DOCX."""

XML_LANG, XML_SPACE, XML_ID = (
    f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "space", "id")
)
"""``xml:lang``, ``xml:space`` and ``xml:id`` as lxml names them."""


@dataclass(frozen=True)
class XmlSanitizer:
    """Makes text fit for XML. ``left_out`` grows with each call: ``U+0008 in s120``."""

    left_out: list[str] = field(default_factory=list)

    def __call__(self, text: str, where: str) -> str:
        """The text without what XML forbids; ``where`` names the place in the report."""
        found = sorted(set(ILLEGAL.findall(text)))
        self.left_out.extend(f"U+{ord(character):04X} in {where}" for character in found)
        return ILLEGAL.sub("", text) if found else text

    def messages(self) -> tuple[str, ...]:
        """One line that names the first eight places; none where nothing was left out."""
        places = list(dict.fromkeys(self.left_out))
        more = f" and {len(places) - 8} more" if len(places) > 8 else ""
        return (f"characters illegal in XML left out: {', '.join(places[:8])}{more}",) if places else ()
