"""The lists beside the rows: together with the rows they hold every character of the files."""

from __future__ import annotations

from collections.abc import Callable

from align.bitext import Bitext
from align.review import Review
from align.review.lists import lists


def test_a_description_of_the_document_is_listed_once(tiny: Callable[..., Bitext]) -> None:
    """It is in no row; both sides stand in the one file."""
    bitext = tiny()
    [document] = bitext.documents
    described = lists(Review(bitext))["described"]
    assert [one["text"] for one in described] == [
        span.of(document.raw) for span in document.spans("metadata")
    ]
    assert described
    assert "lines 1–2" in described[0]["where"]
