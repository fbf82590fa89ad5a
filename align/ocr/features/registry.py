"""All feature groups, in the order in which they are computed.

The decoder, the fit of the weights, the ablation, the evidence on the screen and the reference page of the
documentation read this list. A new group is one more entry here, and a fit of the weights.
"""

from __future__ import annotations

from align.ocr.features import (
    cache_lm,
    channel,
    cloze,
    edit_type,
    grammar,
    lexical,
    name_similarity,
    ngram,
    punctuation_case,
    repetition,
    translation,
    truecase,
    word_match,
)
from align.ocr.features.group import FeatureGroup
from align.ocr.features.inputs import PassName

_BOTH_LATTICES = frozenset[PassName](("first", "second"))

TRANSLATION = "the translation"
"""The label of the groups that compare a candidate with words of its translation."""

GROUPS: tuple[FeatureGroup, ...] = (
    FeatureGroup(
        "lexical",
        "words the dictionary knows",
        tuple(lexical.MEASURES),
        _BOTH_LATTICES,
        lexical.lexical_features,
    ),
    FeatureGroup(
        "edit_type",
        "this kind of change",
        edit_type.FEATURES,
        _BOTH_LATTICES,
        edit_type.edit_type_features,
    ),
    FeatureGroup(
        "channel",
        "letters that look alike",
        ("channel",),
        _BOTH_LATTICES,
        channel.channel_features,
    ),
    FeatureGroup(
        "ngram",
        "the words beside it",
        ("ngram",),
        frozenset(("first", "second", "draft", "final")),
        ngram.ngram_features,
        "its neighbours expect it",
    ),
    FeatureGroup(
        "ngram_interactions",
        "the words beside it",
        ("ngram_observed_known", "ngram_strong"),
        frozenset(("draft", "final")),
        ngram.interactions,
        "its neighbours expect it",
    ),
    FeatureGroup(
        "truecase",
        "capital or small letter",
        ("truecase",),
        frozenset(("draft",)),
        truecase.truecase_features,
    ),
    FeatureGroup(
        "cache_lm",
        "the rest of the document",
        cache_lm.FEATURES,
        frozenset(("draft",)),
        cache_lm.cache_features,
        "the document has it elsewhere",
    ),
    FeatureGroup(
        "grammar",
        "its grammatical form",
        ("grammar", "grammar_observed_known", "changes_name"),
        frozenset(("draft", "final")),
        grammar.grammar_features,
        "the form fits its neighbours better",
    ),
    FeatureGroup(
        "name_similarity",
        "a name in the translation",
        ("name_similarity",),
        frozenset(("draft",)),
        name_similarity.name_features,
        "the translation has a name like it",
    ),
    FeatureGroup(
        "repetition",
        "the rest of the document",
        ("repeated_unknown",),
        frozenset(("first", "second", "draft")),
        repetition.repetition_features,
    ),
    FeatureGroup(
        "translation",
        TRANSLATION,
        ("translation", "translation_capital"),
        frozenset(("draft",)),
        translation.translation_features,
        "the translation says “{aligned}”",
    ),
    FeatureGroup(
        "channel_unadapted",
        "letters that look alike",
        ("channel_unadapted",),
        frozenset(("final",)),
        channel.unadapted_channel_features,
    ),
    FeatureGroup(
        "punctuation_case",
        "the punctuation around it",
        punctuation_case.FEATURES,
        frozenset(("final",)),
        punctuation_case.punctuation_features,
    ),
    FeatureGroup(
        "cloze",
        "the whole sentence",
        ("cloze_word", "cloze_capital", "cloze_mark"),
        frozenset(("final",)),
        cloze.cloze_features,
        "its neighbours expect it",
    ),
    FeatureGroup(
        "word_match",
        TRANSLATION,
        ("word_match",),
        frozenset(("final",)),
        word_match.word_match_features,
        "the translation says “{aligned}”",
    ),
)


def groups_of(name: PassName) -> tuple[FeatureGroup, ...]:
    """The groups of a pass, in order."""
    return tuple(group for group in GROUPS if name in group.passes)


def group_of(feature: str) -> FeatureGroup:
    """The group that computes a feature; raises ``KeyError`` where none does."""
    return _BY_FEATURE[feature]


_BY_FEATURE = {feature: group for group in GROUPS for feature in group.features}
