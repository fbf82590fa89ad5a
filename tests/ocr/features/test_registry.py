"""The registry of feature groups."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from importlib.resources import files
from typing import Any, get_args

import numpy as np
import pytest

from align.embed.encoder import Encoder, load
from align.ocr.decoder import PASSES, DecodingJob, DecodingResult, reranked, with_features
from align.ocr.features import registry
from align.ocr.features.group import FeatureGroup
from align.ocr.features.inputs import FeatureInputs, PassName
from align.ocr.features.matrix import FeatureColumns
from align.ocr.features.registry import GROUPS, group_of, groups_of
from align.ocr.lattice.candidate import OBSERVED
from align.ocr.lm.letters import LetterModel
from align.ocr.lm.printed import LetterModels
from align.ocr.reranker import load as load_reranker
from align.ocr.runtime import resources
from align.ocr.runtime.resources import LanguageResources
from align.ocr.translation import WordEncoder
from tests.ocr.sample import LETTER, HashEncoder, LengthModel, context_of, resources_of

SHIPPED: dict[str, Any] = json.loads(files("align.ocr").joinpath("data/reranker.json").read_text("utf-8"))
STAGES = [
    pytest.param(SHIPPED[kind][stage], stage, id=f"{stage}, {kind}")
    for kind in ("with grammar", "without grammar")
    for stage in ("first", "draft", "final")
]
TRANSLATIONS = (
    "I thought it possible to address you with the question of five Chinese volunteer divisions.",
    "If the enemy crosses the parallel, the USA will turn Korea into their bridgehead.",
    "Should this be feared?",
)
ENGLISH = (
    "I thought it posslble to address you with the question of five Chinese volunteer divisions.",
    "If the enemy crosses the parallel,the USA will turn Korea into thier bridgehead",
    "Should this be feared? i think no.",
)


def test_every_feature_belongs_to_one_group() -> None:
    """Names of groups and of features are distinct, and each feature is found by its name."""
    assert Counter(group.name for group in GROUPS).most_common(1)[0][1] == 1
    features = Counter(feature for group in GROUPS for feature in group.features)
    assert features.most_common(1)[0][1] == 1
    assert all(group_of(feature) is group for group in GROUPS for feature in group.features)
    with pytest.raises(KeyError, match="no_such_feature"):
        group_of("no_such_feature")


def test_every_group_is_computed_in_a_pass_and_has_a_label() -> None:
    """Groups of a pass stand in the order of the registry; a phrase has no field but the aligned word."""
    for group in GROUPS:
        assert group.features
        assert group.label
        assert group.passes
        assert group.passes <= {*get_args(PassName)}
        assert "{" not in group.phrase.replace("{aligned}", "")
    for name in get_args(PassName):
        assert groups_of(name) == tuple(group for group in GROUPS if name in group.passes)


@pytest.mark.parametrize(("weights", "stage"), STAGES)
def test_every_shipped_weight_belongs_to_a_feature_of_its_stage(weights: dict[str, Any], stage: str) -> None:
    """A feature that is weighted has been computed by the pass that the weights score."""
    passes = {"first": ("first", "second"), "draft": ("first", "second", "draft")}
    computed = {
        feature
        for name in passes.get(stage, get_args(PassName))
        for group in groups_of(name)
        for feature in group.features
    }
    assert weights["weights"]
    assert {*weights["weights"], *weights.get("hidden", {})} <= computed


class Recorder:
    """Feature groups that keep what they compute."""

    def __init__(self) -> None:
        self.found: defaultdict[str, list[FeatureColumns]] = defaultdict(list)
        self.groups = tuple(self._recording(group) for group in GROUPS)

    def _recording(self, group: FeatureGroup) -> FeatureGroup:
        def compute(inputs: FeatureInputs) -> FeatureColumns:
            columns = group.compute(inputs)
            self.found[group.name].append(columns)
            _check(columns, group, inputs)
            return columns

        return FeatureGroup(group.name, group.label, group.features, group.passes, compute, group.phrase)


OF_PAGES = {"engine_confidence", "engine_glyphs", "second_reading"}
"""Groups that compute nothing for a text without pages."""


def _check(columns: FeatureColumns, group: FeatureGroup, inputs: FeatureInputs) -> None:
    """Only the group's own features, finite, one number a candidate, 0 for the observed text."""
    assert set(columns.values) <= set(group.features), group.name
    observed = [candidate.rule == OBSERVED for _, candidate in inputs.lattice.candidates]
    for name, values in columns.values.items():
        assert values.shape == (len(inputs.lattice),), name
        assert np.isfinite(values).all(), name
        assert not values[observed].any(), name


def computed(
    monkeypatch: pytest.MonkeyPatch,
    texts: Sequence[str],
    target: Sequence[str],
    known: LanguageResources,
    encoder: Encoder,
) -> dict[str, set[str]]:
    """Name of each group -> the features it computed in any pass over a document."""
    recorder = Recorder()
    monkeypatch.setattr(registry, "GROUPS", recorder.groups)
    job = DecodingJob(texts, context_of(len(texts), target), known, WordEncoder(encoder))
    result: DecodingResult | None = None
    for step in PASSES:
        result = with_features(job, step, result)
        weights = load_reranker(
            step.reranker, "with grammar" if known.grammar is not None else "without grammar"
        )
        result = reranked(job, step, result, weights)
    return {name: set().union(*(one.values for one in found)) for name, found in recorder.found.items()}


def test_groups_compute_their_own_features_alone_with_few_resources(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language with a word list and an n-gram model."""
    words = {"плацдарм": 1e-6, "нужен": 1e-4, "здесь": 1e-4, "в": 3e-2, "корея": 1e-5}
    letters = LetterModel.of(dict.fromkeys(words, 1.0))
    known = resources_of(
        words, language_model=LengthModel(), letters=LetterModels(lambda: letters, lambda: letters)
    )
    texts = ["Пландарм нужен", "здесь вКорея . 38", "нужен Плацдарм."]
    found = computed(monkeypatch, texts, ["Bridgehead needed", "Here Korea 38"], known, HashEncoder())
    absent = {"truecase", "grammar", "cloze", "word_match", "old_print", *OF_PAGES}
    assert {name for name, features in found.items() if not features} == absent
    assert all(found[group.name] == set(group.features) for group in GROUPS if group.name not in absent)


@pytest.mark.model
@pytest.mark.parametrize(
    ("languages", "texts", "target", "absent"),
    [
        (("ru", "en"), LETTER, TRANSLATIONS, {"truecase", "old_print"}),
        (("en", "ru"), ENGLISH, LETTER, {"grammar", "cloze", "word_match"}),
    ],
    ids=["ru", "en"],
)
def test_groups_compute_their_own_features_alone(
    monkeypatch: pytest.MonkeyPatch,
    languages: tuple[str, str],
    texts: Sequence[str],
    target: Sequence[str],
    absent: set[str],
) -> None:
    """All of them, but for those that the language has nothing for."""
    found = computed(monkeypatch, texts, target, resources.load(languages), load())
    assert {name for name, features in found.items() if not features} == absent | OF_PAGES
    computed_here = [group for group in GROUPS if group.name not in absent | OF_PAGES]
    assert all(found[group.name] == set(group.features) for group in computed_here)
