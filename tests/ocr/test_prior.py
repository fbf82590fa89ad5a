"""What a misreading costs before a page is known."""

from __future__ import annotations

import math

import numpy as np

from align.ocr.prior import SEEN, by_looks, compelled, counts, prior, spared


def test_worn_letters_go_one_way():
    """A worn д is taken for л far oftener than л for д; by looks alone it is all one."""
    assert prior().price("д", "л") < prior().price("л", "д") - 1
    assert by_looks().price("д", "л") == by_looks().price("л", "д")


def test_what_no_engine_did_yet_is_as_likely_as_it_looks():
    """Counts take at most their share of an edit's probability, and nothing of untyped letters'."""
    seen = {row.edit[0] for row in counts()}
    assert "д" in seen
    assert "ѣ" not in seen
    dearer = prior().substitute - by_looks().substitute
    assert dearer.max() <= -math.log(1 - SEEN) + 1e-4
    assert np.all(dearer[by_looks().alphabet["ѣ"]] == 0)


def test_each_count_moves_a_cost_of_its_own():
    """No row of the table is lost in that of another, or speaks for letters that nobody counted."""
    places = set()
    for row in counts():
        channel = compelled() if row.latin else prior()
        table, place = channel.entry(*row.edit)
        assert all(place)
        places.add((id(table), place))
    assert len(places) == len(counts())


def test_a_word_in_latin_letters_is_known_by_what_becomes_of_them():
    """Nottingham was read without one letter that looks right to a reader of Cyrillic."""
    read = ["МоЕЕ1павЕт"] * 2
    right, other = compelled().costs(["Nottingham", "Washington"], read)
    assert right < other - 5
    assert right < spared().costs(["Nottingham"], read[:1])[0] - 5
