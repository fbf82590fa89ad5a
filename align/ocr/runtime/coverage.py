"""What a language lacks of the resources that the search for OCR errors uses."""

from __future__ import annotations

from align.lang import registry
from align.lang.frequency import has_word_list
from align.lang.lemma import has_dictionary


def missing(language: str) -> tuple[str, ...]:
    """Names of the resources that a language (ISO 639-1) lacks; nothing is loaded."""
    resources = registry.language(language).resources
    there = {
        "word frequencies": has_word_list(language),
        "a dictionary": has_dictionary(language) or resources.speller is not None,
        "words in context": resources.context_model,
    }
    return tuple(name for name, present in there.items() if not present)


def notice(language: str) -> str | None:
    """One line for the user about a language that lacks something; ``None`` for others."""
    lacking = missing(language)
    if not lacking or language == "und":
        return None
    if "word frequencies" in lacking:
        return f"{language}: no OCR errors are looked for, as there is no list of its words"
    return f"{language}: OCR errors are looked for without {' and '.join(lacking)}"
