"""Words of the translation that stand in the original in their own letters: NBC, Fox News."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from align.names.phonetic import phonetic_key, stem
from align.names.similarity import cross_script_similarity
from align.ocr.candidates import marks
from align.ocr.candidates.token_context import TokenContext
from align.ocr.channel.engines import foreign_script_channel
from align.ocr.lattice.candidate import Candidate

COST = 3.0
"""Nats a letter below which a word of the translation may stand here. On held-out pages hardly one word that
was misread so costs more, and most other words do."""
COST_OF_SMALL = 2.0
"""The same for words without a capital, which hardly ever stand in another script."""
TRANSCRIBED, SIMILAR_SOUND = 0.7, 0.5
"""Similarity (fraction 0-1, across scripts) from which a known word is taken for a transcription of the
other, and one with the same consonants."""
LATIN_H = re.compile("(?<=[a-zA-Z])h")
"""A letter of names that transcriptions leave out: *Thorez*, *Martha*."""
KEPT = 3
KEPT_SENTENCES = 16
"""Sentences whose words are kept: their tokens come one after the other."""
USED = 4.0
"""Zipf frequency from which a known word is not taken for one of another script."""


def foreign_words(context: TokenContext) -> Iterator[Candidate]:
    """A word of the translation stood here in its own letters; the marks around it may be misread too."""
    words = _forms(context.target_words, capital=context.token.core.isalpha())
    latin, found = context.lexicon.writes("a"), dict[str, list[tuple[float, str]]]()
    for lead, body, trail in _bodies(context):
        known = context.lexicon.knows(body)
        for word in words:
            if not _long_enough(body, word) or _is_transcription(body, word, known=known):
                continue
            cost = _cost(word, body, latin)
            if cost < (COST if word[0].isupper() else COST_OF_SMALL):
                found.setdefault(word, []).append((cost, lead + word + trail))
    for spellings in sorted(map(sorted, found.values()))[:KEPT]:
        yield from (context.candidate(text, "foreign") for _, text in spellings)


@lru_cache(maxsize=KEPT_SENTENCES)
def _forms(words: tuple[str, ...], *, capital: bool) -> tuple[str, ...]:
    """The words of a translation as the original may have them, all or those with a capital; no numbers."""
    forms = dict.fromkeys(form for word in words if word[0].isalpha() for form in own_forms(word))
    return tuple(form for form in forms if form[0].isupper() or not capital)


def _bodies(context: TokenContext) -> Iterator[tuple[str, str, str]]:
    """What may be letters of the token, between what may be marks: any mark may also be a letter misread."""
    text = context.token.text
    lead, trail = _ends(text)
    body = text[len(lead) : len(text) - len(trail)]
    if len(body) > 1 and not (body == context.token.core and _usual(context)):
        yield lead, body, trail
        if (lead or trail) and not context.lexicon.knows(context.token.core):
            yield "", text, ""


@lru_cache(maxsize=1 << 15)
def _cost(word: str, body: str, latin: bool) -> float:  # noqa: FBT001 - whether the document is in Latin letters
    """Nats a letter that ``word`` was read as ``body``; kept, since a document is searched twice."""
    return foreign_script_channel(latin=latin).prefix_costs(word, body)[-1][-1] / max(len(body), len(word))


def _usual(context: TokenContext) -> bool:
    """Whether it is a known word; a rare one with a capital may still be a misread foreign name."""
    core = context.token.core
    if core.isupper() or not context.lexicon.knows(core):
        return False
    return not core[:1].isupper() or context.lexicon.zipf(core) >= USED


def _is_transcription(body: str, word: str, *, known: bool) -> bool:
    """Whether the letters spell the foreign word in the document's own script: «Тамара» for *Tamara*.

    Such a word was read right. The spellings or the sounds must agree; of a word of the language
    (``known``) more may differ.
    """
    if not body.isalpha():
        return False
    similarity = max(cross_script_similarity(body, form) for form in (word, LATIN_H.sub("", word)))
    if similarity == 1 or (known and similarity >= TRANSCRIBED):
        return True
    return similarity >= SIMILAR_SOUND and phonetic_key(stem(body)) == phonetic_key(word)


def own_forms(word: str) -> tuple[str, ...]:
    """A word of the translation as the original may have it: also without the possessive ``'s``."""
    return (word, word[:-2]) if word.endswith(("'s", "’s")) else (word,)


def _long_enough(body: str, word: str) -> bool:
    return len(word) > 1 and word != body and abs(len(word) - len(body)) <= max(2, len(body) // 3)


def _ends(text: str) -> tuple[str, str]:
    """The usual marks before and after a chunk; any other mark may be a misread letter."""
    lead = next(mark for mark in sorted(marks.USUAL_BEFORE, key=len, reverse=True) if text.startswith(mark))
    left = text[len(lead) :]
    trail = next(mark for mark in sorted(marks.USUAL_AFTER, key=len, reverse=True) if left.endswith(mark))
    return lead, trail
