"""A character in other code points is the usual character, at its raw place."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.clean import Cleaned


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Командующи\u0438\u0306 е\u0308лку", "Командующий ёлку"),
        ("за\u0301мок у реки\u0301", "замок у реки"),
        ("за\u0300мок", "замок"),
        ("зáмок и дóма", "замок и дома"),
        ("пѝсьма; сѐ", "письма; сѐ"),
        ("командующий\u0306", "командующий"),
        ("cafe\u0301, Zu\u0308rich, ro\u0302le", "café, Zürich, rôle"),
        ("Vie\u0323\u0302t Nam", "Việt Nam"),
        ("\u0456\u0308хати", "їхати"),
        ("the \ufb01rst su\ufb03x \ufb02ag", "the first suffix flag"),
        ("пять\u2011шесть 38\u2010ю кое\uff0dкто", "пять-шесть 38-ю кое-кто"),
        ("пять\x1eшесть", "пять-шесть"),
        ("Мой\u200b сын\u2060 у\u200fехал", "Мой сын уехал"),
        ("сло\u200dво", "слово"),
        ("пункт.\x08 Второй", "пункт. Второй"),
        ("\x93да\x94 \x96 нет", "“да” – нет"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
        ("か\u3099", "が"),
    ],
)
def test_one_letter_in_several_code_points_is_one(
    cleaned: Callable[..., Cleaned], raw: str, text: str
) -> None:
    """Decomposed letters, stress, ligatures, hyphens, invisible characters, a wrong encoding."""
    assert cleaned(raw).text.text == text


@pytest.mark.parametrize("text", ["می\u200cخواهم", "да 👩\u200d🚀", "क्\u200dष", "naïve ѝ", "ѓаво ќе", "Łódź"])
def test_what_is_its_own_letter_stays(running: Callable[..., str], text: str) -> None:
    """Joiners of Persian, Hindi and emoji, and letters that look like one with a stress."""
    assert running(text) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("He read &quot;New Word&quot;.", 'He read "New Word".'),
        ("5&nbsp;May, R&amp;D", "5 May, R&D"),
        ("&laquo;да&raquo; &mdash; нет", "«да» — нет"),
        ("&#1044;&#x430;", "Да"),
        ("&amp;quot;x&amp;quot; &amp;amp; y", '"x" & y'),
        ("it&#39;s &rsquo;tis", "it's ’tis"),
        ("5&nbspMay &quot no", '5&nbspMay " no'),
        ("AT&T; A&B; &unknown;", "AT&T; A&B; &unknown;"),
        ("за&shy;мок", "замок"),
        ("&#150; &#147;да&#148;", "– “да”"),
    ],
)
def test_entities_are_the_characters_that_they_stand_for(
    running: Callable[..., str], raw: str, text: str
) -> None:
    """Named and numbered ones, those that were escaped twice; what is no entity stays."""
    assert running(raw) == text


@pytest.mark.parametrize("mark", ["\r", "\v", "\u2028", "\u2029", "\x85", "\r\n", "\x1c"])
def test_a_line_break_is_a_line_break_in_any_code_point(running: Callable[..., str], mark: str) -> None:
    """A sentence goes on behind it, a paragraph ends where there are two."""
    assert running(f"Он уехал в{mark}Пекин, где{mark}ждал.") == "Он уехал в⏎Пекин, где ждал."
    assert running(f"Он ушёл.{mark}{mark}Она нет.") == "Он ушёл.⏎Она нет."


def test_the_raw_place_of_a_letter_holds_all_its_code_points(cleaned: Callable[..., Cleaned]) -> None:
    """So that a correction of the word replaces the marks too."""
    text = cleaned("за\u0301мок &amp; \ufb01n").text
    assert text.text == "замок & fin"
    assert [text.spans(at, at + 1)[0] for at in (1, 2)] == [text.spans(1, 2)[0], text.spans(2, 3)[0]]
    assert [(span.start, span.stop) for span in text.spans(0, 5)] == [(0, 6)]
    assert [(span.start, span.stop) for span in text.spans(6, 7)] == [(7, 12)]
    assert [(span.start, span.stop) for span in text.spans(8, 11)] == [(13, 15)]


@given(st.text("абвйёіїѣ éüñ", max_size=30))
def test_a_decomposed_text_reads_as_the_composed_one(cleaned: Callable[..., Cleaned], text: str) -> None:
    """Whatever the letters."""
    composed = unicodedata.normalize("NFC", text)
    assert cleaned(unicodedata.normalize("NFD", text)).text.text == cleaned(composed).text.text
