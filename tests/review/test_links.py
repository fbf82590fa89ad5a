"""Which words translate each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from align.api import open_file
from align.flag import Suggestion
from align.review import Review
from align.review.doubtful_words import as_suggested, with_aligned_words
from align.review.links import MIN_ONE_WAY, MIN_STRENGTH, _segment_ids, _strongest
from align.review.row import Row
from align.review.segments import Segment, segments
from align.text.document import SIDES
from align.text.word_tokens import words_of


def test_a_word_is_found_where_it_stands_whole() -> None:
    """A letter inside another word is not that word; a repeated word is found in order."""
    segments = [Segment(f"s{n}", text, ()) for n, text in enumerate(["яснял ", "я ", "и ", "«Я» "])]
    assert _segment_ids(segments, ("я", "и", "я")) == {0: "s1", 1: "s2", 2: "s3"}


SOURCE = [Segment("s0", "хорошо ", ()), Segment("s7", "внал", (), doubt="f1")]
TARGET = [Segment("t0", "well ", ()), Segment("t5", "aware ", ()), Segment("t11", "38th", ())]
BEST = {"f1": Suggestion("знал", 0.9, {"aligned word": "aware"})}


def test_a_doubtful_word_is_linked_as_its_card_has_it() -> None:
    """The word that the card names, in either direction, and no other."""
    assert [one.text for one in as_suggested(SOURCE, BEST)] == ["хорошо ", "знал"]
    found = with_aligned_words([("s0", "t0"), ("s7", "t11")], (SOURCE, TARGET), BEST)
    assert found == [("s0", "t0"), ("s7", "t5")]
    back = with_aligned_words([("t11", "s7")], (TARGET, SOURCE), BEST)
    assert back == [("t5", "s7")]


def test_a_word_that_the_card_does_not_name_keeps_its_link() -> None:
    """Without evidence of a word, or where the row has no such word any more."""
    links = [("s7", "t11")]
    assert with_aligned_words(links, (SOURCE, TARGET), {"f1": Suggestion("знал", 0.9)}) == links
    assert with_aligned_words(links, (SOURCE, TARGET[:1]), BEST) == links


def test_a_weak_link_is_none() -> None:
    """A word whose best partner has a better one needs more strength."""
    weak, one_way = MIN_STRENGTH - 0.1, MIN_ONE_WAY - 0.1
    assert set(_strongest(np.array([[weak, 0.0], [0.0, MIN_STRENGTH]]))) == {(1, 1)}
    assert set(_strongest(np.array([[one_way, 0.0], [MIN_ONE_WAY + 1, 0.0]]))) == {(1, 0)}


TRANSLATIONS = """
ответ=reply получил=received вопросом=question китайских=chinese китайские=chinese товарищей=comrades
товарищи=comrades внал=aware,knew хорошо=well заявлений=statements армий=armies корейских=korean
параллель=parallel готовность=readiness послать=send войска=troops войск=troops опасность=danger
корев=korea кореи=korea японии=japan япония=japan китая=china дивизий=divisions дивизиях=divisions
войне=war войны=war война=war помощь=assistance врагам=enemies,enemy противник=enemy мира=peace
ссср=ussr условия=terms,conditions плацдарм=springboard если=if онова=again,once военную=military
партии=party,parties стране=country октября=october чжоу=zhou
"""


@pytest.mark.model
def test_linked_words_are_translations(seeds: Path) -> None:
    """Of common words whose translation stands in the row; misread ones among them."""
    [path] = seeds.glob("002*.txt")
    review = Review(open_file(path))
    known = {
        word: set(others.split(",")) for word, others in (one.split("=") for one in TRANSLATIONS.split())
    }
    judged = [
        bool(known[word] & others)
        for row in review.rows
        for word, others, there in _linked_words(review, row)
        if known.get(word, set()) & there
    ]
    assert len(judged) > 40
    assert sum(judged) / len(judged) >= 0.95


def _linked_words(review: Review, row: Row) -> Iterator[tuple[str, set[str], set[str]]]:
    """Each linked source word, the words that it is linked to, all words of the target cell."""
    here = review.doubts.of_row(review.state, row)
    source, target = (
        {
            one.id: set(words_of(one.text.lower()))
            for spans in row.side(side)
            for one in segments(review.state, side, spans, here, words=True)
        }
        for side in SIDES
    )
    there = set[str]().union(*target.values())
    for first, second in review.linked_words(row):
        for word in source.get(first, ()):
            yield word, target.get(second, set()), there
