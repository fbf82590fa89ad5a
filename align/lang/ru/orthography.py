"""The spelling of Russian before 1918, turned into the spelling of today.

By the decree of 10 October 1918: ѣ, і, ѳ, ѵ became е, и, ф, и; ъ at the end of a word was dropped; the
endings -аго, -яго, -ыя, -ія of adjectives became -ого, -его, -ые, -ие; the prefixes без-, воз-, из-, раз-
have с before voiceless consonants; онѣ, однѣ, ея, нея became они, одни, её, неё.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from align.lang.ru.old_words import OLD_STEMS, OLD_WORDS

LETTERS = str.maketrans("ѣіѳѵ", "еифи")
HARD_SIGN = re.compile(r"(?<=[^\W\d_])[ъЪ](?=-|$)")
HARD_SIGN_BEFORE_I = re.compile(r"(?<=[бвдзлнрстх])ъ[иі]")
PRONOUNS = re.compile(r"^(?:(он|одн)[ѣе]|однѣ(хъ?|мъ?|ми)|(н?е)я)(?=-|$)")
ENDINGS = (
    (re.compile(r"(?<=[^\W\d_][жшщч])аго(?=ся$|$)"), "его"),
    (re.compile(r"(?<=[^\W\d_]{2})(?<!бл)аго(?=ся$|$)"), "ого"),
    (re.compile(r"(?<=[^\W\d_]{3})яго(?=ся$|$)"), "его"),
    (re.compile(r"(?<=[^\W\d_]{2})ыя(?=ся$|$)"), "ые"),
    (re.compile(r"(ск|[жшщч])ія(?=ся$|$)"), r"\1ие"),
)
PREFIXES = re.compile(r"^(не|обо?|о|на|по)?(бе|во|и|ра|ро|ни|чере|чре)з(?=[кпстфхцчшщ])")

OTHER_ENDINGS = (
    (re.compile("ия(?=ся$|$)"), "ие"),
    (re.compile("ию$"), "ью"),
    (re.compile("(?<=[жшщч])его$"), "ого"),
)
"""Endings that are right in other words: *другія* is *другие*, *Россія* is *Россия*, *чужаго* is *чужого*."""

OLD_MARKS = (
    re.compile(r"[бвгджзклмнпрстфхцчшщ]ъ$"),
    re.compile("[ѣѳѵ]"),
    re.compile("(?:^|[^іївх])і[аеёийоуыэюя]"),
    re.compile(r"^н?ея$|^\w{2,}(?:[внлмрстд]аго|[шщж]аго|няго)$|^\w{3,}ыя$"),
)
"""What only the old spelling has."""

MISREAD_HARD_SIGN = re.compile(
    r"(?:[вкс]|из|от|без|под|над|перед|он|вам|нам|им|ним|всем|чем|кем|этом|моем|своем|всех|тех|этих|их|них|нас|вас|как"
    r"|так|вот|там|нет|мог|сам|сказал|стал|знал|моих|своих|наших|ваших|одним|один|этот)[еьвtбb6]"
)
"""Words that had a ъ behind them, with what an OCR reads for it; none is a word of today."""

REAL_WORDS = frozenset({"кв", "св", "вб", "кб"})


def modern(word: str) -> str:
    """The word in today's spelling."""
    if word.isupper():
        return modern(word.lower()).upper()
    small = word[:1].lower() + word[1:]
    found = _modern(small)
    return found[:1].upper() + found[1:] if small != word else found


def known_modern(word: str, knows: Callable[[str], bool]) -> str:
    """The word in today's spelling, in the form that is a word where its ending can be read in two ways.

    ``knows``: whether a form is a word. A word of today with the look of an old one stays (*Чикаго*).
    """
    forms = list(readings(word))
    return next((form for form in forms if knows(form)), forms[-1])


def is_old(word: str) -> bool:
    """Whether a word has a mark of the old spelling, also where an OCR misread the ъ at its end."""
    form = word.lower().replace("i", "і")
    if MISREAD_HARD_SIGN.fullmatch(form):
        return form not in REAL_WORDS
    return any(mark.search(form) for mark in OLD_MARKS)


def _modern(word: str) -> str:
    word = PRONOUNS.sub(_pronoun, word)
    word = HARD_SIGN.sub("", HARD_SIGN_BEFORE_I.sub("ы", word))
    for old, new in ENDINGS:
        word = old.sub(new, word)
    return PREFIXES.sub(r"\1\2с", word.translate(LETTERS))


def _pronoun(match: re.Match[str]) -> str:
    stem, ending, her = match.groups()
    return f"{her}е" if her else f"{stem}и" if stem else f"одни{ending.removesuffix('ъ')}"


def readings(word: str) -> Iterator[str]:
    """What a word may be in today's spelling: with today's letters only, respelt, with another ending."""
    upper = word.isupper()
    small = word.lower() if upper else word
    found = modern(small)
    plain = HARD_SIGN.sub("", small).translate(LETTERS | str.maketrans("ѢІѲѴ", "ЕИФИ"))
    others = [old.sub(new, found) for old, new in OTHER_ENDINGS]
    others += [_in_case_of(form, found) for form in _with_todays_stem(found.lower())]
    for form in (found,) if PRONOUNS.match(small.lower()) else (plain, found, *others, found):
        yield form.upper() if upper else form


def _with_todays_stem(word: str) -> Iterator[str]:
    """A word in small letters with today's stem in the place of a former one."""
    yield from (today for old, today in OLD_WORDS if word == old)
    yield from (word.replace(old, today, 1) for old, today in OLD_STEMS if old in word)


def _in_case_of(word: str, model: str) -> str:
    """A word in small letters with the first capital of another."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
