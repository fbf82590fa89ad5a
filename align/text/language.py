"""The language of a text (ISO 639-1), by script, words and letters."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from align.errors import LanguageError
from align.lang import registry
from align.text.identifier import identifier
from align.text.language_scores import Scores, listed_share, word_scores
from align.text.script import dominant, letters, main_script

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

CYRILLIC_MARKS: Mapping[str, str] = MappingProxyType(
    {"kk": "әғқңұһі", "ky": "ңөү", "tg": "ғӣқӯҳҷ", "mn": "өү", "tt": "әөүҗңһ"}
)
"""Languages that are not Slavic, with the letters that Russian and its relatives lack."""

MIN_MARKS = 0.01
"""Fraction of the letters of a text that are such letters."""

RANKED: Mapping[str, frozenset[str]] = MappingProxyType(
    {"arabic": frozenset({"ar", "fa", "ur", "ps", "ug"}), "devanagari": frozenset({"hi", "mr", "ne", "sa"})}
)
"""Scripts of several languages, between which the n-grams of py3langid decide."""

MIN_WORDS, MIN_LISTED, MIN_MARGIN = 20, 0.1, 25.0
"""Where a text of so many words has a smaller fraction of common words of its language, and py3langid is so
much surer (nats) of a language without lists, it is in that one."""

DOUBTFUL = 2.0
"""Nats: where the second language is as near, the first is not sure."""

ENGLISH = 1.5
"""Nats: how much likelier one of two languages is English."""

SAME = 5.0
"""Nats: how much less likely original and translation are in one language."""

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "russian": "ru", "english": "en", "german": "de", "french": "fr", "spanish": "es",
        "italian": "it", "polish": "pl", "czech": "cs", "slovak": "sk", "hungarian": "hu",
        "romanian": "ro", "bulgarian": "bg", "ukrainian": "uk", "belarusian": "be", "serbian": "sr",
        "chinese": "zh", "korean": "ko", "japanese": "ja", "vietnamese": "vi", "mongolian": "mn",
        "albanian": "sq", "portuguese": "pt", "dutch": "nl", "swedish": "sv", "finnish": "fi",
        "arabic": "ar", "turkish": "tr", "greek": "el", "hebrew": "he", "norwegian": "nb", "danish": "da",
        "croatian": "hr", "slovenian": "sl", "slovene": "sl", "macedonian": "mk", "lithuanian": "lt",
        "latvian": "lv", "estonian": "et", "catalan": "ca", "latin": "la", "persian": "fa", "icelandic": "is",
        "georgian": "ka", "armenian": "hy", "kazakh": "kk", "indonesian": "id", "thai": "th",
        "русский": "ru", "английский": "en", "немецкий": "de", "французский": "fr", "китайский": "zh",
        "корейский": "ko", "украинский": "uk", "польский": "pl", "російська": "ru", "українська": "uk",
        "англійська": "en", "russisch": "ru", "englisch": "en", "deutsch": "de", "russe": "ru",
        "français": "fr", "anglais": "en", "allemand": "de",
    }
)  # fmt: skip
"""Names of languages, as archives use them -> ISO 639-1."""


def script_of(language: str) -> str:
    """The script a language is written in."""
    return registry.language(language).script


def language_scores(text: str) -> Scores:
    """How likely a text is in each language: by its script, its words and their letters.

    Args:
        text: Any length; the first 20,000 code points are used.

    Returns:
        Language (ISO 639-1) -> log odds against the likeliest, which has 0.

    Raises:
        LanguageError: The text has no letter.
    """
    sample = text[:SAMPLE]
    script = main_script(sample) or dominant(text)
    if script is None:
        raise LanguageError(
            f"expected text in some language, found no letter in {text[:40]!r}; name the language"
        )
    if script == "han" and letters(sample, "kana"):
        return {"ja": 0.0}
    if script in BY_SCRIPT:
        return {BY_SCRIPT[script]: 0.0}
    if script in RANKED:
        return _ranked(sample, RANKED[script])
    return _cyrillic(sample) if script == "cyrillic" else _latin(sample)


def detect_language(text: str) -> str:
    """The likeliest language of a text; see :func:`language_scores`.

    Returns:
        An ISO 639-1 code.

    Raises:
        LanguageError: The text has no letter.

    Example:
        >>> detect_language("Ваш ответ получил.")
        'ru'
    """
    return best_language(language_scores(text))


def best_language(scores: Scores) -> str:
    """The language with the highest score."""
    return max(scores, key=scores.__getitem__)


def rival(scores: Scores, language: str) -> str | None:
    """The language that is nearly as likely as the one chosen; ``None`` where that one is sure."""
    others = {code: score for code, score in scores.items() if code != language}
    if not others or language not in scores:
        return None
    second = best_language(others)
    return second if others[second] > scores[language] - DOUBTFUL else None


def likeliest_pair(source: Scores, target: Scores) -> tuple[str, str]:
    """The languages of an original and its translation: hardly the same, and one of them is often English."""

    def score(pair: tuple[str, str]) -> float:
        prior = -SAME if pair[0] == pair[1] else ENGLISH * ("en" in pair)
        return source[pair[0]] + target[pair[1]] + prior

    return max(((one, other) for one in source for other in target), key=score)


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


def _cyrillic(text: str) -> Scores:
    """By words; by letters of their own where the language is not Slavic."""
    lower = text.lower()
    counts = {code: sum(map(lower.count, marks)) for code, marks in CYRILLIC_MARKS.items()}
    others = sum(map(lower.count, set("".join(CYRILLIC_MARKS.values())) - {"і"}))
    if others >= max(2, MIN_MARKS * letters(text, "cyrillic")):
        best = max(counts.values())
        return _ranked(text, frozenset(code for code, count in counts.items() if count >= best / 2))
    return word_scores(text, "cyrillic")


def _latin(text: str) -> Scores:
    """By words; by n-grams of letters where hardly a word is a common one of the language they tell."""
    scores = word_scores(text, "latin")
    best = best_language(scores)
    if len(text.split()) < MIN_WORDS or listed_share(text, "latin", best) >= MIN_LISTED:
        return scores
    ranked = _ranked(text)
    unlisted = best_language(ranked) not in scores and ranked.get(best, -MIN_MARGIN) <= -MIN_MARGIN
    return ranked if unlisted else scores


def _ranked(text: str, languages: frozenset[str] | None = None) -> Scores:
    """Log odds by py3langid (Lui & Baldwin, 2012), of some languages or of all with two letters."""
    found = {
        code: float(score)
        for code, score in identifier().rank(text)
        if (len(code) == 2 if languages is None else code in languages)
    }
    best = max(found.values())
    return {code: score - best for code, score in found.items()}
