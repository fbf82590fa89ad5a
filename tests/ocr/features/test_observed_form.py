"""The form of observed tokens, and the tokens around them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from align.lang.lexicon import Lexicon
from align.ocr.features.observed_form import MEASURES, Observed, form_features, measured
from align.ocr.features.surroundings import surrounding_features
from align.ocr.lm.letters import LetterModel
from align.ocr.lm.printed import LetterModels
from align.text.token import parse
from tests.ocr.sample import inputs_of, lattice_of, resources_of


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("Ка", "observed_upper", 0.5),
        ("оТо", "observed_inner_capital", 1),
        ("ОТО", "observed_inner_capital", 0),
        ("19З0", "observed_digit", 1),
        ("1930", "observed_digit", 0),
        ("t^be", "observed_inner_marks", 1),
        ("d'or", "observed_inner_marks", 0),
        ("■|", "observed_debris", 2),
        ("■|", "observed_wordless", 1),
        ("ту-", "observed_broken", 1),
        ("-", "observed_broken", 0),
        ("end.", "observed_stop", 1),
        ("«end,»", "observed_comma", 1),
    ],
)
def test_measures_of_a_token(text: str, measure: str, value: float) -> None:
    """Each is what its docstring says."""
    assert MEASURES[measure](Observed(parse(text), Lexicon("ru", {}), 1, 0, 0.0)) == value


def test_form_is_the_same_for_all_changes_of_a_token() -> None:
    """And 0 for the observed text."""
    resources = resources_of({"дом": 1e-3, "том": 1e-3}, "ru")
    lattice = lattice_of("дон дом", resources)
    columns = form_features(inputs_of(lattice, resources, "first")).values
    start, stop = lattice.starts[:2]
    assert np.unique(columns["observed_length"][start + 1 : stop]).tolist() == [3]
    assert not any(values[lattice.starts[:-1]].any() for values in columns.values())


def test_errors_around_a_token_show_in_its_surroundings() -> None:
    """The same word stands among known words, and among unknown ones."""
    words = {"the": 1e-2, "house": 1e-3, "of": 1e-2, "men": 1e-4}
    letters = LetterModel.of(dict.fromkeys(words, 1.0))
    resources = replace(resources_of(words, "en"), letters=LetterModels(lambda: letters, lambda: letters))
    good_line, bad_line = "the house of men of the house", "tqe hcusc xf mcn ot tke nouse"
    lattice = lattice_of([good_line, good_line, bad_line, bad_line], resources)
    columns = surrounding_features(inputs_of(lattice, resources, "first")).values
    last = [int(lattice.starts[number + 1]) - 1 for number in (6, 21)]
    good, bad = (columns["near_known"][row] for row in last)
    assert good > bad
    assert len(np.unique(columns["page_known"][np.array(last)])) == 1


def test_a_word_of_earlier_spelling_is_known_by_that_of_today() -> None:
    """A misread one, and one of today, are no variants."""
    words = {"have": 1e-3, "never": 1e-3, "said": 1e-3}
    resources = resources_of(words, "en")
    lattice = lattice_of("neuer haue tbe said", resources)
    variants = measured(lattice, resources.lexicon)["observed_variant"]
    assert variants.tolist() == pytest.approx([6.0, 6.0, 0.0, 0.0])
