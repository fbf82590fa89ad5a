"""Terms translated as the glossary wants."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from align.check.term import Term, read_glossary
from align.errors import InputError

Marked = Callable[..., list[str]]


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.tsv"
    path.write_text(
        "source\ttarget\tforbidden\n# army\nдобровольческая дивизия\tvolunteer division\n"
        "союзник\tally|allied power\tfriend\n\t\tcomrade\n",
        encoding="utf-8",
    )
    return path


def test_a_table_holds_terms_renderings_and_forbidden_words(terms: Path) -> None:
    """Heading and notes are left out; ``|`` stands between several."""
    assert read_glossary(terms) == (
        Term("добровольческая дивизия", ("volunteer division",), ()),
        Term("союзник", ("ally", "allied power"), ("friend",)),
        Term("", (), ("comrade",)),
    )


def test_a_term_in_any_form_wants_its_rendering_in_any_form(marked: Marked, terms: Path) -> None:
    """Cases and plurals are seen through, in terms of several words too."""
    good = ("О добровольческих дивизиях союзников.", "On the volunteer divisions of the allies.")
    assert marked(good, glossary=terms) == []
    bad = ("О добровольческих дивизиях.", "On the brigades of volunteers.")
    assert marked(bad, glossary=terms) == ["glossary: добровольческих дивизиях"]


def test_forbidden_words_are_marked_where_the_term_stands_or_everywhere(marked: Marked, terms: Path) -> None:
    """With a source term only against it; without one always."""
    assert marked(("Наш союзник.", "Our ally and friend."), glossary=terms) == ["glossary: friend"]
    assert marked(("Наш друг.", "Our friend."), glossary=terms) == []
    assert marked(("Мои друзья.", "My comrades."), glossary=terms) == ["glossary: comrades"]


def test_a_line_that_is_no_term_is_named(tmp_path: Path) -> None:
    """File, line and what was expected."""
    path = tmp_path / "terms.tsv"
    path.write_text("союзник\tally\nпросто слово\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: expected a term"):
        read_glossary(path)
