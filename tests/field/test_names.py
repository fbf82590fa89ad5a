"""Names that the translation writes in its own letters are right as they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import align

pytestmark = pytest.mark.model


def test_names_become_latin(field: Callable[[str], Path]) -> None:
    """No flag, and the file stays as it is."""
    folder = field("21-names-become-latin")
    bitext = align.align_files(folder / "source.txt", folder / "target.txt")
    assert not bitext.flags
    assert bitext.correct(min_confidence=0.0) == (folder / "source.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("МАО прибыл в Москву.", "MAO arrived in Moscow."),
        ("Товарищ Тома и товарищ Коста уехали.", "Comrade Toma and Comrade Kosta left."),
        ("Оратор Маркос назвал Тору и Амату.", "The speaker Markos named Tora and Amata."),
        ("НАТО и СЕАТО не ответили.", "NATO and SEATO did not answer."),
        ("Мехта говорил с Тукао о Кеме.", "Mehta spoke with Tukao about Kem."),
        ("Роман Руденко и Вера Орехова молчали.", "Roman Rudenko and Vera Orekhova were silent."),
    ],
)
def test_a_name_in_look_alike_letters_stays(source: str, target: str) -> None:
    """Letters of both alphabets that look alike are no reason to change a name's alphabet."""
    bitext = align.align_texts(source, target)
    assert bitext.correct(min_confidence=0.0) == source


def test_a_latin_name_read_as_cyrillic_letters_is_still_found() -> None:
    """What is no transcription of the name is one that the OCR read in the wrong alphabet."""
    source = "Об этом сообщила газета Аuагdиаn, а потом и телеканал Рох №м$."
    target = "This was reported by the newspaper Guardian, and later by the channel Fox News."
    bitext = align.align_texts(source, target)
    assert any(flag.side == "source" and "Рох" in flag.text for flag in bitext.flags)
