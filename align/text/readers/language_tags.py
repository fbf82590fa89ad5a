"""Language tags (BCP 47) as aligned files write them: ``ru-RU``, ``RU_ru``, ``rus``, ``Russian``."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from align.text.language import language_named

UNKNOWN = "und"
"""The tag of a text whose file does not name its language (ISO 639-2: undetermined)."""

FIRST = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")
"""The part of a tag that names the language."""


NORWEGIAN = re.compile(r"no(?=-|$)")
"""Norwegian without its variety is Bokmål in most texts, and is named so here."""


@cache
def normal_tag(written: str) -> str:
    """A tag in its usual form.

    Args:
        written: As a file or a user writes it: with ``_``, three letters, any case, or an English name.

    Returns:
        BCP 47; ``und`` for an empty one and for a wildcard such as ``*all*``.

    Example:
        >>> [normal_tag(written) for written in ("RU_ru", "eng", "zh_tw", "RU-01", "*all*")]
        ['ru-RU', 'en', 'zh-TW', 'ru', 'und']
    """
    from langcodes import standardize_tag
    from langcodes.tag_parser import LanguageTagError

    text = written.strip()
    if not any(map(str.isalpha, text)) or text.startswith("*"):
        return UNKNOWN
    try:
        return NORWEGIAN.sub("nb", str(standardize_tag(text)))
    except LanguageTagError:
        first = FIRST.match(text)
        return normal_tag(first.group()) if first else language_named(text) or text.lower()


@cache
def iso_code(tag: str) -> str | None:
    """The ISO 639-1 code of a tag's language; ``None`` where it has none.

    Example:
        >>> iso_code("zh-TW"), iso_code("cmn"), iso_code("und")
        ('zh', 'zh', None)
    """
    from langcodes import standardize_tag
    from langcodes.tag_parser import LanguageTagError

    try:
        codes = (_language(tag).language, _language(standardize_tag(tag, macro=True)).language)
    except LanguageTagError:
        return None
    return next((code for code in codes if code and len(code) == 2), None)


@cache
def distance(tag: str, wanted: str, *, variants: bool) -> int | None:
    """How far a tag is from the wanted one.

    Args:
        tag: Of a text, in its usual form.
        wanted: Likewise. Without region and script it is any variant of the language.
        variants: Whether a variant of another region or script will do where there is no better one.

    Returns:
        0 for the same tag; ``None`` for another language.

    Example:
        >>> [distance(tag, "zh-TW", variants=False) for tag in ("zh-TW", "zh-Hant", "zh", "zh-CN")]
        [0, 2, None, None]
    """
    if tag == wanted:
        return 0
    if tag == UNKNOWN:
        return 5
    if (iso_code(tag) or _language(tag).language) != (iso_code(wanted) or _language(wanted).language):
        return None
    one, other = _language(tag), _language(wanted)
    if not (other.script or other.territory):
        return 1
    same_script = one.maximize().script == other.maximize().script
    near = same_script and (other.territory is None or one.territory in (None, other.territory))
    return 2 if near else 3 if variants else None


@cache
def _language(tag: str) -> Any:  # noqa: ANN401  # langcodes' Language
    """A tag in its parts; one that is none has only a language."""
    from langcodes import Language
    from langcodes.tag_parser import LanguageTagError

    try:
        return Language.get(tag)
    except LanguageTagError:
        return Language.make(language=tag)
