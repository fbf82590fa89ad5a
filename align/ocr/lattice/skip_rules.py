"""Tokens that need no candidates, whatever the dictionaries have: an ordered list of named rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from align.lang import registry
from align.lang.lexicon import Lexicon
from align.lang.variants import is_variant
from align.text.insertions import inside
from align.text.token import Token

MONOGRAM = re.compile(r"[^\W\d_]{2,3}")
REFERENCE = re.compile(r"(?=\D*\d)(?=.*[^\W\d_])[\w./№()-]{2,16}")
STOPPED_PART = re.compile(r"(?:[^\W\d_]{1,5}\.-)+[^\W\d_].*")
WITH_ABBREVIATION = re.compile(r"[A-ZА-ЯЁ][^\W\d_A-ZА-ЯЁ]+[A-ZА-ЯЁ]{2,}")
SIGN = re.compile("[(«]?(?:§{1,2}|№{1,2}|No|n°)")
CLOSING_MARKS, OPENING_MARKS = frozenset(",.:;?!»”"), frozenset("„«“")
ENDING = re.compile(r"\d+-[^\W\d_]{1,3}")


def is_skipped(tokens: Sequence[Token], at: int, lexicon: Lexicon, insertions: Sequence[range] = ()) -> bool:
    """Whether a token of a sentence needs no candidates.

    ``insertions``: the ranges of the sentence (code points) that an editor put in.
    """
    token = tokens[at]
    return inside((token.start, token.stop), insertions) or any(
        rule(tokens, at, lexicon) for rule in SKIP_RULES
    )


def abbreviation(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """An abbreviation before a name or number: a listed or a short unknown word, ``cde. Filippov``.

    A listed one may also stand beside another: ``гражд. судопр.``.
    """
    token = tokens[at]
    following = tokens[at + 1].core[:1] if at + 1 < len(tokens) else ""
    named = following.isupper() or following.isdigit()
    if not token.trail.startswith(".") or not token.core.isalpha():
        return False
    listed = registry.language(lexicon.language).abbreviations.before_name
    beside = (*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2])
    if token.core in listed and (named or any(other.core in listed for other in beside)):
        return True
    return named and token.trail == "." and (len(token.core) < 5 and not lexicon.knows(token.core))


def monogram(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:  # noqa: ARG001
    """Two or three letters, the first a capital and not the only one: ``PhD``, ``VCh``, ``VKP(b)``."""
    core = tokens[at].core.split("(")[0]
    return (
        bool(MONOGRAM.fullmatch(core))
        and core[0].isupper()
        and not core.isupper()
        and core[-2:] != core[-2:].lower()
    )


def reference(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:  # noqa: ARG001
    """A code of a file or a numeral with its ending: ``P84/421``, ``38-ю``."""
    core = tokens[at].core
    if ENDING.fullmatch(core):
        return True
    own = [character for character in core if character.isalpha()]
    return bool(REFERENCE.fullmatch(core)) and len(own) <= 3 and any(mark in core for mark in "/.(№")


def typed_dash(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Two words with a dash between them as typewriters have it: ``crime--it``."""
    before, dash, after = tokens[at].core.partition("--")
    return bool(dash) and lexicon.knows(before) and lexicon.knows(after)


def variant(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A spelling of earlier days or an elision: ``daß``, ``musick``, ``o'er``."""
    token = tokens[at]
    return is_variant(lexicon.language, token.lead, token.core, token.trail, lexicon.knows)


def with_abbreviation(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:  # noqa: ARG001
    """A word with an abbreviation in capitals in it: ``КамАЗ``, ``DneproGES``."""
    return WITH_ABBREVIATION.fullmatch(tokens[at].core) is not None


def stopped_part(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:  # noqa: ARG001
    """An abbreviation that a hyphen joins to the next word: ``С.-Петербург``, ``ген.-м.``."""
    return STOPPED_PART.fullmatch(tokens[at].text) is not None


def sign_before_number(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:  # noqa: ARG001
    """``§§ 3–4``, ``№ 5``: the sign belongs to the number."""
    following = tokens[at + 1].text[:1] if at + 1 < len(tokens) else ""
    return following.isdigit() and SIGN.fullmatch(tokens[at].text) is not None


def in_capitals(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A word of one letter between words in capitals: ``ПРИЕХАТЬ В МОСКВУ``, ``ВЪ`` before 1918."""
    token = tokens[at]
    word = token.text.rstrip("Ъ")
    beside = [token.core for token in (*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2])]
    capitals = all(len(core) > 1 and core.isupper() and lexicon.knows(core) for core in beside)
    return len(word) == 1 and word.isupper() and len(beside) > 1 and capitals and lexicon.knows(word.lower())


def spaced_mark(tokens: Sequence[Token], at: int) -> bool:
    """A mark with a space before it, or a quotation mark with one behind it, as printers set them once.

    It is no rule for texts of today, where such a mark is a speck of dirt more often than not.
    """
    text = tokens[at].text
    if text in CLOSING_MARKS:
        return at > 0 and tokens[at - 1].text[-1].isalnum()
    return text in OPENING_MARKS and at + 1 < len(tokens) and bool(tokens[at + 1].core)


Rule = Callable[[Sequence[Token], int, Lexicon], bool]
SKIP_RULES: tuple[Rule, ...] = (
    abbreviation,
    monogram,
    reference,
    typed_dash,
    variant,
    with_abbreviation,
    stopped_part,
    sign_before_number,
    in_capitals,
)
