"""What the end of a line and the beginning of the next show: a list, or a sentence that goes on."""

from __future__ import annotations

import re

from align.lang import registry
from align.text.rule_input import ends_sentence
from align.text.splitting.word_lists import MONTHS

LIST_ITEM = re.compile(
    r"(?P<letter>[^\W\d_])\.\s|(?P<number>\d{1,3})\.\s|(?:[^\W\d_]|[ivx]{2,4}|\d{1,3})\)\s|[ivx]{2,4}\.\s"
    r"|(?P<dash>[-–—])\s|[•*]\s"
)
"""How an item of a list begins, also with a small letter."""

ITEM_BEFORE = re.compile(r"(?:(?P<letter>[^\W\d_])|(?P<number>\d{1,3}))[.)]\s|(?P<dash>[-–—])\s?")
WORD_BEHIND = re.compile(r"\S+\s+([^\W\d_]+)")
LAST_WORD = re.compile(r"(?:^|[\s(«\"„“])((?:[^\W\d_]{1,6}\.){0,2}[^\W\d_]{1,7})(\.?)$")
COUNTED = re.compile(r"\d{1,4}\S{0,4}\s+[^\W\d_]")

FIRST_WORD = re.compile(r"[\"'«„“(]*([^\W\d_]+)")

LONG = 40
"""Code points of a line that is hardly a heading."""


def is_item(before: str, after: str, language: str) -> bool:
    """Whether a line is an item of a list rather than the middle of a sentence.

    Behind a line without the end of a sentence ``т. Мао``, ``5. Mai`` and ``— важный —`` go on, unless
    the line before is the item before.

    Args:
        before: The line before.
        after: The line.
        language: ISO 639-1.
    """
    found = LIST_ITEM.match(after)
    if found is None or ends_sentence(before):
        return found is not None
    earlier = ITEM_BEFORE.match(before)
    if found["letter"]:
        first = found["letter"] in "aа" or (found["letter"].isupper() and len(before) <= LONG)
        return first or _follows(earlier, found["letter"])
    if found["number"]:
        follows = earlier is not None and earlier["number"] == str(int(found["number"]) - 1)
        return follows or not _is_ordinal(after, language)
    if found["dash"]:
        return len(before) <= LONG or (earlier is not None and earlier["dash"] is not None)
    return True


def _follows(earlier: re.Match[str] | None, letter: str) -> bool:
    """Whether the line before begins with the letter before this one in the alphabet."""
    before = earlier["letter"] if earlier is not None else None
    return before is not None and (ord(letter) - ord(before) == 1 or before + letter == "ик")


def _is_ordinal(text: str, language: str) -> bool:
    """Whether a number with a stop is an ordinal: ``5. Mai``, ``2. ročník``."""
    word = WORD_BEHIND.match(text)
    ordinal_stop = registry.language(language).ordinal_stop
    return word is not None and (ordinal_stop or word[1].lower() in MONTHS)


def counts_on(before: str, after: str, language: str) -> bool:
    """Whether a long line without an end goes on with a number: ``2nd of May``, ``2. Konferenz``."""
    found = COUNTED.match(after)
    if found is None or len(before) <= LONG or ends_sentence(before):
        return False
    ordinal = LIST_ITEM.match(after) is not None and _is_ordinal(after, language)
    word = WORD_BEHIND.match(after)
    return ordinal or found.group()[-1].islower() or (word is not None and word[1].lower() in MONTHS)


def opens_sentence(text: str, language: str) -> bool:
    """Whether a line begins with a small word that has a capital letter only where a sentence begins."""
    word = FIRST_WORD.match(text)
    if word is None or len(word[1]) < 2 or not word[1].istitle():
        return False
    return word[1].lower() in registry.language(language).sentence_openers


def ends_before_name(before: str, after: str, language: str) -> bool:
    """Whether a line ends with an abbreviation before the name or number that the next begins with.

    ``Dr.``, ``г.``, ``Mme`` and, in a long line, an initial.
    """
    tail = before[-LONG:]
    found = LAST_WORD.search(tail)
    if found is None:
        return False
    words, (word, stop) = registry.language(language).abbreviations, found.groups()
    named = word.lower() in words.before_name and _is_title(word, stop)
    head = after.lstrip("\"'«„“(")[:1]
    if head.isdigit():
        return bool(stop) and (named or word.lower() in words.before_number)
    is_initial = bool(stop) and len(word) == 1 and word.isupper() and len(before) > LONG
    counted = tail[: found.start(1)].rstrip()[-1:].isdigit()
    named = named or (bool(stop) and word in words.after_number and not counted)
    return head.isupper() and (is_initial or named)


def _is_title(word: str, stop: str) -> bool:
    """Whether an abbreviation is one without its stop: ``Mme``, ``dr``; not ``с``, ``о``."""
    return bool(stop) or (word.isascii() and len(word) > 1)
