"""The rules that decide whether a sentence begins at a boundary, each a named function.

A rule returns True where a sentence begins, False where none does, and ``None`` where it does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from align.lang import registry
from align.lang.language import Abbreviations, word_set
from align.numerals.roman import arabic, latin_form
from align.text.splitting.boundary import Boundary
from align.text.splitting.tokens import Tokens
from align.text.splitting.word_lists import AFTER_NUMBER, BEFORE_NUMBER, INTERNATIONAL, MAY_END, MONTHS

LIST_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,3}|\d+|[IVXLCХІУПШ]{1,5}|[а-яёіa-z]")
"""The number of a list item: ``5``, ``2.1``, ``IV``, ``б``; Roman digits may be Cyrillic letters.

Unlike the numerals of :mod:`align.numerals.roman`, a single letter counts (``I.``) and no value is needed.
"""

YEAR_WORDS = word_set("г гг в вв р рр")
"""Abbreviations of years and centuries, which a sentence may end with before a number."""

MAX_HEADING = 40
"""Tokens of a heading."""

MAX_NAME = 4
"""Words of a name with its title: ``Comrade Mao Zedong``."""

Rule = Callable[[Boundary], bool | None]


def small_letter(boundary: Boundary) -> bool | None:
    """A sentence does not begin with a lower-case letter: the mark is a stray one, or closes a quotation."""
    return False if boundary.head[:1].islower() else None


def narration(boundary: Boundary) -> bool | None:
    """The narrator goes on with a small letter behind what was said: ``«Где?» — спросил он``.

    A small letter behind a full stop alone may as well be a capital that was misread; so may one without a
    dash where the narrator has a dash.
    """
    tokens = boundary.tokens
    if not boundary.head[:1].islower():
        return None
    if tokens.is_dash(boundary.at):
        return False
    dashed = registry.language(tokens.language).script == "cyrillic"
    marked = tokens.texts[boundary.stop][-1] != "." or boundary.at > boundary.stop + 1
    return False if marked and not dashed else None


def nothing_follows(boundary: Boundary) -> bool | None:
    """Marks alone are no sentence."""
    return None if boundary.head else False


def inside_brackets(boundary: Boundary) -> bool | None:
    """A remark in brackets belongs to its sentence."""
    return False if boundary.brackets else None


def heading(boundary: Boundary) -> bool | None:
    """A paragraph all in capitals that ends without a mark is one heading, whatever stops it has."""
    tokens = boundary.tokens
    if len(tokens) > MAX_HEADING or not tokens.in_capitals(0, len(tokens)):
        return None
    last = len(tokens) - 1
    ended = tokens.texts[last][-1] in ".!?…" and not set(tokens.abbreviations_before(0, last)) & AFTER_NUMBER
    return None if ended else False


def list_number(boundary: Boundary) -> bool | None:
    """``1.`` at the beginning of a list item."""
    number = LIST_NUMBER.fullmatch(boundary.word)
    if is_number_sign(boundary.tokens, boundary.start):
        return None
    first = boundary.stop - boundary.start <= 1 or all(
        boundary.tokens.is_mark(index) for index in range(boundary.start, boundary.stop - 1)
    )
    return False if number and first else None


def is_number_sign(tokens: Tokens, index: int) -> bool:
    """Whether a token is a sign before a number: ``№ 32066``, ``§ 5``."""
    following = tokens.texts[index + 1] if index + 1 < len(tokens) else ""
    return tokens.texts[index] in ("№", "§") and following[:1].isdigit()


def label(boundary: Boundary) -> bool | None:
    """``Fig. 3. The harbour``: the number of a figure or table stands before its caption."""
    before = boundary.tokens.texts[boundary.start : boundary.stop]
    words = [text.rstrip(".").lower() for text in before if text != "."]
    if len(words) != 2 or not _is_number(words[1]):
        return None
    return False if words[0] in _own(boundary).before_number | BEFORE_NUMBER else None


def ordinal(boundary: Boundary) -> bool | None:
    """``am 5. Mai``."""
    if not boundary.word.isdigit() or len(boundary.word) > 2:
        return None
    ordinal_stop = registry.language(boundary.tokens.language).ordinal_stop
    return False if ordinal_stop or boundary.head.lower() in MONTHS else None


def reporting_verb(boundary: Boundary) -> bool | None:
    """``“Where?” Stalin asked.``: the name of who said it follows the quotation, and then the verb.

    Behind a full stop a new sentence begins: a comma stands where the narrator goes on.
    """
    verbs = registry.language(boundary.tokens.language).reporting_verbs
    stopped = boundary.tokens.texts[boundary.stop] == "."
    if not verbs or stopped or not (boundary.closes_quotation or boundary.tokens.is_dash(boundary.at)):
        return None
    first = boundary.tokens.word_index(boundary.at)
    if first is None or boundary.tokens.is_opening(boundary.at) or _opens_a_sentence(boundary):
        return None
    texts = [text for text in boundary.tokens.texts[first : first + 2 * MAX_NAME] if text != "."]
    name = next((at for at, text in enumerate(texts) if not text[:1].isupper()), len(texts))
    return False if 0 < name <= MAX_NAME and name < len(texts) and texts[name] in verbs else None


def full_mark(boundary: Boundary) -> bool | None:
    """``!``, ``?``, ``…``, ``...`` do not end an abbreviation."""
    text = boundary.tokens.texts[boundary.stop]
    return True if text[-1] != "." or text.endswith("..") else None


def before_number(boundary: Boundary) -> bool | None:
    """``стр. 12``, ``No. 5``, ``гл. II``: the number belongs to the abbreviation."""
    if not _is_number(boundary.head):
        return None
    words = _own(boundary).before_number | BEFORE_NUMBER
    return False if words.intersection(boundary.abbreviations) else None


def _is_number(head: str) -> bool:
    """Whether a word has a digit (``5``, ``P84/421``) or is a Roman numeral."""
    return any(map(str.isdigit, head)) or arabic(latin_form(head)) is not None


def initials(boundary: Boundary) -> bool | None:
    """``И. В. Сталин``: one capital letter before a capitalised word."""
    word = boundary.word.rpartition(".")[2]
    if len(word) != 1 or not word.isupper():
        return None
    if _opens_a_sentence(boundary) or boundary.closes_quotation:
        return True
    return False if boundary.head[:1].isupper() else None


def after_a_number(boundary: Boundary) -> bool | None:
    """``1950 г.`` may end a sentence, ``г. Москва`` does not.

    Nor does ``1950 Г. МОСКВА`` in capitals, a date that begins a sentence (``В 1950 г. Сталин…``), or a
    measure before the next (``5 ч. 30 мин.``).
    """
    own, word = _own(boundary).after_number, boundary.word.lower()
    if word not in own | AFTER_NUMBER:
        return None
    before = boundary.stop - (1 if len(boundary.tokens.texts[boundary.stop]) > 1 else 2)
    if before >= 0 and boundary.tokens.texts[before][-1:].isdigit():
        counted = boundary.head[:1].isdigit() and word not in YEAR_WORDS
        return not (counted or _is_date(boundary) or _in_running_capitals(boundary))
    return False if word in own or not word.isascii() else None


def _is_date(boundary: Boundary) -> bool:
    """Whether the sentence up to the boundary is nothing but a date, with a preposition or without."""
    words = boundary.tokens.texts[boundary.start : boundary.stop]
    return all(word.isdigit() or word.lower() in MONTHS or len(word) <= 2 for word in words)


def may_end(boundary: Boundary) -> bool | None:
    """After ``и т. д.``, ``p.m.``, ``ff. 1`` the next word decides."""
    own = _own(boundary)
    found = next((word for word in boundary.abbreviations if word in own.may_end | MAY_END), None)
    if found is None or (found in own.before_name and found not in own.may_end):
        return None
    if boundary.head[:1].isdigit():
        return False
    if _opens_a_sentence(boundary) or boundary.closes_quotation:
        return True
    return not (boundary.in_quotation or _in_running_capitals(boundary))


def inside_a_name(boundary: Boundary) -> bool | None:
    """After ``U.S.`` or ``a.m.`` a capital letter may as well begin a name; small words decide."""
    own, word = _own(boundary), boundary.word
    if not {word.lower()} & (own.may_end | MAY_END) or "." not in word or not word.isascii():
        return None
    if _opens_a_sentence(boundary) or boundary.closes_quotation:
        return None
    return False if word != word.lower() or word in ("a.m", "p.m") else None


def _in_running_capitals(boundary: Boundary) -> bool:
    """Whether the sentence up to the boundary and the word behind it are in capitals."""
    head = boundary.head
    written = boundary.stop > boundary.start + 1 and boundary.tokens.in_capitals(
        boundary.start, boundary.stop + 1
    )
    return written and head.isupper()


def _opens_a_sentence(boundary: Boundary) -> bool:
    openers = registry.language(boundary.tokens.language).sentence_openers
    return boundary.head.lower() in openers


def _own(boundary: Boundary) -> Abbreviations:
    """The abbreviations of the paragraph's language."""
    return registry.language(boundary.tokens.language).abbreviations


def abbreviation(boundary: Boundary) -> bool | None:
    """``Cde.``, ``им.``; and every word that spaCy's own tables do not separate from its stop."""
    if (_own(boundary).before_name | INTERNATIONAL).intersection(boundary.abbreviations):
        return False
    token = boundary.tokens.texts[boundary.stop]
    return False if len(token) > 1 and token[0].isalpha() and token.rstrip(".")[-1:].isalnum() else None


CONTINUATIONS: Sequence[Rule] = (
    nothing_follows,
    narration,
    inside_brackets,
    heading,
    list_number,
    label,
    ordinal,
    reporting_verb,
    full_mark,
    before_number,
    may_end,
    after_a_number,
    initials,
    abbreviation,
)
"""The first rule that applies decides; where none applies, a sentence may begin."""


def may_begin_sentence(boundary: Boundary) -> bool:
    """Whether a sentence may begin at a boundary, by :data:`CONTINUATIONS`, unlikely though it be."""
    decisions = (rule(boundary) for rule in CONTINUATIONS)
    return next((decision for decision in decisions if decision is not None), True)


def begins_sentence(boundary: Boundary) -> bool:
    """Whether a sentence begins at a boundary: whether it may, and nothing makes that unlikely."""
    unlikely = small_letter(boundary) is False or inside_a_name(boundary) is False
    return not unlikely and may_begin_sentence(boundary)
