"""What there is to read a language with, and what it lacks."""

from __future__ import annotations

from align.ocr.lexicon import SPELLERS
from align.text.lemma import described
from align.text.words import listed

CONTEXT = ("ru", "en")
"""Languages whose words in context were learned."""


def lacks(language: str) -> tuple[str, ...]:
    """Names of the kinds of evidence a language (ISO 639-1) has nothing for; nothing is loaded."""
    there = {
        "word frequencies": listed(language),
        "a dictionary": described(language) or language in SPELLERS,
        "words in context": language in CONTEXT,
    }
    return tuple(name for name, present in there.items() if not present)


def notice(language: str) -> str | None:
    """One line for the reader about a language that lacks something; ``None`` for others."""
    missing = lacks(language)
    if not missing or language == "und":
        return None
    if "word frequencies" in missing:
        return f"{language}: no OCR errors are looked for, as there is no list of its words"
    return f"{language}: OCR errors are looked for without {' and '.join(missing)}"
