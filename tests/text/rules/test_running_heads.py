"""Running heads: misread, with the page's number, left and right; and what is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

ENDS = "Правительство заявляет, что оно не может согласиться с предложением об отводе войск за линию {}, а"
GOES_ON = "потому считает нужным продолжить переговоры, которые идут уже {} недель и ещё не закончились, и"

HEADS = {
    "misread": ["ПРАВДА", "ПРАВЛА", "ПРАВДА.", "ПРЛВДА"],
    "numbered": ["12 История дипломатии", "История дипломатии 13", "14 Исторня дипломатии"],
    "left and right": [
        "12 ИСТОРИЯ ДИПЛОМАТИИ",
        "ГЛАВА ПЕРВАЯ 13",
        "14 ИСТОРИЯ ДИПЛОМАТИИ",
        "ГЛАВА ПЕРВАЯ 15",
    ],
    "each another": ["12 История мира", "Глава первая. Вена 13", "14 История мира", "Глава вторая. Рим 15"],
    "dated": ["ПРАВДА * 12 мая 1950 г.", "ПРАВДА * 12 мая 1950 г.", "ПРАВДА • 12 мая 1950 г"],
    "newspaper": [
        "5 мая 1950 г., № 125 ПРАВДА 2",
        "5 мая 1950 г., № 125 ПРАBДА 3",
        "5 мая 1950 г. № 125 ПPАВДА 4",
    ],
    "roman": ["Предисловие xii", "Предисловие xiii", "Предисловие xiv"],
}


def _pages(heads: Sequence[str], separator: str, before: str, behind: str) -> str:
    pieces = [ENDS.format("первую")]
    for number, head in enumerate(heads, start=12):
        pieces += [before.format(number), head, behind.format(number), GOES_ON.format(number)]
    return separator.join(piece for piece in [*pieces, "ждёт ответа."] if piece)


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize(
    ("separator", "before", "behind"),
    [
        ("⏎", "", ""),
        ("⏎⏎", "", ""),
        ("⏎", "\f", ""),
        ("⏎⏎", "", "{}"),
        ("⏎⏎", "- {} -", ""),
        ("⏎", "[PAGE {}]", ""),
    ],
)
def test_a_running_head_is_set_aside(
    running: Callable[..., str], heads: Sequence[str], separator: str, before: str, behind: str
) -> None:
    """The sentence goes on over it, whatever marks the page."""
    expected = " ".join([ENDS.format("первую"), *(GOES_ON.format(12 + n) for n in range(len(heads)))])
    assert running(_pages(heads, separator, before, behind)) == f"{expected} ждёт ответа."


def test_the_text_layer_of_a_pdf_loses_its_heads(running: Callable[..., str]) -> None:
    """Each page begins with its head and ends where the page ends."""
    pages = "\f".join(f"{n} ПОСЛЕВОЕННЫЕ ГОДЫ⏎{GOES_ON.format(n)}" for n in range(10, 14))
    assert running(pages) == " ".join(GOES_ON.format(n) for n in range(10, 14))


def test_a_stamp_of_several_lines_is_set_aside(running: Callable[..., str]) -> None:
    """It stands with the number between the pages; in the head of the first it is text."""
    stamp = "СТРОГО СЕКРЕТНО⏎Снятие копий воспрещается"
    pages = f"{stamp}⏎⏎{ENDS.format(1)}⏎⏎{stamp}⏎⏎2⏎⏎{GOES_ON.format(2)}⏎⏎{stamp}⏎⏎3⏎⏎ждёт ответа."
    assert running(pages).endswith(f"{ENDS.format(1)} {GOES_ON.format(2)} ждёт ответа.")


SENTENCE = "Правительство заявляет, что оно не может согласиться с этим."

TEXTS = {
    "refrain": "⏎⏎".join(
        "Он шёл по лесу и думал о своём,⏎Она ждала у окна,⏎Ой, мороз, мороз" for _ in range(5)
    ),
    "refrain of small letters": "⏎".join(
        ["он шёл по лесу", "она ждала", "ой, мороз, мороз", "и снег летел"] * 5
    ),
    "speakers": "⏎".join(["СТАЛИН.", "Что говорит посол", "ЧЖОУ ЭНЬЛАЙ.", "он согласен."] * 4),
    "form": "⏎".join(["Фамилия", "Иванов", "Дата рождения", "1901", "Адрес", "Москва"] * 4),
    "chapters": "⏎⏎".join(f"Глава {n}⏎⏎{SENTENCE}" for n in (1, 2, 3, 4)),
    "chapters on pages": "⏎\f⏎".join(f"Глава {n}⏎⏎{SENTENCE}" for n in ("I", "II", "III", "IV")),
    "chapters in words": "⏎\f⏎".join(
        f"Глава {n}⏎⏎{SENTENCE}⏎\f⏎{SENTENCE}" for n in ("пятая", "шестая", "десятая")
    ),
    "articles": "⏎".join(f"Статья {n}.⏎Стороны уважают друг друга {n} лет." for n in range(1, 8)),
    "list": "⏎".join(f"{n}. {SENTENCE[:-1]} {SENTENCE[:12]}" for n in range(1, 7)),
    "bare list": "⏎".join(f"{n} {SENTENCE[:-1]} {SENTENCE[:12]}" for n in range(1, 7)),
    "list of small letters": "⏎".join(f"{n} {SENTENCE[:-1].lower()}" for n in range(1, 7)),
    "headings": "⏎".join(f"{SENTENCE[:-1]} и ещё раз с этим⏎Статья {n}" for n in range(1, 7)),
    "title": f"ПРАВДА⏎⏎{SENTENCE}",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_repeated_lines_of_text_stay(aside: Callable[[str], list[str]], text: str) -> None:
    """Verse, transcripts, forms and headings repeat themselves."""
    assert aside(text) == []


def test_the_title_stays_where_the_pages_repeat_it(running: Callable[..., str]) -> None:
    """A translation has it too."""
    text = "ЗАПИСКИ ПУТНИКА⏎⏎" + _pages(
        ["Записки путника", "Записки пугника", "Записки путника"], "⏎⏎", "- {} -", ""
    )
    assert running(text).startswith("ЗАПИСКИ ПУТНИКА⏎Правительство")
    assert running(text).casefold().count("записки") == 1
