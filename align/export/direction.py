"""The direction in which a language is written."""

from __future__ import annotations

RIGHT_TO_LEFT = frozenset(("Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"))
"""Scripts (ISO 15924) that are written from right to left."""


def right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left.

    Args:
        tag: A language tag. Where it names no script, the usual script of the language counts.

    Returns:
        ``True`` for Arabic, Hebrew, Persian, Urdu, Yiddish …; ``False`` for a tag that is none.

    Example:
        >>> right_to_left("he"), right_to_left("ru-RU"), right_to_left("az-Arab")
        (True, False, True)
    """
    from langcodes import Language
    from langcodes.tag_parser import LanguageTagError

    try:
        return Language.get(tag).maximize().script in RIGHT_TO_LEFT
    except LanguageTagError:
        return False
