"""An excerpt against a whole text: the part that belongs is found, the rest is one stretch on either end."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import align

pytestmark = pytest.mark.model

PAIRS = (
    ("Посол вручил ноту министру.", "The ambassador handed the note to the minister."),
    ("Переговоры продолжались до вечера.", "The talks went on until evening."),
    ("Дождь шёл третий день подряд.", "It had been raining for three days."),
    ("Поезд из Москвы опоздал на два часа.", "The train from Moscow was two hours late."),
    ("Врач осмотрел раненых солдат.", "The doctor examined the wounded soldiers."),
    ("На складе не осталось муки.", "There was no flour left in the store."),
    ("Дети играли во дворе школы.", "The children played in the school yard."),
    ("Газета напечатала речь президента.", "The newspaper printed the president's speech."),
    ("Завод получил новые станки.", "The plant received new machine tools."),
    ("Мост через реку был разрушен.", "The bridge over the river was destroyed."),
    ("Учительница читала вслух письмо.", "The teacher was reading a letter aloud."),
    ("Цены на хлеб снова выросли.", "The price of bread rose again."),
    ("Корабль вошёл в гавань ночью.", "The ship entered the harbour at night."),
    ("Суд отложил заседание до понедельника.", "The court adjourned until Monday."),
    ("Шахтёры объявили забастовку.", "The miners went on strike."),
    ("Старик продал последнюю корову.", "The old man sold his last cow."),
)


def joined(side: int, pairs: Sequence[tuple[str, str]]) -> str:
    """One side of some pairs as running text."""
    return " ".join(pair[side] for pair in pairs)


@pytest.mark.parametrize(
    ("side", "excerpt"),
    [
        (side, part)
        for side in ("source", "target")
        for part in (range(2), range(7, 9), range(5, 10), range(14, 16))
    ],
    ids=str,
)
def test_an_excerpt_is_found_and_the_rest_passed_by(excerpt: range, side: str) -> None:
    """Of either side; one flag before and one behind it, each with the number of sentences."""
    part = PAIRS[excerpt.start : excerpt.stop]
    texts = (PAIRS, part) if side == "source" else (part, PAIRS)
    found = align.align_texts(joined(0, texts[0]), joined(1, texts[1]))
    pairs = [bead for bead in found.alignment if bead.source and bead.target]
    whole = [at for bead in pairs for at in (bead.source if side == "source" else bead.target)]
    assert whole == list(excerpt)
    counts = [count for count in (excerpt.start, len(PAIRS) - excerpt.stop) if count]
    flags = [flag for flag in found.flags if flag.kind in ("check.omission", "check.addition")]
    assert [flag.side for flag in flags] == [side] * len(counts)
    assert all(f"{count} sentences" in flag.reason for count, flag in zip(counts, flags, strict=True))
    assert not found.notes


def test_a_passage_of_several_to_one_that_moved() -> None:
    """One flag; no omission, no addition; each sentence knows its partner."""
    source = [one for one, _ in PAIRS[:12]]
    target = [other for _, other in PAIRS[:12]]
    source[3:5] = ["Поезд из Москвы опоздал на два часа, и врач не успел осмотреть раненых солдат."]
    target[4] = "So the doctor had no time to examine the wounded soldiers."
    moved = [*target[:2], *target[6:10], *target[2:6], *target[10:]]
    found = align.align_texts(" ".join(source), " ".join(moved))
    [flag] = [flag for flag in found.flags if not flag.kind.startswith("ocr.")]
    assert flag.kind == "layout.crossing"
    [crossing] = found.alignment.crossings
    assert crossing.places in ("sentences 3-5 stand at 7-10", "sentences 6-9 stand at 3-6")
