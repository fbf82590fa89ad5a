"""The same character in other code points: entities, decomposed letters, ligatures, hyphens, line breaks."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from align.text.edit import TextEdit
from align.text.rule_input import RuleInput
from align.text.rules.words import first_word, is_one_word, last_word

ENTITY = re.compile(
    r"&(?:amp;)*(?:(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|(?:nbsp|quot|amp|laquo|raquo|shy)(?![A-Za-z0-9=;]))"
)
"""An entity of HTML, also one whose ``&`` was escaped again, and the commonest without their semicolon."""

MARKS = "\u0300-\u036f\u3099\u309a"
"""Combining marks of Latin, Cyrillic and Greek letters, and the voicing marks of kana."""

INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb"
)
"""Control and format characters that show nothing and are no line break."""

JOINERS = "\u200c\u200d"
"""They shape letters of Arabic, of India and emoji; between others they are invisible."""

JOINING = "A-Za-z0-9\u00c0-\u058f"
"""Letters and digits that no joiner shapes."""

CLUSTER = re.compile(
    rf"[^\s{INVISIBLE}]?(?:[{MARKS}{INVISIBLE}]|(?<=[{JOINING}{MARKS}{INVISIBLE}])[{JOINERS}])+"
    r"|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
"""A character with the marks and invisible characters behind it; a Korean syllable in its letters."""

NEAR = 8
"""Code points in which the letter before a cluster is found."""

BEHIND_LETTER = re.compile(rf"[{MARKS}{INVISIBLE}{JOINERS}]+$")
CYRILLIC = re.compile("[\u0400-\u052f]")
STRESSED = re.compile(
    "(?<=[\u0400-\u052f])[áéóýÁÉÓÝ]|[áéóýÁÉÓÝ](?=[\u0400-\u052f])|[ѐѝЀЍ](?=[\u0400-\u052f])"
)
"""A stressed vowel of a Cyrillic word that is one code point, Latin or Macedonian."""

VOWELS: Mapping[str, str] = MappingProxyType(dict(zip("áéóýÁÉÓÝѐѝЀЍ", "аеоуАЕОУеиЕИ", strict=True)))

LIGATURE = re.compile("[\ufb00-\ufb06\ufb13-\ufb17]")
HYPHEN = re.compile("[\u2010\u2011\ufe63\uff0d]|(?<=\\w)\x1e(?=\\w)")
"""Hyphens that are not the ASCII one; the last is Word's own code of a hyphen that never breaks."""

OPTIONAL_HYPHEN = re.compile("\x1f")
"""Word's own code of a hyphen that shows only where a line ends."""

LINE_BREAK = re.compile("\r(?!\n)|[\v\x1c\x1d\x85\u2028\u2029]")
WINDOWS = re.compile("[\x80-\x84\x86-\x9f]")
"""Code points that no text holds: a file of Windows-1252 was read as ISO 8859-1."""


def entities(given: RuleInput) -> Iterator[TextEdit]:
    """``&quot;``, ``&#171;`` and ``&amp;nbsp;`` are the characters that they stand for."""
    for match in ENTITY.finditer(given.text):
        text = match.group()
        while (plain := html.unescape(text)) != text:
            text = plain
        if text != match.group():
            yield TextEdit(match.start(), match.end(), text, "entity of white space")


def code_points(given: RuleInput) -> Iterator[TextEdit]:
    """One letter in several code points is one; a line break is a newline, a hyphen ``-``."""
    for start, stop, text in _replacements(given):
        if text != given.text[start:stop]:
            yield TextEdit(start, stop, text, "invisible character")


def _replacements(given: RuleInput) -> Iterator[tuple[int, int, str]]:
    """Start, stop and new text of each place."""
    for match in _ANY.finditer(given.text):
        if OPTIONAL_HYPHEN.fullmatch(match.group()):
            yield *match.span(), _without_optional_hyphen(given, match.start())
        else:
            yield *match.span(), _replaced(match)


def _without_optional_hyphen(given: RuleInput, at: int) -> str:
    """Nothing where the letters on both sides are one word, else a space: others use the code for one."""
    left, right = last_word(given.text[:at]), first_word(given.text[at + 1 :])
    return "" if is_one_word(given, left, right, prior=0.0) else " "


def _replaced(match: re.Match[str]) -> str:
    found, text = match.group(), match.string
    if LINE_BREAK.fullmatch(found):
        return "\n"
    if len(found) == 1 and HYPHEN.match(text, match.start()):
        return "-"
    if LIGATURE.fullmatch(found):
        return unicodedata.normalize("NFKC", found)
    if WINDOWS.fullmatch(found):
        return found.encode("latin-1").decode("cp1252", "ignore")
    before = BEHIND_LETTER.sub("", text[max(0, match.start() - NEAR) : match.start()])
    around = before[-1:] + text[match.end() : match.end() + 1]
    return _composed(found, cyrillic=CYRILLIC.search(around) is not None)


def _composed(cluster: str, *, cyrillic: bool) -> str:
    """A letter with its marks as one code point; a Cyrillic letter without marks that only show the stress.

    ``cyrillic``: whether a Cyrillic letter stands beside the cluster.
    """
    visible = re.sub(f"[{INVISIBLE}{JOINERS}]", "", cluster)
    letter = unicodedata.normalize("NFC", visible)
    if cyrillic and letter[:1] in VOWELS:
        letter = VOWELS[letter[0]] + letter[1:]
    if CYRILLIC.match(letter):
        letter = letter[0] + re.sub(f"[{MARKS}]", "", letter[1:])
    return letter


_ANY = re.compile(
    "|".join(
        f"(?:{one.pattern})"
        for one in (CLUSTER, STRESSED, LIGATURE, HYPHEN, OPTIONAL_HYPHEN, LINE_BREAK, WINDOWS)
    )
)
