"""Rules: the word was misread as another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.folding import fold
from align.names.similarity import may_be_one_name
from align.ocr.candidates.generators import names
from align.ocr.candidates.token_context import (
    TokenContext,
    capitalise,
    observed_words,
    toggle_case,
    with_case_of,
)
from align.ocr.lattice.candidate import Candidate

TURNED = 5
COMMON_NAME = 3.5
POLITE = re.compile(r"В(?:ы|ас|ам|ами|аш|аш[аеиу]|аше[гм][оу]|аше[йм]|аши[мх]|ашими|ашу)")
"""The polite *you* and *your*, which letters write with a capital."""
ONE_WORD = re.compile(r"[^\W_]*[^\W\d_][^\W_]*(?:[-'’.][^\W_]+)*")
"""Letters, perhaps with digits; other marks inside show that it is several words."""
DIGITS = {"О": "0", "о": "0", "O": "0", "o": "0", "З": "3", "з": "3", "С": "0", "l": "1", "I": "1", "б": "6"}

SEPARATORS = str.maketrans(",.", ".,")
"""The decimal separator of one language is the thousands separator of another."""


def letters(context: TokenContext) -> Iterator[Candidate]:
    """The word was another word."""
    for observed in observed_words(context.token, context.lexicon):
        for form in context.found.get(observed.query, ()):
            yield context.candidate(
                observed.lead + with_case_of(form, context.token.core) + observed.trail, "letters"
            )
    if len(context.token.core) == 1 and context.token.core.isalpha():
        for word in context.lexicon.single_letter_words:
            yield context.candidate(
                context.token.lead + with_case_of(word, context.token.core) + context.token.trail, "letters"
            )


def respelt(context: TokenContext) -> Iterator[Candidate]:
    """The word was one that no list needs to have."""
    token = context.token
    for form in context.respelt.get(fold(token.core), ()):
        text = token.lead + with_case_of(form, token.core) + token.trail
        yield context.candidate(text, "respelt")


def letter_case(context: TokenContext) -> Iterator[Candidate]:
    """A capital was small, or the other way round; capitals inside a word were small."""
    token = context.token
    if not any(map(str.isalpha, token.core)) or POLITE.fullmatch(token.core):
        return
    for text in _other_cases(context):
        if text != token.core:
            yield context.candidate(token.lead + text + token.trail, "case")
    for observed in observed_words(token, context.lexicon):
        for form in context.found.get(observed.query, ())[: TURNED if observed.query.doubtful else 2]:
            if turned := toggle_case(with_case_of(form, token.core)):
                yield context.candidate(observed.lead + turned + observed.trail, "letters")


def _other_cases(context: TokenContext) -> list[str]:
    """The core with other capitals; none where a mark inside shows that it is several words."""
    core = context.token.core
    if not ONE_WORD.fullmatch(core):
        return []
    inner = core[0] + core[1:].lower()
    texts = [inner, inner.lower()]
    if context.lexicon.knows(core):
        texts += [toggle_case(inner) or inner, core.upper() if len(core) > 1 else inner]
    elif any(name[:1].isupper() and may_be_one_name(inner, name) for name in context.target_words):
        texts.append(capitalise(inner))
    return texts


def single_letter_words(context: TokenContext) -> Iterator[Candidate]:
    """A lone mark or digit was a word of one letter."""
    text = context.token.text
    if len(text) > 2 or any(map(str.isalpha, text)):
        return
    for word in context.lexicon.single_letter_words:
        yield context.candidate(word, "letters")


def digits(context: TokenContext) -> Iterator[Candidate]:
    """Letters in a number were digits; a number was one of the translation's."""
    token = context.token
    if not any(map(str.isdigit, token.core)):
        return
    replaced = "".join(DIGITS.get(character, character) for character in token.core)
    if replaced != token.core:
        yield context.candidate(token.lead + replaced + token.trail, "digits")
    for number in context.target_words:
        if (
            number[0].isdigit()
            and _figures(number) != _figures(token.core)
            and abs(len(number) - len(token.core)) < 2
        ):
            for text in dict.fromkeys((number, number.translate(SEPARATORS))):
                yield context.candidate(token.lead + text + token.trail, "digits")


def _figures(text: str) -> str:
    """The digits of a number without separators, which differ between languages."""
    return "".join(filter(str.isdigit, text))


def names_of_translation(context: TokenContext) -> Iterator[Candidate]:
    """A name of the translation, in the letters of this side, was misread."""
    core = context.token.core
    if not core[:1].isupper() or len(core) < 3 or "-" in core or context.lexicon.zipf(core) > COMMON_NAME:
        return
    for form in names.name_candidates(core, context.target_words, context.channel):
        yield context.candidate(context.token.lead + with_case_of(form, core) + context.token.trail, "name")


def apostrophe(context: TokenContext) -> Iterator[Candidate]:
    """An apostrophe before the last letter was lost."""
    core = context.token.core
    if len(core) > 2 and core[-1:] in "sS" and not context.lexicon.knows(core) and not core[-2:].istitle():
        yield context.candidate(context.token.lead + core[:-1] + "'s" + context.token.trail, "apostrophe")
