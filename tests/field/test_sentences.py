"""Sentences are cut where a reader cuts them: not at abbreviations, in dialogue, behind a point's number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import align
from align.bitext import Bitext

Field = Callable[[str], Path]
Rows = Callable[[Bitext], list[tuple[str, str]]]

pytestmark = pytest.mark.model


def aligned(source: str, target: str, language: str = "ru") -> Bitext:
    """A text with its English translation."""
    return align.align_texts(source, target, source_language=language, target_language="en")


def kinds(bitext: Bitext) -> list[str]:
    """The kinds of all flags."""
    return [flag.kind for flag in bitext.flags]


def test_abbreviations_and_points_stay_with_their_sentence(field: Field, rows: Rows) -> None:
    """«и т. д.» is whole, and each point has its number."""
    folder = field("12-points-and-etc")
    found = align.align_files(folder / "source.txt", folder / "target.txt")
    assert [source for source, _ in rows(found)] == [
        "Договор «О связи, почте и т. д. Общие условия» вступил в силу осенью.",
        "Политбюро постановило:",
        "1. Принять предложение.",
        "2. Поручить тов. Громыко ответить.",
    ]
    assert not found.flags


def test_a_dash_of_dialogue_stays_with_its_sentence(field: Field, rows: Rows) -> None:
    """Three beads, and nothing is corrected."""
    folder = field("20-direct-speech")
    found = align.align_files(folder / "source.txt", folder / "target.txt")
    assert rows(found) == [
        ("«Когда придёт ответ?» — спросил Сталин.", "“When will the answer come?” Stalin asked."),
        ("«Где войска?» — повторил Ким.", "“Where are the troops?” Kim repeated."),
        ("— Идёмте! — крикнул Петров.", "“Let us go!” Petrov shouted."),
    ]
    assert not found.flags
    assert found.correct(0.0) == (folder / "source.txt").read_text(encoding="utf-8")


def test_a_sentence_begins_behind_the_name_of_a_speaker(field: Field) -> None:
    """Neither the colon nor the capital behind it is doubted."""
    folder = field("20b-transcript-colon")
    found = align.align_files(folder / "source.txt", folder / "target.txt")
    assert [bead.type for bead in found.alignment] == ["1-1"] * 5
    assert not found.flags


DIALOGUES = {
    "dashes": (
        "— Куда вы идёте? — спросил офицер. — Домой, — ответил солдат.",
        "“Where are you going?” the officer asked. “Home,” the soldier answered.",
        2,
    ),
    "a narrator with a capital": (
        "— Стойте! — Он поднял руку. «Почему?» — удивился Пак.",
        "“Stop!” He raised his hand. “Why?” Pak wondered.",
        3,
    ),
    "a horizontal bar": (
        "― Где письмо? ― спросил Мао. ― На столе, ― ответил секретарь.",
        "“Where is the letter?” Mao asked. “On the table,” the secretary replied.",
        2,
    ),
    "names of two words": (
        "«Вы согласны?» — спросил Мао Цзэдун. «Да!» — воскликнул Ким Ир Сен.",
        "“Do you agree?” Mao Zedong asked. “Yes!” Kim Il Sung exclaimed.",
        2,
    ),
    "a title before the name": (
        "«Когда начнём?» — спросил товарищ Ким. «Завтра», — сказал генерал.",
        '"When do we begin?" Comrade Kim asked. "Tomorrow," said the general.',
        2,
    ),
}


@pytest.mark.parametrize("name", DIALOGUES)
def test_dialogues_are_whole(name: str, rows: Rows) -> None:
    """As many beads as there are utterances with their narrator; no dash ends a sentence or is doubted."""
    source, target, count = DIALOGUES[name]
    found = aligned(source, target)
    assert len(rows(found)) == count, rows(found)
    assert not [text for pair in rows(found) for text in pair if text.endswith(("—", "―"))]
    assert "ocr.stray-mark" not in kinds(found)


TRANSCRIPTS = {
    "a title": ("Тов. Молотов: Спасибо, хорошо.", "Com. Molotov: Thank you, fine."),
    "initials": ("В. М. Молотов: Нет, спасибо.", "V. M. Molotov: No, thank you."),
    "a gentleman": ("Г-н Ачесон: Мы согласны.", "Mr. Acheson: We agree."),
    "an office": ("Председатель: Слово имеет посол.", "Chairman: The ambassador has the floor."),
    "question": ("Вопрос: Кто вам писал?", "Question: Who wrote to you?"),
    "one letter": ("В: Где вы были?", "Q: Where were you?"),
    "a role in brackets": ("СТАЛИН (смеётся): Хорошо.", "STALIN (laughs): Good."),
}


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_speakers_belong_to_what_they_say(name: str, rows: Rows) -> None:
    """One bead, without a doubt of the colon or of the capital behind it."""
    source, target = TRANSCRIPTS[name]
    first = "СТАЛИН: Как здоровье товарища Кима?", "STALIN: How is Comrade Kim's health?"
    found = aligned(f"{first[0]}\n{source}\n", f"{first[1]}\n{target}\n")
    assert rows(found) == [first, (source, target)]
    assert not found.flags


def test_a_misread_name_of_a_speaker_is_still_doubted() -> None:
    """The name before the colon is read like any other text."""
    found = aligned("Предселатель: Слово имеет посол.", "Chairman: The ambassador has the floor.")
    assert [flag.text for flag in found.flags] == ["Предселатель"]


POINTS = {
    "small letters": (
        "Решено: 1. принять предложение; 2. поручить послу ответить.",
        "It was decided: 1. to accept the proposal; 2. to instruct the ambassador to reply.",
        3,
    ),
    "Roman numerals": (
        "Повестка дня: I. О положении в Корее. II. О положении в Китае.",
        "Agenda: I. On the situation in Korea. II. On the situation in China.",
        3,
    ),
    "letters": (
        "ЦК решил: а) одобрить доклад; б) отозвать посла.",
        "The CC decided: a) to approve the report; b) to recall the ambassador.",
        3,
    ),
    "brackets on both sides": (
        "Просим: (1) прислать самолёты; (2) прислать пушки.",
        "We ask: (1) to send aircraft; (2) to send guns.",
        3,
    ),
}


@pytest.mark.parametrize("name", POINTS)
def test_points_have_their_numbers(name: str, rows: Rows) -> None:
    """Each point is a bead, its number at its beginning on both sides."""
    source, target, count = POINTS[name]
    found = rows(aligned(source, target))
    assert len(found) == count, found
    assert all(pair[side][0] in "123I(абab" for pair in found[1:] for side in (0, 1))


def test_a_heading_in_capitals_is_one(rows: Rows) -> None:
    """Whatever stops and initials it has."""
    heading = "ЗАПИСЬ БЕСЕДЫ И. В. СТАЛИНА С ТОВ. ЧЖОУ ЭНЬЛАЕМ. 20 АВГУСТА 1952 Г. МОСКВА"
    english = "RECORD OF A CONVERSATION OF J. V. STALIN WITH COM. ZHOU ENLAI. 20 AUGUST 1952. MOSCOW"
    text, translation = "Посол вручил ноту министру.", "The ambassador handed the note to the minister."
    found = aligned(f"{heading}\n\n{text}\n", f"{english}\n\n{translation}\n")
    assert rows(found) == [(heading, english), (text, translation)]


def test_a_telegram_in_capitals_is_cut(rows: Rows) -> None:
    """A text in capitals that ends with a stop is no heading."""
    found = rows(aligned("НОТА ВРУЧЕНА. ОТВЕТА НЕТ.", "THE NOTE HAS BEEN DELIVERED. THERE IS NO ANSWER."))
    assert [source for source, _ in found] == ["НОТА ВРУЧЕНА.", "ОТВЕТА НЕТ."]
