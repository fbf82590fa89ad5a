"""Whether a word's form fits where it stands: government, agreement, and what a tagger expects there.

``load("ru")`` gives the grammar of Russian; other languages have none here. With the ``natasha`` wheel
installed its tagger is used; without it only pymorphy3's dictionary and the rules are.
"""

from __future__ import annotations

from pathlib import Path

from align.lang.lemma import analyzer
from align.ocr.grammar.analysis import AnalysedSentence, Fit, analyse
from align.ocr.grammar.government import Government
from align.ocr.grammar.grammar import Grammar
from align.ocr.grammar.tagger import Tagger
from align.ocr.runtime.word_vectors import slovnet_folder

__all__ = ["AnalysedSentence", "Fit", "Grammar", "analyse", "load"]

_DATA = Path(__file__).parents[1] / "data"


def load(language: str) -> Grammar | None:
    """The grammar of a language, ``None`` where there is none."""
    if language != "ru":
        return None
    folder = slovnet_folder()
    tagger = Tagger.load(folder) if folder is not None else None
    return Grammar.build(analyzer(language), tagger, Government.load(_DATA), _DATA / "tag_frequencies.tsv")
