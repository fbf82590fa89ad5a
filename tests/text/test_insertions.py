"""Editors' insertions in brackets are found with the words around them."""

from __future__ import annotations

import pytest

from align.text.insertions import insertions, inside


def marked(*lines: str) -> list[list[str]]:
    """The insertions of each sentence, as text."""
    return [
        [line[stretch.start : stretch.stop] for stretch in stretches]
        for line, stretches in zip(lines, insertions(lines), strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "insertion"),
    [
        ("TO FILIPPOV [STALIN]", ["[STALIN]"]),
        ("a big war [k bol'shoi voine];", ["[k bol'shoi voine];"]),
        ("Dec[iphered by] Araushkin", ["Dec[iphered by]"]),
        ("CC VKP(b), Moscow", ["VKP(b),"]),
        ("a bracket [ that never closes", []),
        ("closed ] and never opened", []),
    ],
)
def test_an_insertion_goes_with_the_word_it_is_part_of(text: str, insertion: list[str]) -> None:
    """Brackets that open and close are an insertion, a lone one is not."""
    assert marked(text) == [insertion]


def test_an_insertion_may_run_over_two_sentences() -> None:
    """Each sentence gets its own part."""
    assert marked("CC VKP [Central Committee.", "All-Union Party] met.") == [
        ["[Central Committee."],
        ["All-Union Party]"],
    ]


def test_a_place_is_inside_when_it_touches_an_insertion() -> None:
    """A flag on a bracket's word is one on the insertion; a neighbour is not."""
    assert inside((3, 5), [range(4, 9)])
    assert not inside((0, 4), [range(4, 9)])
