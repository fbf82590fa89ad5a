"""The law of ``correct``: clean text stays as it is, and a broken word that is corrected is whole.

    LAW_EXAMPLES=50000 python -m pytest tests/field/test_law.py

The sentences are drawn and read in batches, since most of the cost of a run is the same for one sentence and
for fifty.
"""

from __future__ import annotations

import os
import re
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import align
from align.check.registry import CHECKS
from align.check.run import CheckConfig
from align.config import Config
from align.embed.cache import CachedEncoder
from align.embed.encoder import load
from align.ocr.search_config import OcrConfig
from tests.field.clean_pages import Pair, broken, pages

pytestmark = pytest.mark.model

EXAMPLES = int(os.environ.get("LAW_EXAMPLES", "2000"))
"""Sentences that each law is tried on."""

BATCH = 50
LAW = settings(
    max_examples=max(EXAMPLES // BATCH, 1),
    deadline=None,
    database=None,
    derandomize=EXAMPLES == 2000,  # the suite tries the same ones each time
    phases=[Phase.generate],  # a page takes seconds, and the message names what was changed
    suppress_health_check=list(HealthCheck),
)
EVERY_FLAG = Config(
    source_language="ru",
    target_language="en",
    check=CheckConfig(frozenset(CHECKS)),
    ocr=OcrConfig(min_confidence=0.0),
)
LINE_END = re.compile(r"\r\n|\n")
BREAK = re.compile(r"(?<=\w)[-¬](?=\r\n|\n)|\u00ad")
"""The hyphen of a broken word."""


@cache
def _encoder() -> CachedEncoder:
    """The real encoder, which keeps what it encoded."""
    return CachedEncoder(load("embedded"))


def _read(source: str, target: str) -> align.Bitext:
    return align.align_texts(source, target, config=EVERY_FLAG, encoder=_encoder())


@LAW
@given(page=pages(BATCH))
def test_clean_text_stays(page: Pair) -> None:
    """Nothing is changed at any threshold, whatever the code points, dashes, names and designations."""
    bitext = _read(*page)
    assert [(change.old, change.new, change.confidence) for change in bitext.corrections(0.0)] == []
    assert bitext.correct(0.0) == page[0]


@LAW
@given(sentences=st.lists(broken(), min_size=BATCH, max_size=BATCH))
def test_a_broken_word_that_is_corrected_is_whole(sentences: list[str]) -> None:
    """The new word stands in one piece, its hyphen is gone, every page number is still there.

    The line end inside a word that ends its line goes with the hyphen. The original is read alone: as many
    words are corrected as with the translation, in half the time.
    """
    source = "\n\n".join(sentences)
    bitext = align.align_texts(source, config=EVERY_FLAG)
    changes, text = bitext.corrections(0.0), bitext.correct(0.0)
    whole = [
        change for change in changes if BREAK.search(source[change.spans[0].start : change.spans[-1].stop])
    ]
    assert all(change.new in text for change in whole)
    assert len(BREAK.findall(text)) <= len(BREAK.findall(source)) - len(whole)
    assert len(LINE_END.findall(text)) >= len(LINE_END.findall(source)) - len(whole)
    assert text.count("- 2 -") == source.count("- 2 -")
