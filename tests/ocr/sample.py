"""Sentences, lattices and inputs of feature groups that a test makes up."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.alignment.bead import Alignment, Bead
from align.flag import Flag
from align.lang.lexicon import Lexicon
from align.lang.ru.old_form import in_old_spelling
from align.lang.ru.orthography import known_modern, readings
from align.ocr.candidates.build import build_lattice
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.candidates.previous_pass import PreviousPass
from align.ocr.channel.engines import prior_channel
from align.ocr.detect import SearchedSide, find_flags
from align.ocr.features.inputs import FeatureInputs, PassName
from align.ocr.features.matrix import FeatureMatrix, Values
from align.ocr.features.pass_queries import PassQueries
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.spelling import OldSpelling
from align.ocr.lm import SpanInContext
from align.ocr.runtime.resources import LanguageResources
from align.ocr.search_config import OcrConfig
from align.ocr.translation import WordEncoder
from align.ocr.translation.bead_context import TargetContext
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText

LETTER = (
    "Я считал возможным обратиться к Вам с вопросом о пяти китайских добровольческих дивизиях.",
    "Если противник перейдет параллель, США превратят Корею в свой пландарм.",
    "Следует ли этого бояться?",
)
"""Three sentences with one error: плацдарм was read as пландарм."""
UNCERTAIN = 0.1
"""A probability of the observed text that makes every slot uncertain."""


class HashEncoder:
    """Words of one meaning have one vector; every other word has a direction of its own.

    ``meanings``: the number of the meaning of a word. ``calls``: the texts of each call.
    """

    name = "fake"
    sha256 = "0" * 64

    def __init__(self, meanings: Mapping[str, int] | None = None) -> None:
        self.meanings = meanings or {}
        self.calls: list[list[str]] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows, shape ``(len(texts), 4096)``."""
        self.calls.append(list(texts))
        rows = np.zeros((len(texts), 4096), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                own = 100 + int(hashlib.sha256(word.encode()).hexdigest(), 16) % 3996
                row[self.meanings.get(word, own)] += 1
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


class LengthModel:
    """A language model to which every word token of a text costs one nat."""

    def log_probabilities(self, queries: Sequence[SpanInContext]) -> NDArray[np.float64]:
        """Shape ``(len(queries),)``."""
        return -np.array([float(len(query.words)) for query in queries])

    def of_sentences(self, sentences: Sequence[Sequence[str]]) -> list[NDArray[np.float64]]:
        """For each sentence the shape ``(len(sentence),)``."""
        return [-np.ones(len(sentence)) for sentence in sentences]


def resources_of(
    words: Mapping[str, float], language: str = "ru", *, known: Lexicon | None = None, **models: Any
) -> LanguageResources:
    """The resources of a language with these words (fraction of all words) and these models alone."""
    lexicon = known or Lexicon(language, words)
    languages = (language, "ru" if language == "en" else "en")
    bare = LanguageResources(languages, FormIndexes(lexicon), None, None, None, None)
    return replace(bare, **models)


def lattice_of(
    texts: str | Sequence[str],
    resources: LanguageResources,
    target: Sequence[str] = (),
    previous: PreviousPass | None = None,
    *,
    old: bool = False,
) -> CandidateLattice:
    """The lattice of a sentence or several.

    ``target``: for each the text of its translation. ``old``: whether they are spelt as before 1918.
    """
    sentences = [texts] if isinstance(texts, str) else texts
    words = context_of(len(sentences), target).target_words
    spelling = old_spelling(resources.lexicon, len(sentences)) if old else None
    return build_lattice(sentences, words, resources.indexes, prior_channel(), previous, spelling)


def old_spelling(lexicon: Lexicon, count: int = 1) -> OldSpelling:
    """The spelling of before 1918 in so many sentences of a page that prints no ѣ."""
    today = partial(known_modern, knows=lexicon.knows)
    return OldSpelling(frozenset(range(count)), "іъ", readings, today, in_old_spelling)


def context_of(count: int, target: Sequence[str] = ()) -> TargetContext:
    """A bead for each sentence; sentences beyond ``target`` have no translation."""
    texts = [*target, *[""] * (count - len(target))]
    return TargetContext([tuple(text.split()) for text in texts], range(count), texts)


def inputs_of(
    lattice: CandidateLattice,
    resources: LanguageResources,
    name: PassName = "draft",
    *,
    probabilities: float | Values = UNCERTAIN,
    target: Sequence[str] = (),
    hypothesis: Hypothesis | None = None,
    previous: Hypothesis | None = None,
    matrix: FeatureMatrix | None = None,
    words: WordEncoder | None = None,
) -> FeatureInputs:
    """What a feature group may read: by default the observed text, and nothing computed so far."""
    given = np.broadcast_to(np.asarray(probabilities, np.float64), len(lattice)).copy()
    hypothesis = hypothesis or Hypothesis.observed(lattice)
    return FeatureInputs(
        name,
        lattice,
        resources,
        context_of(len(lattice.sentences), target),
        hypothesis,
        previous or hypothesis,
        prior_channel(),
        PassQueries(lattice, hypothesis, given, resources.cloze),
        matrix or FeatureMatrix(len(lattice)),
        words,
    )


def by_text(
    lattice: CandidateLattice, columns: Mapping[str, Values], sentence: int = 0
) -> dict[str, dict[str, float]]:
    """Text of each changed candidate of a sentence -> its features by name.

    ``UNPROPOSED`` stands for the candidate that no rule generated.
    """
    return {
        UNPROPOSED if candidate.rule == UNPROPOSED else candidate.text: {
            name: float(values[row]) for name, values in columns.items()
        }
        for row, (slot, candidate) in enumerate(lattice.candidates)
        if candidate.changed and slot.sentence == sentence and slot.position == candidate.start
    }


def row_of(lattice: CandidateLattice, text: str) -> int:
    """The row of the first changed candidate of one token that has this text."""
    return next(
        row
        for row, (_, candidate) in enumerate(lattice.candidates)
        if candidate.text == text and candidate.changed and candidate.stop - candidate.start == 1
    )


def sentences_of(*texts: str) -> tuple[Sentence, ...]:
    """Sentences one after another in a raw file, a newline between them."""
    found, at = [], 0
    for index, text in enumerate(texts):
        raw = " " * at + text
        found.append(Sentence(index, TracedText.of(raw, Span(at, at + len(text)))))
        at += len(text) + 1
    return tuple(found)


def one_for_one(source: int, target: int) -> Alignment:
    """A bead for each pair of sentences; the rest of the source is left unaligned."""
    paired = min(source, target)
    beads = [Bead(range(i, i + 1), range(i, i + 1), None, 1.0) for i in range(paired)]
    beads += [Bead(range(i, i + 1), range(target, target), None, 1.0) for i in range(paired, source)]
    return Alignment(tuple(beads), source, target)


def source_flags(
    source: Sequence[str],
    target: Sequence[str] = (),
    languages: tuple[str, str] = ("ru", "en"),
    config: OcrConfig = OcrConfig(),
) -> list[Flag]:
    """The flags on the source, without an encoder."""
    original = SearchedSide(sentences_of(*source), languages[0])
    translation = SearchedSide(sentences_of(*target), languages[1])
    alignment = one_for_one(len(source), len(target))
    flags = find_flags(original, translation, alignment, None, config=config)
    return [flag for flag in flags if flag.side == "source"]
