"""Sentences of one side -> the probability of each candidate for each token.

The decoder goes over a document four times. Each pass computes the feature groups that the registry names for
it, scores the candidates, and gives the next pass a better hypothesis and a channel
that is adapted to the errors of the document (expectation-maximisation).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from align.embed.encoder import Encoder
from align.ocr import reranker
from align.ocr.candidates.build import build_lattice
from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.candidates.previous_pass import PreviousPass
from align.ocr.candidates.respeller import respeller_of
from align.ocr.channel.adaptation import (
    EMPTY_PROFILE,
    MIN_SLOT_ERROR,
    MIN_SLOT_ERROR_IN_PRINT,
    Profile,
    estimate_profile,
)
from align.ocr.channel.seed import document_confusions
from align.ocr.doubt.token_reading import SentenceReading
from align.ocr.features.channel import channel_scores
from align.ocr.features.inputs import FeatureInputs, PassName
from align.ocr.features.matrix import FeatureColumns, FeatureMatrix, Values
from align.ocr.features.pass_queries import PassQueries
from align.ocr.features.registry import groups_of
from align.ocr.features.span_queries import PRUNE_BELOW
from align.ocr.gate import certain_at_sight, doubted_places
from align.ocr.lattice.candidate import Candidate
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.spelling import OldSpelling
from align.ocr.lattice.suspicious import is_degraded
from align.ocr.lattice.unlikely import unlikely
from align.ocr.reranker import Kind, LogLinearReranker, softmax
from align.ocr.runtime.parallel import nothing
from align.ocr.runtime.resources import LanguageResources
from align.ocr.translation import WordEncoder, word_encoder
from align.ocr.translation.bead_context import TargetContext

MIN_BEST_PROBABILITY = 0.5
"""Probability from which a candidate takes the place of the observed text in the hypothesis."""
CERTAIN_BELOW = 0.015
"""Probability of an error in the first pass below which later passes generate no candidates: of 1,075 errors
found on the development letters none was below it."""
EM_ROUNDS = 2


@dataclass(frozen=True)
class Pass:
    """One pass.

    Attributes:
        name: As the registry of features names it.
        reranker: Name of the weights that score its candidates.
        rebuilds: Whether it builds a new lattice.
        adapts: Whether its probabilities adapt the channel and give a new hypothesis.
    """

    name: PassName
    reranker: str
    rebuilds: bool
    adapts: bool


PASSES = (
    Pass("first", "first", rebuilds=True, adapts=True),
    Pass("second", "first", rebuilds=True, adapts=False),
    Pass("draft", "draft", rebuilds=False, adapts=True),
    Pass("final", "final", rebuilds=False, adapts=False),
)


@dataclass(frozen=True)
class KnownBefore:
    """What is known of sentences before they are decoded.

    Attributes:
        spelling: Of those that are printed in an old one.
        settled: Sentence and position of the tokens that are right whatever the dictionaries have.
        readings: How the engine read the tokens of each sentence; none where there are no pages.
        collection: Errors that the documents of its collection have, in a text of some length.
    """

    spelling: OldSpelling | None = None
    settled: frozenset[tuple[int, int]] = frozenset()
    readings: Sequence[SentenceReading] = ()
    collection: Profile = EMPTY_PROFILE


@dataclass(frozen=True, eq=False)
class DecodingJob:
    """What is decoded: the sentences of one side, their translation, and the resources of their language.

    ``settled``: sentence and position of the tokens that are right whatever the dictionaries have.
    ``confusions``: of the document, by its unknown words alone. ``kind``: of the text, for which there are
    weights of their own. ``weighed``: the features that have weights; others are computed only where it is
    ``None``. ``readings``: how the engine read the tokens of each sentence; none where there are no pages.
    ``collection``: errors of the documents of its collection, the prior of its own.
    """

    texts: Sequence[str]
    context: TargetContext
    resources: LanguageResources
    words: WordEncoder | None = None
    spelling: OldSpelling | None = None
    settled: frozenset[tuple[int, int]] = frozenset()
    confusions: Profile = EMPTY_PROFILE
    kind: Kind = "with grammar"
    weighed: frozenset[str] | None = None
    lookups: dict[LookupQuery, list[str]] = field(default_factory=dict)
    readings: Sequence[SentenceReading] = ()
    collection: Profile = EMPTY_PROFILE


@dataclass(frozen=True, eq=False)
class DecodingResult:
    """What a pass found.

    ``probabilities``: of the candidates, shape ``(n_candidates,)``. ``hypothesis``: the text with the likely
    corrections; ``previous``: that of the pass before. ``profile``: the errors of the document. ``kind``: the
    weights that gave the probabilities.
    """

    lattice: CandidateLattice
    matrix: FeatureMatrix
    probabilities: Values
    hypothesis: Hypothesis
    previous: Hypothesis
    profile: Profile
    kind: Kind = "with grammar"


def decode(
    texts: Sequence[str],
    context: TargetContext,
    resources: LanguageResources,
    encoder: Encoder | None,
    known: KnownBefore = KnownBefore(),
    step_done: Callable[[], None] = nothing,
) -> DecodingResult:
    """Find the probability of each candidate of each slot.

    Args:
        texts: The sentences of one side, as the OCR gave them.
        context: The words of their translation.
        resources: Of the language of the sentences.
        encoder: Gives vectors of single words; without one the translation is not used.
        known: What is known of the sentences beforehand.
        step_done: Is called after each pass.
    """
    words = None if encoder is None else word_encoder(encoder)
    spelling, readings = known.spelling, known.readings
    confusions = document_confusions(texts, resources.lexicon, spelling).joined(known.collection)
    kind, result = kind_of(texts, resources), None
    weights = {step: reranker.load(step.reranker, kind) for step in PASSES}
    weighed = frozenset().union(*(one.weights for one in weights.values()))
    old = frozenset() if spelling is None else spelling.sentences
    certain = certain_at_sight(texts, resources.lexicon, resources.language_model, kind)
    certain -= doubted_places(readings)
    settled = known.settled | {place for place in certain if place[0] not in old}
    job = DecodingJob(
        texts,
        context,
        resources,
        words,
        spelling,
        settled,
        confusions,
        kind,
        weighed,
        readings=readings,
        collection=known.collection,
    )
    for step in PASSES:
        result = reranked(job, step, with_features(job, step, result), weights[step])
        step_done()
    assert result is not None  # noqa: S101 - there are passes
    return result


def kind_of(texts: Sequence[str], resources: LanguageResources) -> Kind:
    """The weights for a text of a language."""
    if resources.grammar is not None:
        return "with grammar"
    return "degraded print" if is_degraded(texts, resources.lexicon) else "without grammar"


def with_features(job: DecodingJob, step: Pass, before: DecodingResult | None) -> DecodingResult:
    """The features of a pass; the probabilities are still those of the pass before."""
    current = _with_new_lattice(job, before) if step.rebuilds or before is None else without_unlikely(before)
    channel = current.profile.seeded_channel if before is None else current.profile.channel
    cloze = job.resources.cloze
    queries = PassQueries(current.lattice, current.hypothesis, current.probabilities, cloze)
    for group in groups_of(step.name):
        if job.weighed is not None and job.weighed.isdisjoint(group.features):
            continue
        inputs = FeatureInputs(
            step.name,
            current.lattice,
            job.resources,
            job.context,
            current.hypothesis,
            current.previous,
            channel,
            queries,
            current.matrix,
            job.words,
            job.confusions,
            job.readings,
        )
        current = replace(current, matrix=current.matrix.updated(group.compute(inputs)))
    return current


def _with_new_lattice(job: DecodingJob, before: DecodingResult | None) -> DecodingResult:
    """A lattice of all tokens, or of those that the pass before left uncertain; nothing is scored yet."""
    if before is None:
        profile = job.confusions
        channel, previous = (
            profile.seeded_channel,
            PreviousPass(certain=job.settled, found=job.lookups, readings=job.readings),
        )
    else:
        profile = before.profile
        channel = before.profile.channel
        certain = certain_tokens(before) | job.settled
        unlikely_ones = unlikely_candidates(before)
        previous = PreviousPass(before.hypothesis.texts, certain, job.lookups, unlikely_ones, job.readings)
    indexes, words = job.resources.indexes, job.context.target_words
    letters = job.resources.letters if job.kind == "degraded print" else None
    respeller = None if letters is None else respeller_of(letters.spelling, channel, indexes.lexicon)
    lattice = build_lattice(job.texts, words, indexes, channel, previous, job.spelling, respeller)
    hypothesis = Hypothesis.observed(lattice) if before is None else before.hypothesis
    unscored = np.zeros(len(lattice))
    return DecodingResult(
        lattice, FeatureMatrix(len(lattice)), unscored, hypothesis, hypothesis, profile, job.kind
    )


def reranked(
    job: DecodingJob, step: Pass, result: DecodingResult, weights: LogLinearReranker
) -> DecodingResult:
    """The result with new probabilities and, where the pass adapts, with a new profile and hypothesis."""
    if not step.adapts:
        probabilities = softmax(weights.score(result.matrix, result.lattice.contested), result.lattice.starts)
        return replace(result, probabilities=probabilities)
    adapted = adapt_channel(job, result, weights)
    hypothesis = best_hypothesis(adapted.lattice, adapted.probabilities)
    return replace(adapted, hypothesis=hypothesis, previous=result.hypothesis)


def adapt_channel(job: DecodingJob, result: DecodingResult, weights: LogLinearReranker) -> DecodingResult:
    """The same with the profile of its likely corrections, and the channel's feature by that profile (EM)."""
    lattice, lexicon = result.lattice, job.resources.lexicon
    matrix, profile = result.matrix, result.profile
    probabilities = softmax(weights.score(matrix, lattice.contested), lattice.starts)
    live = np.flatnonzero(probabilities > PRUNE_BELOW)
    least = MIN_SLOT_ERROR_IN_PRINT if job.kind == "degraded print" else MIN_SLOT_ERROR
    for _ in range(EM_ROUNDS):
        before, found = profile, estimate_profile(lattice, probabilities, profile.channel, least)
        profile = found.joined(job.collection)
        if (profile.edits, profile.typed) == (before.edits, before.typed):
            break  # the same errors give the same channel
        column = matrix["channel"].copy()
        column[live] = channel_scores(lattice, lexicon, profile.channel, live)
        matrix = matrix.updated(FeatureColumns({"channel": column}))
        probabilities = softmax(weights.score(matrix, lattice.contested), lattice.starts)
    return replace(result, matrix=matrix, profile=profile, probabilities=probabilities)


def best_hypothesis(lattice: CandidateLattice, probabilities: Values) -> Hypothesis:
    """The likeliest text of each token; a token that is joined to the one before is empty."""
    texts = [[token.text for token in sentence] for sentence in lattice.sentences]
    for number, slot in enumerate(lattice.slots):
        here = probabilities[lattice.starts[number] : lattice.starts[number + 1]]
        best = slot.candidates[int(here.argmax())]
        if not best.changed or best is slot.candidates[-1] or here.max() < MIN_BEST_PROBABILITY:
            continue
        for at in range(best.start, best.stop):
            texts[slot.sentence][at] = best.text if at == best.start else ""
    return Hypothesis(texts)


def certain_tokens(result: DecodingResult) -> frozenset[tuple[int, int]]:
    """Sentence and position of the tokens whose observed text is almost certainly right."""
    lattice = result.lattice
    errors = 1 - result.probabilities[lattice.starts[:-1]]
    return frozenset(
        (slot.sentence, slot.position)
        for slot, error in zip(lattice.slots, errors.tolist(), strict=True)
        if error < CERTAIN_BELOW
    )


def without_unlikely(result: DecodingResult) -> DecodingResult:
    """The result with its likely candidates alone."""
    kept = ~unlikely(result.lattice, result.probabilities)
    return replace(
        result,
        lattice=result.lattice.taken(kept),
        matrix=result.matrix.taken(np.flatnonzero(kept)),
        probabilities=result.probabilities[kept],
    )


def unlikely_candidates(result: DecodingResult) -> frozenset[tuple[int, Candidate]]:
    """Sentence and candidate of all that are unlikely at every slot where they compete."""
    found: dict[bool, set[tuple[int, Candidate]]] = {True: set(), False: set()}
    left_out = unlikely(result.lattice, result.probabilities).tolist()
    for (slot, candidate), out in zip(result.lattice.candidates, left_out, strict=True):
        found[out].add((slot.sentence, candidate))
    return frozenset(found[True] - found[False])
