"""Lines that begin like an item of a list, and lines that end before a name."""

from __future__ import annotations

import pytest

from align.text.clean import clean
from align.text.document import Document, Section
from align.text.rules.line_starts import ends_before_name, is_item
from align.text.span import Span

LINE = "Сообщаем, что вчера в Пекине состоялась встреча нашего посла с"


def _lines(raw: str, language: str) -> list[str]:
    document = Document("page.txt", raw, (Section("source", Span(0, len(raw))),))
    return clean(document, "source", language=language).text.text.split("\n")


@pytest.mark.parametrize(
    ("language", "raw"),
    [
        ("ru", f"{LINE}\nт. Мао Цзэ-дуном."),
        ("ru", f"{LINE}\nг. Молотовым и др."),
        ("ru", "Вопрос этот, как говорилось в нашей последней телеграмме и в\nп. 3 протокола, решён."),
        (
            "ru",
            "Вопрос, о котором говорилось в нашей последней телеграмме, — очень\n— как мы знаем — важный.",
        ),
        ("ru", "Решение Правительства будет принято в срок не позднее чем\n15 октября этого года."),
        ("ru", "Встреча прошла в столице и в г.\nМоскве."),
        ("ru", "См. стр.\n12 и далее."),
        ("uk", "Він жив у м.\nКиєві."),
        ("de", "Die Regierung der Sowjetunion habe in Moskau am\n5. Mai 1950 beschlossen, zu warten."),
        ("de", "Der Regierung wurde ein Vorschlag auf der\n2. Konferenz gemacht."),
        ("de", "Darüber berichtete heute\nd. h. gestern die Zeitung."),
        ("fr", "C'était l'avis de M.\nDupont et de Mme\nCurie."),
        ("pl", "Przyszli prof.\nKowalski i dr\nNowak."),
        ("en", "The government of the Soviet Union and its allies\n— as we were told — would not object."),
        ("en", "I have the honour to acknowledge the receipt of your letter of the\n2nd instant."),
        ("en", "He added that Mr.\nSmith and Dr.\nBrown would be there, as would Gen.\nMacArthur."),
        ("en", "The letter was signed in London by the president and by the secretary J.\nSmith."),
    ],
)
def test_a_sentence_goes_on_in_the_next_line(language: str, raw: str) -> None:
    assert _lines(raw, language) == [" ".join(raw.split("\n"))]


@pytest.mark.parametrize(
    ("language", "raw"),
    [
        ("ru", "Купить для дома\n- хлеб\n- молоко\n- соль"),
        ("ru", "Повестка дня\nа) доклад\nб) прения"),
        ("ru", "а. доклад тов. Жданова о положении дел в стране\nб. прения\nв. разное"),
        ("ru", "— Куда?\n— домой,\n— ответ был краток."),
        ("de", "Einkauf\n1. Äpfel\n2. Birnen\n3. Brot"),
        ("en", "Agenda\n1. Report\n2. Vote"),
        ("en", "Points of the agreement, as it was signed by both of the parties:\n2nd floor rooms"),
        ("en", "The End\nMr. Smith left."),
        ("pl", "Koniec\nNowak przyszedł."),
    ],
)
def test_an_item_begins_its_own_line(language: str, raw: str) -> None:
    assert _lines(raw, language) == raw.split("\n")


def test_what_a_line_shows() -> None:
    assert is_item("и)  земля", "к. вода", "ru")
    assert not is_item(LINE, "т. Ким Ир Сеном", "ru")
    assert not ends_before_name("Он пришёл с", "Иваном", "ru")
