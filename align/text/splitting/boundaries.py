"""Where a sentence may begin: named rules over the boundaries between tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from align.lang.abbreviations import AFTER_A_NUMBER, BEFORE_A_NAME, MAY_END, MONTHS, OPENERS, ORDINALS, TITLES
from align.text.splitting.dates import with_date
from align.text.splitting.tokens import DASHES, STOPS, Tokens

STRAY = frozenset("`'^°|~")
"""Specks that an OCR takes for marks."""

ROMAN = re.compile(r"[IVXLCХ]+")
BRACKET_REACH = 60
"""Tokens that a bracket may hold and still be a remark inside a sentence."""


@dataclass(frozen=True)
class Boundary:
    """Token ``at`` may begin a sentence: token ``stop`` ends with a mark that can end one.

    ``start``: where the sentence began that would end here. ``brackets``: how many are open.
    """

    tokens: Tokens
    start: int
    stop: int
    at: int
    brackets: int

    @property
    def head(self) -> str:
        """The first word or number behind the boundary."""
        return self.tokens.head(self.at)

    @property
    def word(self) -> str:
        """The word before the mark."""
        return self.tokens.word_before(self.stop)


def small_letter(boundary: Boundary) -> bool | None:
    """A sentence does not begin with a small letter: the mark is a stray one, or closes a quotation."""
    return False if boundary.head[:1].islower() else None


def nothing_follows(boundary: Boundary) -> bool | None:
    """Marks alone are no sentence."""
    return None if boundary.head else False


def inside_brackets(boundary: Boundary) -> bool | None:
    """A remark in brackets stays with its sentence."""
    return False if boundary.brackets else None


def list_number(boundary: Boundary) -> bool | None:
    """``1.`` at the head of a point."""
    number = boundary.word.isdigit() or (ROMAN.fullmatch(boundary.word) and len(boundary.word) < 5)
    first = boundary.stop - boundary.start <= 1 or all(
        boundary.tokens.is_mark(index) for index in range(boundary.start, boundary.stop - 1)
    )
    return False if number and first else None


def ordinal(boundary: Boundary) -> bool | None:
    """``am 5. Mai``."""
    if not boundary.word.isdigit() or len(boundary.word) > 2:
        return None
    language = boundary.tokens.language
    return False if language in ORDINALS or boundary.head.lower() in MONTHS else None


def full_mark(boundary: Boundary) -> bool | None:
    """``!``, ``?``, ``…``, ``...``: no abbreviation."""
    text = boundary.tokens.texts[boundary.stop]
    return True if text[-1] != "." or text.endswith("..") else None


def initials(boundary: Boundary) -> bool | None:
    """``И. В. Сталин``: one capital letter, a capitalised word behind it."""
    word = boundary.word.rpartition(".")[2]
    if len(word) != 1 or not word.isupper():
        return None
    if boundary.head.lower() in _openers(boundary.tokens):
        return True
    return False if boundary.head[:1].isupper() else None


def after_a_number(boundary: Boundary) -> bool | None:
    """``1950 г.`` may end a sentence, ``г. Москва`` does not."""
    if boundary.word.lower() not in AFTER_A_NUMBER:
        return None
    before = boundary.stop - (1 if len(boundary.tokens.texts[boundary.stop]) > 1 else 2)
    return before >= 0 and boundary.tokens.texts[before][-1:].isdigit()


def may_end(boundary: Boundary) -> bool | None:
    """``и т. д.``, ``p.m.``, ``ff. 1``: what follows decides."""
    if _abbreviated(boundary) not in MAY_END:
        return None
    if boundary.head[:1].isdigit():
        return False
    return not _inside_a_name(boundary.word) or boundary.head.lower() in _openers(boundary.tokens)


def _inside_a_name(word: str) -> bool:
    """``U.S.``, ``a.m.``: a capital letter behind them is as likely a name's."""
    return word.isascii() and "." in word


def _openers(tokens: Tokens) -> frozenset[str]:
    return OPENERS.get(tokens.language, frozenset())


def abbreviation(boundary: Boundary) -> bool | None:
    """``Cde.``, ``им.``; and whatever spaCy's own tables keep together with its stop."""
    word = _abbreviated(boundary)
    if word in TITLES or word in BEFORE_A_NAME.get(boundary.tokens.language, frozenset()):
        return False
    kept = boundary.tokens.texts[boundary.stop]
    return False if len(kept) > 1 and kept[:1].isalpha() else None


def _abbreviated(boundary: Boundary) -> str:
    return boundary.word.lower()


Rule = Callable[[Boundary], bool | None]

RULES: Sequence[Rule] = (
    nothing_follows,
    small_letter,
    inside_brackets,
    list_number,
    ordinal,
    full_mark,
    may_end,
    after_a_number,
    initials,
    abbreviation,
)
"""The first that has an opinion decides; where none has, a sentence begins."""


def sentence_starts(tokens: Tokens) -> list[int]:
    """Indices of the tokens that begin a sentence; the first always does."""
    starts = [0] if len(tokens) else []
    closes = _bracket_ends(tokens)
    open_until = -1
    for index in range(1, len(tokens)):
        open_until = max(open_until, closes.get(index - 1, -1))
        text = tokens.texts[index - 1]
        if text[-1] in STOPS:
            at = _behind(tokens, index)
            if at < len(tokens) and at > starts[-1]:
                boundary = Boundary(tokens, starts[-1], index - 1, at, int(open_until >= at))
                if _decide(boundary):
                    starts.append(at)
        elif (_is_point(tokens, index) or _lost_stop(tokens, index)) and index > starts[-1]:
            starts.append(index)
    return with_date(tokens, starts)


def _decide(boundary: Boundary) -> bool:
    for rule in RULES:
        opinion = rule(boundary)
        if opinion is not None:
            return opinion
    return True


def _behind(tokens: Tokens, index: int) -> int:
    """The first token that can begin a sentence: behind what closes and behind stray marks."""
    while index < len(tokens) and tokens.is_mark(index):
        if tokens.is_opening(index) or tokens.texts[index][0] in DASHES:
            break
        index += 1
    return index


def _bracket_ends(tokens: Tokens) -> dict[int, int]:
    """Where a bracket opens that closes soon, and where it closes."""
    pairs = {")": "(", "]": "["}
    opened: list[tuple[str, int]] = []
    found: dict[int, int] = {}
    for index, text in enumerate(tokens.texts):
        if text in ("(", "["):
            opened.append((text, index))
        elif text in pairs and opened and opened[-1][0] == pairs[text]:
            _, start = opened.pop()
            if index - start <= BRACKET_REACH:
                found[start] = index
    return found


def _is_point(tokens: Tokens, index: int) -> bool:
    """``…; 2) …`` inside a paragraph: each point is a sentence."""
    texts = tokens.texts
    if texts[index - 1][-1] not in ";:" or index + 1 >= len(tokens):
        return False
    return (texts[index].isdigit() and texts[index + 1] == ")") or re.fullmatch(
        r"\d{1,2}\)", texts[index]
    ) is not None


def _lost_stop(tokens: Tokens, index: int) -> bool:
    """A small word with a capital letter behind a word without a mark: a headline, or a stop not read."""
    text = tokens.texts[index]
    if (
        not text.istitle()
        or len(text) < 2
        or text.lower() not in _openers(tokens)
        or index + 1 >= len(tokens)
    ):
        return False
    behind = index - (2 if tokens.texts[index - 1] in STRAY and index > 1 else 1)
    before, after = tokens.texts[behind], tokens.texts[index + 1]
    plain = before.isalpha() and (before.islower() or (before.isupper() and len(before) > 1))
    return plain and tokens.spaced[index - 1] and not after.istitle()
