"""Languages by ISO 639-1 and by the names that Tesseract has for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

SPECIAL: Mapping[str, str] = MappingProxyType(
    {
        "zh": "chi_sim",
        "zh-tw": "chi_tra",
        "zh-hk": "chi_tra",
        "zh-hant": "chi_tra",
        "nb": "nor",
        "nn": "nor",
        "ku": "kmr",
        "sh": "hrv",
    }
)
"""Languages that Tesseract does not call by their code of three letters (ISO 639-2/T)."""

NO_LANGUAGES = frozenset({"osd", "equ", "snum"})
"""Data of Tesseract that are no language."""


def engine_language(code: str) -> str:
    """Tesseract's name of a language.

    Args:
        code: ISO 639-1, or a language tag such as ``zh-TW``.

    Example:
        >>> [engine_language(code) for code in ("ru", "cs", "zh", "zh-TW", "grc")]
        ['rus', 'ces', 'chi_sim', 'chi_tra', 'grc']
    """
    from langcodes import Language

    tag = code.lower()
    special = SPECIAL.get(tag) or SPECIAL.get(tag.partition("-")[0])
    if special:
        return special
    try:
        return Language.get(code).to_alpha3()
    except LookupError:
        return tag


def iso_language(name: str) -> str:
    """ISO 639-1 of a language of Tesseract; its own name where there is none.

    Example:
        >>> [iso_language(name) for name in ("rus", "chi_tra", "deu_frak", "grc")]
        ['ru', 'zh', 'de', 'grc']
    """
    from langcodes import Language

    for code, special in SPECIAL.items():
        if special == name and code != "sh":
            return code.partition("-")[0]
    plain = name.partition("_")[0]
    language: str | None = Language.get(plain).language
    return language or plain


def readable(names: Iterable[str]) -> list[str]:
    """The names that are languages, in order: neither data for layout nor whole scripts.

    Example:
        >>> readable(["rus", "osd", "script/Cyrillic", "eng"])
        ['eng', 'rus']
    """
    return sorted(name for name in names if name not in NO_LANGUAGES and "/" not in name)
