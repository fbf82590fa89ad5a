"""The language of a text (ISO 639-1), by script, letters and wording."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from align.errors import LanguageError
from align.lang import registry
from align.text.script import dominant, letters

SAMPLE = 20_000
"""Code points from which a language is detected; more do not change the result."""

BY_SCRIPT: Mapping[str, str] = MappingProxyType(
    {
        "greek": "el",
        "armenian": "hy",
        "hebrew": "he",
        "thai": "th",
        "georgian": "ka",
        "kana": "ja",
        "hangul": "ko",
        "han": "zh",
    }
)
"""Scripts that are used, here, for one language only."""

CYRILLIC_MARKS: tuple[tuple[str, str], ...] = (
    ("kk", "әғқңөұһ"),
    ("be", "ў"),
    ("uk", "ґєії"),
    ("mk", "ѓќѕ"),
    ("sr", "ђћџљњј"),
    ("ru", "ыэё"),
    ("bg", "ъ"),
)
"""Letters that only these languages write; the first that is common enough decides."""

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "russian": "ru", "english": "en", "german": "de", "french": "fr", "spanish": "es",
        "italian": "it", "polish": "pl", "czech": "cs", "slovak": "sk", "hungarian": "hu",
        "romanian": "ro", "bulgarian": "bg", "ukrainian": "uk", "belarusian": "be", "serbian": "sr",
        "chinese": "zh", "korean": "ko", "japanese": "ja", "vietnamese": "vi", "mongolian": "mn",
        "albanian": "sq", "portuguese": "pt", "dutch": "nl", "swedish": "sv", "finnish": "fi",
        "arabic": "ar", "turkish": "tr", "greek": "el", "hebrew": "he",
    }
)  # fmt: skip
"""English names of languages, as archives use them -> ISO 639-1."""


def script_of(language: str) -> str:
    """The script a language is written in."""
    return registry.language(language).script


def detect_language(text: str) -> str:
    """The language of a text, by its script where that is enough, else by py3langid (Lui & Baldwin, 2012).

    Args:
        text: Any length; the first 20,000 code points are used.

    Returns:
        An ISO 639-1 code.

    Raises:
        LanguageError: The text has no letter.

    Example:
        >>> detect_language("Ваш ответ получил.")
        'ru'
    """
    sample = text[:SAMPLE]
    script = dominant(sample) or dominant(text)
    if script is None:
        raise LanguageError(
            f"expected text in some language, found no letter in {text[:40]!r}; name the language"
        )
    if script == "cyrillic":
        return _cyrillic(sample.lower())
    if script == "han" and letters(sample, "kana"):
        return "ja"
    if script in BY_SCRIPT:
        return BY_SCRIPT[script]
    return _classified(sample)


def checked_code(code: str) -> str:
    """The code itself. Raises :class:`LanguageError` unless it is the ISO 639-1 code of a language."""
    from langcodes import tag_is_valid

    if len(code) != 2 or not code.islower() or not tag_is_valid(code):
        raise LanguageError(f"expected a language's two letters (ISO 639-1) such as ru or en, got {code!r}")
    return code


def language_named(name: str | None) -> str | None:
    """ISO 639-1 code of the first language in a list of English names; ``None`` where none is known."""
    words = (name or "").lower().replace(",", " ").replace(";", " ").split()
    return next((NAMES[word] for word in words if word in NAMES), None)


def require_different(source: str, target: str) -> None:
    """Raise :class:`LanguageError` where both sides are in the same language."""
    if source == target:
        raise LanguageError(
            f"expected an original and its translation, found {source!r} on both sides; "
            "were the same file or two translations given? the languages can also be named"
        )


def _cyrillic(text: str) -> str:
    """The language of a Cyrillic text, by letters of its own: two or more, and 1 in 200 letters."""
    count = letters(text, "cyrillic")
    enough = 1 if count < 100 else max(2, count // 200)
    for language, marks in CYRILLIC_MARKS:
        if sum(map(text.count, marks)) >= enough:
            return language
    return "ru"


def _classified(text: str) -> str:
    import py3langid

    language, _ = py3langid.classify(text)
    return str(language)
