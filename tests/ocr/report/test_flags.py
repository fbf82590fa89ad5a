"""Which places are flagged, by the probabilities of their candidates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from align.flag import Flag
from align.lang.lexicon import Lexicon
from align.ocr.channel.adaptation import EMPTY_PROFILE, Profile
from align.ocr.decoder import DecodingResult
from align.ocr.features.matrix import FeatureMatrix
from align.ocr.features.registry import TRANSLATION
from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED, Candidate
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.slot import Slot
from align.ocr.report.flags import ALIGNED_WORD, FlagMaker
from align.ocr.reranker import LogLinearReranker
from align.text.token import tokenize
from tests.ocr.sample import sentences_of

TEXT = "пландарм -на"
LATTICE = CandidateLattice(
    [tokenize(TEXT)],
    (
        Slot(
            0,
            0,
            (
                Candidate(0, 1, "пландарм", OBSERVED),
                Candidate(0, 1, "плацдарм", "letters"),
                Candidate(0, 1, "", UNPROPOSED),
            ),
        ),
        Slot(
            0,
            1,
            (
                Candidate(1, 2, "-на", OBSERVED),
                Candidate(0, 2, "плацдарм-на", "join"),
                Candidate(1, 2, "на", "marks"),
                Candidate(1, 2, "-на", UNPROPOSED),
            ),
        ),
    ),
)
LEXICON = Lexicon("ru", {"на": 1e-2, "плацдарм": 1e-6})
CERTAIN = (1.0, 0.0, 0.0, 0.0)


def flags(
    first: Sequence[float],
    second: Sequence[float],
    *,
    weights: dict[str, float] | None = None,
    features: dict[str, float] | None = None,
    aligned_words: dict[int, str] | None = None,
    profile: Profile = EMPTY_PROFILE,
    other_language: str = "en",
) -> dict[str, Flag]:
    """By its text each flag where the candidates of the two slots have these probabilities.

    ``features``: of плацдарм; ``weights``: of these features.
    """
    columns = {name: np.array([0, value, *[0.0] * 5]) for name, value in (features or {}).items()}
    matrix = FeatureMatrix(len(LATTICE), columns, aligned_words or {})
    hypothesis = Hypothesis.observed(LATTICE)
    result = DecodingResult(LATTICE, matrix, np.array([*first, *second]), hypothesis, hypothesis, profile)
    maker = FlagMaker(
        result, sentences_of(TEXT), "source", LEXICON, LogLinearReranker.linear(weights or {}), other_language
    )
    return {flag.text: flag for flag in maker.flags(0.5)}


def test_a_slot_beside_a_flagged_one_is_flagged_for_its_own_error() -> None:
    """The candidates that join it to its neighbour are out; the others share what is left."""
    found = flags((0.05, 0.9, 0.05), (0.1, 0.3, 0.2, 0.4))
    assert list(found) == ["пландарм", "-на"]
    assert found["-на"].confidence == pytest.approx(1 - 0.1 / 0.7)
    assert [suggestion.text for suggestion in found["-на"].suggestions] == ["на"]


def test_an_error_that_a_flag_beside_it_settles_is_not_flagged() -> None:
    """No two flags stand over one token, and none for a join alone that cannot be."""
    assert list(flags((0.05, 0.9, 0.05), (0.1, 0.85, 0.02, 0.03))) == ["пландарм"]
    assert list(flags((0.2, 0.7, 0.1), (0.05, 0.9, 0.03, 0.02))) == [TEXT]


def test_a_suggestion_shows_what_contributes_to_its_score() -> None:
    """By the label of the group, the largest first."""
    [flag] = flags(
        (0.1, 0.85, 0.05),
        CERTAIN,
        weights={"channel": 2.0, "ngram": 1.0, "grammar": 1.0},
        features={"channel": -1.5, "ngram": 4.0, "grammar": 0.01},
    ).values()
    evidence = flag.suggestions[0].evidence
    assert list(evidence.items()) == [("the words beside it", 4.0), ("how likely this misreading is", -3.0)]


@pytest.mark.parametrize("word", ["the", "of", "With"])
def test_a_function_word_of_the_translation_supports_nothing(word: str) -> None:
    """It stands beside any word; only its contribution to the score is kept."""
    [flag] = flags(
        (0.1, 0.85, 0.05),
        CERTAIN,
        weights={"translation": 1.0},
        features={"translation": 3.0},
        aligned_words={1: word},
    ).values()
    assert flag.suggestions[0].evidence == {TRANSLATION: 3.0}
    assert f"“{word}”" not in flag.reason


def test_a_language_whose_words_are_not_counted_has_no_function_words() -> None:
    """Each aligned word is shown."""
    [flag] = flags(
        (0.1, 0.85, 0.05),
        CERTAIN,
        weights={"translation": 1.0},
        features={"translation": 3.0},
        aligned_words={1: "la"},
        other_language="und",
    ).values()
    assert "“la”" in flag.reason


@pytest.mark.parametrize(("weight", "shown"), [(1.0, True), (0.2, False), (-1.0, False), (0.0, False)])
def test_the_aligned_word_is_shown_where_the_translation_supports(weight: float, shown: bool) -> None:  # noqa: FBT001
    """In the evidence and in the reason; elsewhere it would mislead."""
    [flag] = flags(
        (0.1, 0.85, 0.05),
        CERTAIN,
        weights={"translation": weight},
        features={"translation": 3.0},
        aligned_words={1: "bridgehead"},
    ).values()
    evidence = flag.suggestions[0].evidence
    assert evidence.get(ALIGNED_WORD) == ("bridgehead" if shown else None)
    assert evidence.get(TRANSLATION, 0.0) == pytest.approx(3 * weight)
    assert ("bridgehead" in flag.reason) == shown


def test_without_an_aligned_word_none_is_shown() -> None:
    """The contribution of the translation stays."""
    [flag] = flags(
        (0.1, 0.85, 0.05), CERTAIN, weights={"translation": 1.0}, features={"translation": 3.0}
    ).values()
    assert flag.suggestions[0].evidence == {TRANSLATION: 3.0}
    assert "translation" not in flag.reason


@pytest.mark.parametrize(("count", "named"), [(1.0, False), (2.0, True)])
def test_a_reason_names_a_misreading_that_the_document_has_several_times(count: float, named: bool) -> None:  # noqa: FBT001
    """ц was read as н elsewhere too."""
    profile = Profile({("ц", "н"): count}, {"ц": 10.0})
    [flag] = flags((0.1, 0.85, 0.05), CERTAIN, profile=profile).values()
    assert ("ц is misread as н elsewhere, too" in flag.reason) == named


def test_a_slot_without_a_likely_candidate_is_flagged_without_a_suggestion() -> None:
    """Where only texts that no rule generated are likely, there is still a doubt."""
    lattice = CandidateLattice(
        [tokenize("зкх")],
        (Slot(0, 0, (Candidate(0, 1, "зкх", OBSERVED), Candidate(0, 1, "зкх", UNPROPOSED))),),
    )
    hypothesis = Hypothesis.observed(lattice)
    result = DecodingResult(
        lattice, FeatureMatrix(2), np.array([0.1, 0.9]), hypothesis, hypothesis, EMPTY_PROFILE
    )
    maker = FlagMaker(result, sentences_of("зкх"), "target", LEXICON, LogLinearReranker.linear({}), "en")
    [flag] = maker.flags(0.5)
    assert (flag.side, flag.text, flag.suggestions) == ("target", "зкх", ())
    assert flag.reason == "«зкх» is not a word of this language, and no better reading was found."


@pytest.mark.parametrize("rule", ["delete", "space", "letters"])
def test_an_unlikely_candidate_is_no_suggestion(rule: str) -> None:
    """Below a tenth of the doubt it is not shown, and the flag has neither its kind nor its marks."""
    texts = {"delete": "", "space": "з кх,", "letters": "звк,"}
    candidates = (
        Candidate(0, 1, "зкх,", OBSERVED),
        Candidate(0, 1, texts[rule], rule),
        Candidate(0, 1, "зкх,", UNPROPOSED),
    )
    lattice = CandidateLattice([tokenize("зкх,")], (Slot(0, 0, candidates),))
    hypothesis = Hypothesis.observed(lattice)
    shares = np.array([0.1, 0.08, 0.82])
    result = DecodingResult(lattice, FeatureMatrix(3), shares, hypothesis, hypothesis, EMPTY_PROFILE)
    maker = FlagMaker(result, sentences_of("зкх,"), "target", LEXICON, LogLinearReranker.linear({}), "en")
    [flag] = maker.flags(0.5)
    assert (flag.text, flag.kind, flag.suggestions) == ("зкх", "ocr.unknown-word", ())
    assert flag.reason == "«зкх» is not a word of this language, and no better reading was found."


def test_known_words_without_their_spaces_are_suggested_however_unlikely() -> None:
    """No other text explains a token that is nothing but words."""
    words = {"вручил": 1e-5, "ноту": 1e-5}
    candidates = (
        Candidate(0, 1, "вручилноту", OBSERVED),
        Candidate(0, 1, "вручил ноту", "space"),
        Candidate(0, 1, "вручилноту", UNPROPOSED),
    )
    lattice = CandidateLattice([tokenize("вручилноту")], (Slot(0, 0, candidates),))
    hypothesis = Hypothesis.observed(lattice)
    shares = np.array([0.1, 0.01, 0.89])
    result = DecodingResult(lattice, FeatureMatrix(3), shares, hypothesis, hypothesis, EMPTY_PROFILE)
    lexicon = Lexicon("ru", words)
    maker = FlagMaker(
        result, sentences_of("вручилноту"), "target", lexicon, LogLinearReranker.linear({}), "en"
    )
    [flag] = maker.flags(0.5)
    assert [one.text for one in flag.suggestions] == ["вручил ноту"]
