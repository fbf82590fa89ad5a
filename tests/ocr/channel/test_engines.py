"""What a misreading costs before a document is known, by engine."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pytest

from align.ocr.channel.engines import (
    COUNTS_WEIGHT,
    engines,
    foreign_script_channel,
    misread_counts,
    mixture_channel,
    mixture_weights,
    prior_channel,
)
from align.ocr.channel.glyphs import error_conditioned_channel, glyph_channel


def test_degraded_letters_are_misread_in_one_direction() -> None:
    """A degraded д is read as л far oftener than л as д; by glyph similarity alone both cost the same."""
    assert prior_channel().edit_cost("д", "л") < prior_channel().edit_cost("л", "д") - 1
    assert glyph_channel().edit_cost("д", "л") == glyph_channel().edit_cost("л", "д")


def test_an_edit_that_no_engine_made_is_as_likely_as_its_glyphs_are_similar() -> None:
    """Counts take at most their share of an edit's probability, and nothing of letters not counted."""
    assert all("д" in engine.typed_texts and "ґ" not in engine.typed_texts for engine in engines())
    dearer = prior_channel().substitute - glyph_channel().substitute
    assert dearer.max() <= -math.log(1 - COUNTS_WEIGHT) + 1e-4
    assert np.all(dearer[glyph_channel().alphabet["ґ"]] == 0)


@pytest.mark.parametrize("engine", misread_counts())
def test_each_count_moves_a_cost_of_its_own(engine: str) -> None:
    """No row of the table is lost in that of another, or changes the cost of letters not counted."""
    places = set()
    for row in misread_counts()[engine]:
        channel = foreign_script_channel() if row.latin else prior_channel()
        table, place = channel.cell(*row.edit)
        assert all(place)
        places.add((id(table), place))
    assert len(places) == len(misread_counts()[engine])


@pytest.mark.parametrize(("reader", "other"), [(0, 1), (1, 0)])
def test_errors_identify_the_engine(reader: int, other: int) -> None:
    """Ten errors typical of an engine raise its weight, and make its other errors cheaper."""
    own, others = engines()[reader].probabilities, engines()[other].probabilities
    counted = [edit for edit in own if edit[0] in engines()[other].typed_texts]
    typical = sorted(counted, key=lambda edit: others.get(edit, 0.0) / own[edit])
    seen, unseen = typical[:20:2], typical[1:20:2]
    weights = mixture_weights(dict.fromkeys(seen, 1.0))
    assert weights[reader] > 2 * weights[other]
    channel = mixture_channel(dict.fromkeys(seen, 1.0))
    assert all(channel.edit_cost(*edit) < prior_channel().edit_cost(*edit) for edit in unseen)


def test_errors_of_no_counted_engine_leave_more_to_the_glyphs() -> None:
    """Edits that no engine made lower the weights of all engines."""
    letters = "абвгдежзиклмнопрстухцчшщыьэюя"
    uncounted = [
        pair for pair in permutations(letters, 2) if all(pair not in one.probabilities for one in engines())
    ]
    strange = dict.fromkeys(sorted(uncounted, key=lambda pair: glyph_channel().edit_cost(*pair))[:20], 1.0)
    assert sum(mixture_weights(strange)) < sum(mixture_weights({})) / 2


def test_a_word_in_latin_letters_is_scored_by_counts_of_misread_latin() -> None:
    """Nottingham was read without one letter that is similar to one of Cyrillic."""
    read = ["МоЕЕ1павЕт"] * 2
    right, other = foreign_script_channel().costs(["Nottingham", "Washington"], read)
    assert right < other - 5
    assert right < error_conditioned_channel().costs(["Nottingham"], read[:1])[0] - 5


def test_every_letter_of_another_alphabet_is_misread() -> None:
    """ABC read as АВС had to be misread in every letter: that costs next to nothing, a lost letter a lot."""
    foreign, prior = foreign_script_channel(), prior_channel()
    assert foreign.costs(["ABC"], ["АВС"])[0] < 5 < prior.costs(["ABC"], ["АВС"])[0]
    whole, part = foreign.costs(["MSNBC", "NBC"], ["М$МВС", "М$МВС"])
    assert whole < part
