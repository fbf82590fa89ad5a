"""Characters of symbol fonts, which Word keeps in the private use area, as Unicode characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

PRIVATE = re.compile("[\ue000-\uf8ff]")
"""Characters that mean something in one font only."""

_SYMBOL = (
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"),
    (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
    (0xE0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
    (0xF1, "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
)
_WINGDINGS = (
    (0x28, "☎"), (0x2A, "✉"), (0x4A, "☺"), (0x4C, "☹"), (0x6C, "●"), (0x6E, "■"), (0x6F, "□"),
    (0x71, "❑"), (0x76, "❖"), (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0x9F, "•"), (0xA7, "▪"),
    (0xA8, "☐"), (0xAB, "★"), (0xD8, "➢"), (0xDF, "←→↑↓"), (0xE8, "➔"), (0xEF, "⇦⇨⇧⇩⬄"),
    (0xFB, "✗✓☒☑"),
)  # fmt: skip
_WINGDINGS_2 = ((0x4F, "✗✓☒☑☒"), (0xA3, "☐"))


def _table(runs: tuple[tuple[int, str], ...]) -> Mapping[int, str]:
    return MappingProxyType({first + at: sign for first, signs in runs for at, sign in enumerate(signs)})


FONTS: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        "symbol": _table(_SYMBOL),
        "wingdings": _table(_WINGDINGS),
        "wingdings 2": _table(_WINGDINGS_2),
    }
)
"""Font, in small letters -> code of a character -> the Unicode character that it shows."""


def symbol(code: str | None, font: str | None) -> str | None:
    """The Unicode character of ``w:sym``.

    Args:
        code: Hexadecimal, as ``w:char`` holds it.
        font: The font's name.

    Returns:
        ``None`` where the code means something in this font only, and is not known.
    """
    try:
        number = int(code or "", 16)
        sign = chr(number)
    except (ValueError, OverflowError):
        return None
    known = FONTS.get((font or "").lower(), {}).get(number & 0xFF)
    if known is not None:
        return known
    return sign if sign.isprintable() and not PRIVATE.match(sign) else None


def in_unicode(text: str, font: str | None) -> tuple[str, int]:
    """A text with the private characters of its font as Unicode characters; how many were left out."""
    if not PRIVATE.search(text):
        return text, 0
    signs = [symbol(f"{ord(sign):x}", font or "symbol") if PRIVATE.match(sign) else sign for sign in text]
    return "".join(sign or "" for sign in signs), signs.count(None)
