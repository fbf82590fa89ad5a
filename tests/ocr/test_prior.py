"""What a misreading costs before a page is known."""

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


def test_worn_letters_go_one_way():
    """A worn д is taken for л far oftener than л for д; by looks alone it is all one."""
    assert prior_channel().edit_cost("д", "л") < prior_channel().edit_cost("л", "д") - 1
    assert glyph_channel().edit_cost("д", "л") == glyph_channel().edit_cost("л", "д")


def test_what_no_engine_did_yet_is_as_likely_as_it_looks():
    """Counts take at most their share of an edit's probability, and nothing of untyped letters'."""
    assert all("д" in engine.typed_texts and "ѣ" not in engine.typed_texts for engine in engines())
    dearer = prior_channel().substitute - glyph_channel().substitute
    assert dearer.max() <= -math.log(1 - COUNTS_WEIGHT) + 1e-4
    assert np.all(dearer[glyph_channel().alphabet["ѣ"]] == 0)


@pytest.mark.parametrize("engine", misread_counts())
def test_each_count_moves_a_cost_of_its_own(engine):
    """No row of the table is lost in that of another, or speaks for letters that nobody counted."""
    places = set()
    for row in misread_counts()[engine]:
        channel = foreign_script_channel() if row.latin else prior_channel()
        table, place = channel.cell(*row.edit)
        assert all(place)
        places.add((id(table), place))
    assert len(places) == len(misread_counts()[engine])


@pytest.mark.parametrize(("reader", "other"), [(0, 1), (1, 0)])
def test_errors_tell_who_read_the_page(reader, other):
    """Ten errors an engine is wont to make show that it was this one, and make its other errors cheaper."""
    own, others = engines()[reader].probabilities, engines()[other].probabilities
    told = [edit for edit in own if edit[0] in engines()[other].typed_texts]
    wont = sorted(told, key=lambda edit: others.get(edit, 0.0) / own[edit])
    seen, unseen = wont[:20:2], wont[1:20:2]
    moved = mixture_weights(dict.fromkeys(seen, 1.0))
    assert moved[reader] > 2 * moved[other]
    page = mixture_channel(dict.fromkeys(seen, 1.0))
    assert all(page.edit_cost(*edit) < prior_channel().edit_cost(*edit) for edit in unseen)


def test_an_engine_nobody_counted_is_left_its_looks():
    """Errors that no engine made leave more to what letters look like."""
    letters = "абвгдежзиклмнопрстухцчшщыьэюя"
    unheard = [
        pair for pair in permutations(letters, 2) if all(pair not in one.probabilities for one in engines())
    ]
    strange = dict.fromkeys(sorted(unheard, key=lambda pair: glyph_channel().edit_cost(*pair))[:10], 1.0)
    assert sum(mixture_weights(strange)) < sum(mixture_weights({})) / 2


def test_a_word_in_latin_letters_is_known_by_what_becomes_of_them():
    """Nottingham was read without one letter that looks right to a reader of Cyrillic."""
    read = ["МоЕЕ1павЕт"] * 2
    right, other = foreign_script_channel().costs(["Nottingham", "Washington"], read)
    assert right < other - 5
    assert right < error_conditioned_channel().costs(["Nottingham"], read[:1])[0] - 5
