"""Words that lost the space between them, one of them rare or misread."""

from __future__ import annotations

import pytest

from tests.ocr.sample import lattice_of, resources_of

FREQUENT = ("в", "с", "и", "но", "он", "за", "что", "на")
WORDS = dict.fromkeys(FREQUENT, 1e-2) | {"тихо": 1e-4, "может": 1e-3, "быть": 1e-3, "или": 1e-3}
RARE = dict.fromkeys(("приветом", "тюрьме", "деспотия", "схватив", "поспешно", "углу", "рельсах"), 1e-7)


def printed(text: str, *, old: bool = False) -> set[str]:
    """What the page may print at the first token of a text."""
    lattice = lattice_of(text, resources_of(WORDS | RARE), old=old)
    return {candidate.printed_text for candidate in lattice.slots[0].candidates}


@pytest.mark.parametrize(
    ("observed", "typed"),
    [
        ("Сприветом", "С приветом"),
        ("идеспотия", "и деспотия"),
        ("нарельсах,", "на рельсах,"),
        ("углу,тихо", "углу, тихо"),
        ("Лондонъ;тихо", "Лондонъ; тихо"),
        ("ппи,может", "или, может"),
    ],
)
def test_one_of_the_joined_words_may_be_rare_unknown_or_misread(observed: str, typed: str) -> None:
    """A frequent word beside it, or a mark between them, shows where the space was."""
    assert typed in printed(observed)


@pytest.mark.parametrize(
    ("observed", "typed"),
    [
        ("ветюрьме", "въ тюрьме"),
        ("схвативеза", "схвативъ за"),
        ("онепоспешно", "онъ поспешно"),
        ("илн,можете-быть", "или, можете-быть"),
    ],
)
def test_the_hard_sign_between_joined_words_may_be_misread(observed: str, typed: str) -> None:
    """On a page of before 1918."""
    assert typed in printed(observed, old=True)


def test_two_rare_words_are_not_taken_apart() -> None:
    """Any long word would be some pair of them."""
    assert "тюрьме деспотия" not in printed("тюрьмедеспотия")
