"""Paragraphs one a line that run over a page are joined, whatever stands between the pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOPICS = [
    "о войне",
    "о мире и о границах",
    "о хлебе",
    "о займе и о поставках угля",
    "о железной дороге",
    "о флоте",
]
PARAGRAPH = "На {}-й день говорили {} и о том, чем всё это кончится{}."
BEFORE = ("Посол Рощин сообщил,", "Вечером министр сказал,", "Наши товарищи считают,")
MIDDLE = (
    "что правительство рассмотрело предложение{} и",
    "что войска{} стоят на границе, но",
    "что надо ждать{}, а",
)
AFTER = ("не может с ним согласиться.", "ещё не перешли её, как мы думали утром.", "потом решать.")


def _over(page: int, sign: str = "") -> tuple[str, str]:
    """The two halves of a paragraph that runs over this page's end."""
    return f"{BEFORE[page]} {MIDDLE[page].format(sign)}", AFTER[page]


def _file(between: str, sign: str = "") -> str:
    """Thirty-nine paragraphs, and three that run over a page."""
    lines = []
    for page in range(3):
        for number in range(13):
            more = " для всех нас и для наших союзников на Востоке" * (number % 4)
            lines.append(PARAGRAPH.format(page * 13 + number, TOPICS[number % 6], more))
        before, after = _over(page, sign)
        lines += [before, *between.format(page + 12).split("⏎"), after]
    return "⏎".join(lines)


WHOLE = [" ".join(_over(page)) for page in range(3)]


BETWEEN = [
    "[PAGE {}]",
    "[стр. {}]",
    "- {} -",
    "{}",
    "⏎{}⏎",
    "\f",
    "\f⏎{} История дипломатии",
    "История дипломатии {}",
    "{}⏎ЗАПИСКИ ДИПЛОМАТА",
    "ЗАПИСКИ ДИПЛОМАТА⏎{}",
    "⏎⏎",
]


@pytest.mark.parametrize("between", BETWEEN)
def test_a_paragraph_over_a_page_is_one(running: Callable[..., str], between: str) -> None:
    """The other paragraphs stay as they are."""
    lines = running(_file(between)).split("⏎")
    assert lines[13::14] == WHOLE
    assert len(lines) == 42


@pytest.mark.parametrize(
    "between", ["¹ Нота {0}.", "¹ Нота {0}.⏎- {0} -", "⏎¹ Ноты {0} дня.⏎", "¹ Нота {0}.⏎\f"]
)
def test_a_footnote_between_does_not_part_it(running: Callable[..., str], between: str) -> None:
    """The footnotes stand behind all paragraphs."""
    lines = running(_file(between, "¹")).split("⏎")
    assert lines[13:42:14] == WHOLE
    assert len(lines) == 45
    assert all(line.startswith("Нот") for line in lines[42:])


def test_a_word_cut_by_a_page_s_end_is_whole(running: Callable[..., str]) -> None:
    """Its hyphen goes, and a footnote and a mark between the halves."""
    half = "Посол заявил, что прави-⏎{}⏎тельство не согласно."
    whole = "Посол заявил, что правительство не согласно."

    def frequency(word: str) -> float:
        return {"правительство": 6.0}.get(word, 0.0)

    for between in ("[PAGE 41]", "- 41 -", "⏎41⏎", "\f"):
        assert running(half.format(between), frequency) == whole
    assert (
        running(half.replace("заявил", "заявил*").format("* Рощин.⏎[стр. 5]"), frequency) == f"{whole}⏎Рощин."
    )
