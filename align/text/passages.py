"""The sentences of a side that are in another language, or in the spelling of before 1918."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.text.foreign import foreign_languages
from align.text.language import script_of
from align.text.script import dominant, letters
from align.text.sentence import Sentence
from align.text.spelling import old_sentences


def marked(
    sentences: Sequence[Sentence], language: str, *, old: bool | None = None
) -> tuple[tuple[Sentence, ...], tuple[str, ...]]:
    """The sentences with their languages and spelling, and what there is to say of it.

    Args:
        sentences: Of one side, in order.
        language: The side's, ISO 639-1.
        old: Whether it is in Russian of before 1918; ``None`` to find out, sentence by sentence.

    Returns:
        The sentences, and a line for each thing that was found.
    """
    texts = [sentence.text for sentence in sentences]
    script = script_of(language)
    if not letters("".join(texts), script):
        script = dominant("".join(texts)) or script
    foreign = foreign_languages(texts, language, script)
    spelling = _spelling(texts, language, old=old)
    found = tuple(
        replace(sentence, language=other, old_spelling=is_old and other is None)
        for sentence, other, is_old in zip(sentences, foreign, spelling, strict=True)
    )
    return found, tuple(_notes(found, reported=old is None))


def _spelling(texts: Sequence[str], language: str, *, old: bool | None) -> tuple[bool, ...]:
    if language != "ru" or old is not None:
        return (language == "ru" and old is True,) * len(texts)
    return old_sentences(texts)


def _notes(sentences: Sequence[Sentence], *, reported: bool) -> Iterator[str]:
    """``reported``: whether the old spelling was found, not named by the user."""
    own = [sentence for sentence in sentences if sentence.language is None]
    old = sum(sentence.old_spelling for sentence in own)
    if reported and old:
        part = "" if old == len(own) else f" in {old} of {len(own)} sentences"
        yield f"spelling of before 1918 found{part}: read as such"
    languages = Counter(sentence.language for sentence in sentences if sentence.language is not None)
    for language, count in languages.most_common():
        verb = "1 sentence is" if count == 1 else f"{count} sentences are"
        yield f"{verb} in {language}: no OCR errors are looked for in {'it' if count == 1 else 'them'}"
