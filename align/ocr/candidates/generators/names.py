"""Candidates for a damaged name: the spellings of names of the translation."""

from __future__ import annotations

from collections.abc import Sequence

from align.lang.folding import fold
from align.names.similarity import cross_script_similarity
from align.names.transcription import cyrillic_transcriptions
from align.names.transliteration import base_forms, romanisations
from align.ocr.channel.channel import Channel

CASE_ENDINGS = ("", "а", "у", "ом", "е", "ы", "и", "ой", "ым", "ов", "я", "ю", "ем", "ей", "ами", "ах")
"""Endings that a transcribed name may have in Russian."""

FINAL_LETTERS = frozenset("аеийояь")
"""Last letters that a case ending replaces."""

MIN_NAME = 3
"""Letters of a name of the translation."""

MAX_LENGTH_DIFFERENCE = 3
"""Letters by which a name and the observed word may differ in length."""

MIN_SIMILARITY = 0.45
"""Similarity (fraction 0-1, across scripts) from which a name may be what the observed word was."""

MAX_BASES, MAX_CANDIDATES = 8, 3
"""Transcriptions of a name that are inflected, and candidates of a word."""


def name_candidates(observed: str, translation: Sequence[str], channel: Channel) -> tuple[str, ...]:
    """Folded spellings of names of the translation, by what the channel makes of them.

    Args:
        observed: The word as it was read.
        translation: Words of the translation; those without a capital letter are left out.
        channel: Gives the cost of reading a spelling as ``observed``.

    Returns:
        At most :data:`MAX_CANDIDATES` spellings, the likeliest first.
    """
    word = fold(observed)
    names = dict.fromkeys(
        name.lower() for name in translation if name[:1].isupper() and len(name) >= MIN_NAME
    )
    similar = [
        name
        for name in names
        if abs(len(name) - len(word)) <= MAX_LENGTH_DIFFERENCE
        and cross_script_similarity(word, name) >= MIN_SIMILARITY
    ]
    forms = sorted(
        {form for name in similar for form in (_romanised(name, word) or _inflected(name, word))} - {word}
    )
    if not forms:
        return ()
    costs = channel.costs(forms, [word] * len(forms)).tolist()
    return tuple(form for _, form in sorted(zip(costs, forms, strict=True))[:MAX_CANDIDATES])


def _romanised(name: str, word: str) -> set[str]:
    """Latin spellings of a Cyrillic name, in any case, at most a quarter of the word's letters away."""
    from rapidfuzz.distance import Levenshtein

    forms = {
        form for base in base_forms(name) for form in romanisations(base) if form.isascii() and form.isalpha()
    }
    return {form for form in forms if Levenshtein.distance(form, word) <= max(len(word) // 4, 1)}


def _inflected(name: str, word: str) -> set[str]:
    """The nearest transcriptions of a name in all cases, at most a third of the word's letters away."""
    from rapidfuzz.distance import Levenshtein

    transcriptions = cyrillic_transcriptions(name)
    bases = sorted(transcriptions, key=lambda base: Levenshtein.distance(base, word))[:MAX_BASES]
    stems = {*bases, *(base[:-1] for base in bases if base[-1:] in FINAL_LETTERS)} - {""}
    forms = {stem + ending for stem in stems for ending in CASE_ENDINGS}
    return {form for form in forms if Levenshtein.distance(form, word) <= max(len(word) // 3, 1)}
