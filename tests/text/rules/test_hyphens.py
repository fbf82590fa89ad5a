"""A hyphen at a line's end is weighed against the word that has it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align.lang.frequency import word_frequency
from align.text.clean import clean
from align.text.document import Document, Section
from align.text.span import Span


@pytest.fixture(scope="module")
def closed() -> Callable[[str, str], str]:
    """The running text of a file in a language, with the lists and dictionaries of that language."""

    def draw(raw: str, language: str) -> str:
        text = raw.replace("⏎", "\n")
        document = Document("picture.txt", text, (Section("source", Span(0, len(text))),))
        return clean(document, "source", frequency=word_frequency(language), language=language).text.text

    return draw


@pytest.mark.parametrize(
    ("language", "raw", "text"),
    [
        ("ru", "говорил по-⏎русски из-⏎за", "говорил по-русски из-за"),
        ("ru", "кого-⏎нибудь, кого-⏎либо, Кто-⏎то", "кого-нибудь, кого-либо, Кто-то"),
        ("ru", "юго-⏎восток и вице-⏎президент", "юго-восток и вице-президент"),
        ("ru", "во-⏎первых, еле-⏎еле, премьер-⏎министр", "во-первых, еле-еле, премьер-министр"),
        ("ru", "в Нью-⏎Йорке и Римский-⏎Корсаков", "в Нью-Йорке и Римский-Корсаков"),
        ("ru", "1950-⏎1953 годы, 38-⏎ю, Т-⏎34, 1941–⏎1945", "1950-1953 годы, 38-ю, Т-34, 1941–1945"),
        ("ru", "ген.-⏎майор Штыков", "ген.-майор Штыков"),
        ("ru", "КОММУНИСТИ-⏎ЧЕСКОЙ партии", "КОММУНИСТИЧЕСКОЙ партии"),
        ("ru", "все-⏎гда, по-⏎явился, пра¬⏎вительство", "всегда, появился, правительство"),
        ("ru", "китай-⏎схого и ми-⏎нистрц", "китайсхого и министрц"),
        ("ru", "по¬⏎русски", "по-русски"),
        ("ru", "китай-⏎⏎- 2 -⏎⏎ского посла", "китайского посла"),
        ("ru", "пяти- и шестилетний", "пяти- и шестилетний"),
        ("ru", "он уеха-⏎да вчера", "он уехада вчера"),
        ("ru", "Имен-но он слы-шал пра-вительство", "Именно он слышал правительство"),
        ("ru", "что-бы, так-же, изъ-за, чуть-чуть", "что-бы, так-же, изъ-за, чуть-чуть"),
        ("en", "well-⏎known, twenty-⏎five, self-⏎defence", "well-known, twenty-five, self-defence"),
        ("en", "co-⏎operation, govern-⏎ment", "cooperation, government"),
        ("en", "his co-operation and co-⏎operation", "his co-operation and co-operation"),
        ("en", "the gov-ernment of to-day", "the government of to-day"),
        (
            "de",
            "Sowjet-⏎union, Nord- und Süd, Ein- und Ausgang",
            "Sowjetunion, Nord- und Süd, Ein- und Ausgang",
        ),
        ("fr", "peut-⏎être, gouver-⏎nement, est-⏎il", "peut-être, gouvernement, est-il"),
        ("uk", "Хто-⏎небудь по-⏎бачив по-⏎нашому", "Хто-небудь побачив по-нашому"),
        ("fr", "aujourd'-⏎hui, C'est-⏎à-dire", "aujourd'hui, C'est-à-dire"),
        ("pl", "polsko-⏎-radziecki i biało-⏎-czerwona", "polsko-radziecki i biało-czerwona"),
        ("cs", "česko-⏎-slovenský", "česko-slovenský"),
        ("uk", "з-⏎під, 3-⏎й і 5-⏎та, дво- й тридверний", "з-під, 3-й і 5-та, дво- й тридверний"),
        ("uk", "5-⏎й 6-річний", "5- й 6-річний"),
        ("bg", "г-⏎н Иванов, 1-⏎ви, 5-⏎та", "г-н Иванов, 1-ви, 5-та"),
        ("ru", "пол-⏎Москвы, 3-⏎й, экс-⏎Президент", "пол-Москвы, 3-й, экс-Президент"),
        ("en", "ex-⏎President, non-⏎Communist, T-⏎shirt", "ex-President, non-Communist, T-shirt"),
        ("en", "Lieut.-⏎General, mid-⏎July", "Lieut.-General, mid-July"),
        ("bg", "по-⏎голям, най-⏎добър, по-⏎мощ", "по-голям, най-добър, помощ"),
    ],
)
def test_a_word_keeps_its_own_hyphen(
    closed: Callable[[str, str], str], language: str, raw: str, text: str
) -> None:
    """A word that a line broke loses the hyphen; a compound, a range and a name keep theirs."""
    assert closed(raw, language) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("С е к р е т а р ь подписал", "Секретарь подписал"),
        ("приказ н е м е д л е н н о.", "приказ немедленно."),
        ("Т о в а р и щ у  С т а л и н у", "Товарищу Сталину"),
        ("н е м е д л е н н о и т а й н о", "немедленно и тайно"),
        ("У С С Р", "УССР"),
        ("«М о с к в а»", "«Москва»"),
        ("Д о г о в о р ъ былъ", "Договоръ былъ"),
        ("а б в г", "а б в г"),
        ("A B C D", "A B C D"),
        ("X X X X", "X X X X"),
        ("я и он", "я и он"),
        ("О, я и в", "О, я и в"),
    ],
)
def test_letter_spaced_words_are_closed(closed: Callable[[str, str], str], raw: str, text: str) -> None:
    """Only words are; letters in a list stay apart."""
    assert closed(raw, "ru") == text
