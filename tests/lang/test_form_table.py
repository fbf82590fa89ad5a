"""Forms and their numbers in shared arrays."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang.form_table import FormTable, form_arrays

FORMS = st.lists(st.text(max_size=6), unique=True, max_size=60)


def table(forms: list[str]) -> FormTable:
    return FormTable.of({**form_arrays(forms), "values": np.arange(len(forms)) / 2})


@given(FORMS, st.lists(st.text(max_size=6), max_size=20))
def test_it_is_the_mapping_that_it_was_made_of(forms: list[str], others: list[str]) -> None:
    """In its order; what was not given is not there."""
    made, expected = table(forms), {form: number / 2 for number, form in enumerate(forms)}
    assert dict(made) == expected
    assert list(made) == forms
    assert [made.get(other) for other in others] == [expected.get(other) for other in others]


def test_a_form_that_is_not_there_is_a_key_error() -> None:
    """As in any mapping."""
    with pytest.raises(KeyError, match="нет"):
        table(["да"])["нет"]


def test_forms_above_a_number() -> None:
    """Of the forms 0, .5, 1: those above .4."""
    assert table(["а", "б", "в"]).above(0.4) == {"б": 0.5, "в": 1.0}
