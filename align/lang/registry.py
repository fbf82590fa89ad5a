"""All languages that are described, by code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from align.lang import bg, cs, de, en, es, fr, it, minor, pl, ru, uk
from align.lang.language import Language

LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        described.code: described
        for described in (
            ru.LANGUAGE,
            en.LANGUAGE,
            de.LANGUAGE,
            fr.LANGUAGE,
            es.LANGUAGE,
            it.LANGUAGE,
            uk.LANGUAGE,
            bg.LANGUAGE,
            pl.LANGUAGE,
            cs.LANGUAGE,
            *minor.LANGUAGES,
        )
    }
)


def language(code: str) -> Language:
    """What is known of a language.

    Args:
        code: ISO 639-1, two letters.

    Returns:
        The description; for a code that is not in :data:`LANGUAGES`, an empty one.

    Example:
        >>> language("ru").months.names[0]
        'января'
        >>> language("eo").months.names
        ()
    """
    return LANGUAGES.get(code) or Language(code)
