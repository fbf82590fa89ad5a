"""Texts that do not belong together are said to be unrelated, and translations are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import align
from align.alignment.likeness import NOTE
from align.render import to_text

pytestmark = pytest.mark.model

TELEGRAM = (
    "Посол вручил ноту министру. Переговоры продолжались до вечера. Стороны условились встретиться вновь "
    "через неделю. Погода стояла холодная."
)
TRANSLATION = (
    "The ambassador handed the note to the minister. The talks went on until evening. The parties agreed to "
    "meet again in a week. The weather was cold."
)
OTHERS = {
    "rules of a club": "The committee shall elect its officers. Quorum is one third. Minutes are public.",
    "a recipe": "Peel the potatoes and boil them. Add two onions. Serve with butter and dill.",
    "a nature note": "Bees sleep in winter. The hive stays warm. In April they fly out for the first time.",
}


def test_unrelated_texts_are_doubted_with_a_note(field: Callable[[str], Path]) -> None:
    """Every bead, and one line."""
    folder = field("16-unrelated")
    found = align.align_files(folder / "source.txt", folder / "target.txt")
    assert all(bead.doubtful for bead in found.alignment)
    assert found.notes == (NOTE,)
    assert NOTE in to_text(found)


@pytest.mark.parametrize("name", OTHERS)
def test_other_unrelated_texts(name: str) -> None:
    """No bead is sure, and nothing is called an omission."""
    found = align.align_texts(TELEGRAM, OTHERS[name])
    assert NOTE in found.notes
    assert all(bead.doubtful for bead in found.alignment)
    assert not [flag for flag in found.flags if flag.kind.startswith("check.")]


def test_a_translation_is_not() -> None:
    """Nor is an excerpt of it, or one of which the beginning only is translated."""
    for source, target in (
        (TELEGRAM, TRANSLATION),
        (TELEGRAM, "The talks went on until evening. The parties agreed to meet again in a week."),
        ("Кошка спит на окне. " + TELEGRAM, TRANSLATION),
    ):
        assert not align.align_texts(source, target).notes


def test_a_speech_in_languages_the_encoder_does_not_know_is_not(data: Path) -> None:
    """Czech and Norwegian: a note says so, and names encoders that know both."""
    folder = data / "align-dev" / "obama-cs-no"
    if not folder.is_dir():
        pytest.skip("the development data have no obama-cs-no")
    czech, norwegian = ((folder / f"{side}.txt").read_text(encoding="utf-8") for side in ("source", "target"))
    found = align.align_texts(czech, norwegian, source_language="cs", target_language="no")
    assert NOTE not in found.notes
    assert "the encoder embedded does not know cs and no" in found.notes[-1]
    assert "sentence-transformers/LaBSE" in to_text(found)
