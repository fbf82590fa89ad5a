"""The law of the ledger on pages made up at random: nothing is lost, nothing is doubled."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.text.clean import RULES, CleanConfig, clean
from align.text.document import Document, Side
from align.text.readers.archive import page
from align.text.sentences import split
from align.text.span import Span

NEWLINE = st.sampled_from(
    ["\n", "\r\n", "\n\n", "\r\n\r\n", "\n \n", "\f", "\n\n\n\n", "\r", "\u2028", "\v", "\x85"]
)
GAP = st.sampled_from([" ", "  ", "\u00a0", "\t", "\u2009", "", "\u200b", "\u200f"])
RUSSIAN = st.one_of(
    st.sampled_from(["Он", "ушёл.", "Я", "получил;", "ответ,", "в", "стране", "бу", "дет", "япон-", "ского"]),
    st.sampled_from(
        ["г.", "1950", "т.е.", "И.", "В.", "Сталин", "«Нет!»", "(да)", "4)", "-", "—", "…", "е\u0301"]
    ),
)
ENGLISH = st.one_of(
    st.sampled_from(
        ["He", "left.", "I", "received;", "reply,", "[k", "bol'shoi]", "Cde.", "Mr.", "5", "October"]
    ),
    st.sampled_from(['"No."', "(yes)", "1)", "new-", "ly", "me.", "U.S.", "e\u0301", "\U0001f600"]),
)
STRANGE = st.one_of(
    st.sampled_from(["\u202bאב\u202c", "漢字", "\u0301", "👩\u200d🚀", "a\u0308", "ŋ", "№"]),
    st.sampled_from(["&quot;&nbsp;", "&amp;#8217;", "su\ufb03x", "пять\u2011шесть", "за\u0301мок"]),
    st.sampled_from(["и\u0306", "\x08", "\u1112\u1161\u11ab"]),
)
FURNITURE = st.sampled_from(
    [
        "Wilson Center Digital Archive",
        "Nilson Center Digital Archive\t\t\tOriginal Scan ((",
        "**Original Scan**",
        "- 2 -",
        "3.",
        "СЕКРЕТНО\n\nЭкз. № 3",
        "31-MAY\n\n1200\n\n0\n\nК\n\nROM\n\nエく\n\n202",
        "</u>--- Wilson Center Digital Archive",
        "6 2 2 2 min S con pilop S. . . . .",
        "·\tU-m\tPULLIPPOLE",
        "-на Востоке.",
        "* * *",
        "\ufeff",
        "Записки путника",
    ]
)
PAGE = st.sampled_from(
    [
        "[PAGE 41]",
        "[стр. 42]",
        '<pb n="43"/>',
        "[44]",
        "\nСтраница 3 из 7\n",
        "\nл. 12 об.\n",
        "\n12 Записки путника\n",
        "\nЗаписки пугника 13\n",
        "\nxii\n",
        "\n--- page break ---\n",
    ]
)
NOTES = st.sampled_from(
    [
        "слово¹",
        "слово[2]",
        "word*",
        "слово 1)",
        "word2",
        "\n¹ Это сноска.\n",
        "\n[2] A note, 1950\n",
        "\n* Так в тексте, который\n",
        "\n1) Раз.\n2) Два.\n",
        "\n\f\n",
        "\x1f\x1e",
    ]
)
DEBRIS = st.sampled_from(
    ["\nЛ. $ ^ i ( ч /\n‘Я г» '?\nFy Ke ,, .-.: а\njJl; «йЗ ‘|Гн\n", "\nhh$ ^v Жz\n", "qXz"]
)
HEADS = st.sampled_from(
    [
        "",
        "# A\n\n#### Citation:\n\nx, May 1, 1950\n\n**Contents:**\n\nOriginal Scan Translation - English\n\n",
        "**May 1, 1950**  \n**A\nb**\r\n\r\nCitation: x\r\nContents:\r\n\r\nTranslation - English\r\n\r\n",
        "Summary:\n\nOriginal Language:\n\nRussian\n\n",
    ]
)


@st.composite
def passage(draw: st.DrawFn, words: st.SearchStrategy[str]) -> str:
    """Words, wrapped in markup or not, furniture and breaks among them."""
    pieces = []
    for _ in range(draw(st.integers(0, 14))):
        word = draw(st.one_of(words, words, words, STRANGE, FURNITURE, PAGE, NOTES, DEBRIS))
        word = draw(st.sampled_from(["{}", "{}", "{}", "<u>{}</u>", "**{}**", "# {}"])).format(word)
        pieces += [word, draw(st.one_of(GAP, GAP, NEWLINE))]
    return "".join(pieces)


LINE = st.sampled_from(
    [
        "Это длинная строка текста, которая идёт дальше¹",
        "и продолжается на другой* странице, а потом",
        "Она кончилась [2].",
        "ПРАВДА",
        "ПРАВЛА",
        "",
    ]
)
LINES = st.lists(st.one_of(LINE, LINE, PAGE, NOTES, DEBRIS), max_size=16).map("\n".join)
"""Pages with heads, numbers and notes between their lines."""

PAGES = st.builds(
    "{}{}{}Да{}".format,
    HEADS,
    st.one_of(passage(RUSSIAN), LINES),
    NEWLINE,
    st.one_of(passage(ENGLISH), LINES),
)


def _frequency(word: str) -> float:
    return {"будет": 6.0, "японского": 4.0, "newly": 4.0}.get(word.lower(), 0.0)


def _stands_for(char: str, place: str) -> bool:
    """Whether a character is what stands at its place, perhaps in other code points, or white space."""
    if char.isspace():
        return not place.strip() or place == "&nbsp;"
    visible = re.sub("[\u200b\u200f]", "", html.unescape(html.unescape(place)))
    composed = unicodedata.normalize("NFKC", visible).replace("\u2010", "-")
    stressed = {"é": "е", "á": "а"}.get(composed)  # a Latin letter among Cyrillic ones
    return char in place + composed or char == stressed or not place


def _pieces(document: Document, off: frozenset[str]) -> list[Span]:
    """Everything that is claimed: metadata, the sentences' places, what was set aside."""
    claimed = list(document.spans("metadata"))
    sides: tuple[Side, ...] = ("source", "target")
    for side in sides:
        if document.spans(side):
            cleaned = clean(document, side, CleanConfig(off), _frequency)
            claimed += [entry.span for entry in cleaned.excluded]
            for sentence in split(cleaned.text, "ru" if side == "source" else "en"):
                claimed += sentence.origin
    return sorted(claimed)


@settings(max_examples=150, deadline=None)
@given(raw=PAGES, off=st.frozensets(st.sampled_from([rule.name for rule in RULES]), max_size=3))
def test_the_raw_file_can_be_rebuilt(raw: str, off: frozenset[str]) -> None:
    """Metadata, sentences, what was set aside, and white space between them: the file, to the character."""
    document = page("page.txt", raw)
    rebuilt, at = "", 0
    for span in _pieces(document, off):
        assert span.start >= at, f"claimed twice: {raw[span.start : at]!r}"
        assert not raw[at : span.start].strip(), f"lost: {raw[at : span.start]!r}"
        rebuilt += raw[at : span.stop]
        at = span.stop
    assert not raw[at:].strip(), f"lost: {raw[at:]!r}"
    assert rebuilt + raw[at:] == raw


@settings(max_examples=150, deadline=None)
@given(raw=PAGES)
def test_every_character_knows_its_origin(raw: str) -> None:
    """What a cleaned character stands for is that character, or white space for white space."""
    document = page("page.txt", raw)
    for side in ("source", "target"):
        if not document.spans(side):
            continue
        text = clean(document, side, frequency=_frequency).text
        for char, start, stop in zip(text.text, text.starts, text.stops, strict=True):
            assert _stands_for(char, raw[start:stop])
        order = np.argsort(text.starts, kind="stable")
        assert (text.stops[order][:-1] <= text.starts[order][1:]).all()


@settings(max_examples=100, deadline=None)
@given(raw=PAGES)
def test_running_text_has_single_spaces_and_newlines(raw: str) -> None:
    """One space between words, one newline between paragraphs, none at the ends."""
    document = page("page.txt", raw)
    for side in ("source", "target"):
        if document.spans(side):
            text = clean(document, side).text.text
            assert text == "\n".join(" ".join(line.split()) for line in text.split("\n") if line.split())


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_the_letters_lose_nothing(seeds: Path, name: str) -> None:
    """The law holds on the five letters."""
    (path,) = seeds.glob(f"{name}_*.txt")
    raw = path.read_bytes().decode()
    at = 0
    for span in _pieces(page(path.name, raw), frozenset()):
        assert span.start >= at
        assert not raw[at : span.start].strip()
        at = span.stop
    assert not raw[at:].strip()
