"""What a misreading costs before a page is known."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pytest

from align.ocr.looks import by_looks, spared
from align.ocr.prior import SEEN, compelled, counts, engines, of_page, prior, shares


def test_worn_letters_go_one_way():
    """A worn д is taken for л far oftener than л for д; by looks alone it is all one."""
    assert prior().price("д", "л") < prior().price("л", "д") - 1
    assert by_looks().price("д", "л") == by_looks().price("л", "д")


def test_what_no_engine_did_yet_is_as_likely_as_it_looks():
    """Counts take at most their share of an edit's probability, and nothing of untyped letters'."""
    assert all("д" in engine.texts and "ѣ" not in engine.texts for engine in engines())
    dearer = prior().substitute - by_looks().substitute
    assert dearer.max() <= -math.log(1 - SEEN) + 1e-4
    assert np.all(dearer[by_looks().alphabet["ѣ"]] == 0)


@pytest.mark.parametrize("engine", counts())
def test_each_count_moves_a_cost_of_its_own(engine):
    """No row of the table is lost in that of another, or speaks for letters that nobody counted."""
    places = set()
    for row in counts()[engine]:
        channel = compelled() if row.latin else prior()
        table, place = channel.entry(*row.edit)
        assert all(place)
        places.add((id(table), place))
    assert len(places) == len(counts()[engine])


@pytest.mark.parametrize(("reader", "other"), [(0, 1), (1, 0)])
def test_errors_tell_who_read_the_page(reader, other):
    """Ten errors an engine is wont to make show that it was this one, and make its other errors cheaper."""
    own, others = engines()[reader].shares, engines()[other].shares
    told = [edit for edit in own if edit[0] in engines()[other].texts]
    wont = sorted(told, key=lambda edit: others.get(edit, 0.0) / own[edit])
    seen, unseen = wont[:20:2], wont[1:20:2]
    moved = shares(dict.fromkeys(seen, 1.0))
    assert moved[reader] > 2 * moved[other]
    page = of_page(dict.fromkeys(seen, 1.0))
    assert all(page.price(*edit) < prior().price(*edit) for edit in unseen)


def test_an_engine_nobody_counted_is_left_its_looks():
    """Errors that no engine made leave more to what letters look like."""
    letters = "абвгдежзиклмнопрстухцчшщыьэюя"
    unheard = [pair for pair in permutations(letters, 2) if all(pair not in one.shares for one in engines())]
    strange = dict.fromkeys(sorted(unheard, key=lambda pair: by_looks().price(*pair))[:10], 1.0)
    assert sum(shares(strange)) < sum(shares({})) / 2


def test_a_word_in_latin_letters_is_known_by_what_becomes_of_them():
    """Nottingham was read without one letter that looks right to a reader of Cyrillic."""
    read = ["МоЕЕ1павЕт"] * 2
    right, other = compelled().costs(["Nottingham", "Washington"], read)
    assert right < other - 5
    assert right < spared().costs(["Nottingham"], read[:1])[0] - 5
