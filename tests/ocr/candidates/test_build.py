"""The builder of the lattice: what earlier passes found, old spelling, names that both sides have."""

from __future__ import annotations

from align.ocr.candidates.previous_pass import PreviousPass
from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED
from align.ocr.lattice.lattice import CandidateLattice
from tests.ocr.sample import lattice_of, resources_of

WORDS = {"союзник": 1e-5, "будет": 1e-3, "в": 3e-2, "положе": 1e-8, "положение": 1e-4}


def texts(lattice: CandidateLattice, slot: int) -> set[str]:
    """The texts of all candidates of a slot."""
    return {candidate.text for candidate in lattice.slots[slot].candidates}


def test_each_slot_begins_with_the_observed_text_and_ends_with_any_other() -> None:
    """The rules stand between them; a candidate that joins two tokens competes at both."""
    lattice = lattice_of("положе ние будет", resources_of(WORDS))
    assert [slot.position for slot in lattice.slots] == [0, 1, 2]
    for slot in lattice.slots:
        assert slot.candidates[0].rule == OBSERVED
        assert slot.candidates[-1].rule == UNPROPOSED
        assert sum(candidate.rule in (OBSERVED, UNPROPOSED) for candidate in slot.candidates) == 2
    joined = [one for one in lattice.slots[0].candidates if one.stop == 2 and one.text == "положение"]
    assert joined
    assert joined[0] in lattice.slots[1].candidates


def test_a_respelt_word_keeps_its_place() -> None:
    """The place of a token is that of the text as it stands, in whatever spelling it is looked up."""
    resources = resources_of({"мир": 1e-4, "место": 1e-4})
    lattice = lattice_of("миръ мѣсто,", resources, old=True)
    first, second = lattice.sentences[0]
    assert (first.core, first.start, first.stop) == ("мир", 0, 4)
    assert (second.core, second.trail, second.start, second.stop) == ("место", ",", 5, 11)


def test_old_spelling_is_that_of_print_and_of_todays_words() -> None:
    """The dictionary has «мир»; the channel compares «миръ» with what was read."""
    lattice = lattice_of("мпръ", resources_of({"мир": 1e-4, "пир": 1e-5}), old=True)
    pairs = dict(zip([one.text for _, one in lattice.candidates], lattice.printed_pairs, strict=True))
    assert pairs["мир"] == ("миръ", "мпръ")
    assert pairs["пир"] == ("пиръ", "мпръ")


def test_todays_spelling_is_printed_as_it_is() -> None:
    """Only an old page has two spellings of one word."""
    lattice = lattice_of("мпр", resources_of({"мир": 1e-4}))
    assert ("мир", "мпр") in lattice.printed_pairs


def test_words_of_the_document_are_candidates_from_further_away() -> None:
    """плащары is three letters off плацдарм, which the document has elsewhere."""
    resources = resources_of({**WORDS, "плацдарм": 1e-7})
    lattice = lattice_of("плащары", resources, previous=PreviousPass([["плацдарм"]]))
    assert "плацдарм" in texts(lattice, 0)


def test_certain_tokens_get_no_candidates() -> None:
    """A word that an earlier pass left certain keeps its own text; its neighbour keeps its candidates."""
    previous = PreviousPass([["совзник", "будет"]], frozenset([(0, 1)]))
    lattice = lattice_of("совзник будет", resources_of(WORDS), previous=previous)
    assert [candidate.text for candidate in lattice.slots[1].candidates] == ["будет"]
    assert "союзник" in texts(lattice, 0)


def test_a_query_is_looked_up_once_for_all_passes() -> None:
    """What was found stays with the passes that follow, whatever was found."""
    previous = PreviousPass()
    lattice_of("совзник", resources_of(WORDS), previous=previous)
    [query] = [query for query in previous.found if query.text == "совзник"]
    assert previous.found[query] == ["союзник"]
    previous.found[query] = []
    assert "союзник" not in texts(lattice_of("совзник", resources_of(WORDS), previous=previous), 0)


def test_a_name_that_the_translation_has_is_not_changed() -> None:
    """Only its marks may be others."""
    cores = {
        text.strip('.,:;!?»")(«') for text in texts(lattice_of("Тайвана", resources_of(WORDS), ["Taiwan"]), 0)
    }
    assert cores == {"Тайвана"}
