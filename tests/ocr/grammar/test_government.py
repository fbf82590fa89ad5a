"""The table of government: which case a preposition takes."""

from __future__ import annotations

from pathlib import Path

import align.ocr
from align.ocr.grammar.government import Government

DATA = Path(align.ocr.__file__).parent / "data"


def test_the_table_agrees_with_grammars() -> None:
    """Prepositions of one case have that case nearly always in the prose they were counted in."""
    government = Government.load(DATA)
    for preposition, case in (("к", "Dat"), ("из", "Gen"), ("для", "Gen"), ("при", "Loc"), ("без", "Gen")):
        assert government.by_preposition[preposition][case] > 0.9
    assert government.by_governor["послать", "в"]["Acc"] > 0.9
