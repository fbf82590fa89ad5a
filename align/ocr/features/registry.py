"""All feature groups, in the order in which they are computed.

The decoder, the fit of the weights, the ablation, the explanations on the screen and the reference page of
the documentation read this list. A new group is one more entry here; a feature without a fitted weight has
no effect.
"""

from __future__ import annotations

from align.ocr.features import (
    cache_lm,
    channel,
    cloze,
    edit_type,
    edit_type_features,
    engine_doubt,
    grammar,
    lexical,
    name_similarity,
    ngram,
    observed_form,
    observed_letters,
    old_print,
    punctuation_case,
    repetition,
    surroundings,
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
        lexical.FEATURES,
        _BOTH_LATTICES,
        lexical.lexical_features,
    ),
    FeatureGroup(
        "edit_type",
        "this kind of change",
        edit_type_features.FEATURES,
        _BOTH_LATTICES,
        edit_type.edit_type_features,
    ),
    FeatureGroup(
        "letters",
        "how it is spelt",
        observed_letters.FEATURES,
        _BOTH_LATTICES,
        observed_letters.letter_features,
    ),
    FeatureGroup(
        "old_print",
        "how old print spells it",
        old_print.FEATURES,
        _BOTH_LATTICES,
        old_print.old_print_features,
    ),
    FeatureGroup(
        "observed_form",
        "the word as it was read",
        observed_form.FEATURES,
        _BOTH_LATTICES,
        observed_form.form_features,
    ),
    FeatureGroup(
        "surroundings",
        "the page around it",
        surroundings.FEATURES,
        _BOTH_LATTICES,
        surroundings.surrounding_features,
    ),
    FeatureGroup(
        "channel",
        "how likely this misreading is",
        {"channel": "log probability that it is read as the observed text, by the document's channel"},
        _BOTH_LATTICES,
        channel.channel_features,
    ),
    FeatureGroup(
        "ngram",
        "the words beside it",
        {"ngram": "log odds against the observed text, between its neighbours"},
        frozenset(("first", "second", "draft", "final")),
        ngram.ngram_features,
        "fits the words around it",
    ),
    FeatureGroup(
        "ngram_interactions",
        "the words beside it",
        {
            "ngram_observed_known": "`ngram` where the observed word is in a dictionary",
            "ngram_strong": "by how much `ngram` exceeds 7 there, else 0",
        },
        frozenset(("draft", "final")),
        ngram.interactions,
        "fits the words around it",
    ),
    FeatureGroup(
        "truecase",
        "capital or small letter",
        {"truecase": "log probability that its first letter is a capital, or small, as it is"},
        frozenset(("draft",)),
        truecase.truecase_features,
    ),
    FeatureGroup(
        "cache_lm",
        "the rest of the document",
        cache_lm.FEATURES,
        frozenset(("draft",)),
        cache_lm.cache_features,
        "stands elsewhere in the text",
    ),
    FeatureGroup(
        "grammar",
        "its grammatical form",
        {
            "grammar": "how well its form fits government, agreement and the tagger's expectation",
            "grammar_observed_known": "`grammar` where the observed word is in a dictionary",
            "changes_name": "1 where the observed word is tagged as a name",
        },
        frozenset(("draft", "final")),
        grammar.grammar_features,
        "has the right grammatical form",
    ),
    FeatureGroup(
        "name_similarity",
        "a name in the translation",
        {"name_similarity": "similarity (0-1) to the most similar name of the translation"},
        frozenset(("draft",)),
        name_similarity.name_features,
        "is like a name in the translation",
    ),
    FeatureGroup(
        "repetition",
        "the rest of the document",
        {"repeated_unknown": "logarithm of the times that the document has its unknown words"},
        frozenset(("first", "second", "draft")),
        repetition.repetition_features,
    ),
    FeatureGroup(
        "translation",
        TRANSLATION,
        {
            "translation": "how well words of the translation match it, in nats",
            "translation_capital": "1 where its aligned word agrees in capital or small letter, else -1",
        },
        frozenset(("draft",)),
        translation.translation_features,
        "matches “{aligned}” in the translation",
    ),
    FeatureGroup(
        "channel_unadapted",
        "how likely this misreading is",
        {"channel_unadapted": "`channel` before it was adapted to the document"},
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
        {
            "cloze_word": "how well its words fill their gap in the sentence, in nats",
            "cloze_capital": "log probability of its capital or small letter there",
            "cloze_mark": "log probability of the mark behind it",
        },
        frozenset(("final",)),
        cloze.cloze_features,
        "fits the words around it",
    ),
    FeatureGroup(
        "word_match",
        TRANSLATION,
        {"word_match": "how well it matches words of the translation by the word matcher, in nats"},
        frozenset(("final",)),
        word_match.word_match_features,
        "matches “{aligned}” in the translation",
    ),
    FeatureGroup(
        "engine_confidence",
        "the engine itself doubted it",
        engine_doubt.CONFIDENCES,
        _BOTH_LATTICES,
        engine_doubt.confidence_features,
    ),
    FeatureGroup(
        "engine_glyphs",
        "what the engine saw on the page",
        engine_doubt.GLYPHS,
        _BOTH_LATTICES,
        engine_doubt.glyph_features,
        "is what the engine nearly read",
    ),
    FeatureGroup(
        "second_reading",
        "the picture, read again",
        engine_doubt.READINGS,
        _BOTH_LATTICES,
        engine_doubt.reading_features,
        "is what a second reading of the picture gives",
    ),
)


def groups_of(name: PassName) -> tuple[FeatureGroup, ...]:
    """The groups of a pass, in order."""
    return tuple(group for group in GROUPS if name in group.passes)


def group_of(feature: str) -> FeatureGroup:
    """The group that computes a feature; raises ``KeyError`` where none does."""
    return _BY_FEATURE[feature]


_BY_FEATURE = {feature: group for group in GROUPS for feature in group.features}
