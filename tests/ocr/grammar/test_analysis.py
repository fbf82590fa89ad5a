"""Whether a form fits where it stands."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from align.ocr import grammar
from align.ocr.grammar import Fit, Grammar, analyse
from align.text.word_tokens import word_tokens


@pytest.fixture(scope="module")
def tagged() -> Grammar:
    """The grammar of Russian with its tagger."""
    loaded = grammar.load("ru")
    assert loaded is not None
    assert loaded.tagger is not None
    return loaded


@pytest.fixture(scope="module")
def rules() -> Grammar:
    """The same with the dictionary and the table of government alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grammar, "slovnet_folder", lambda: None)
        loaded = grammar.load("ru")
    assert loaded is not None
    assert loaded.tagger is None
    return loaded


def fits(model: Grammar, text: str, candidates: str) -> Mapping[str, Fit]:
    """How each candidate fits in the place of the word behind * in the text, the best first."""
    words = word_tokens(text.replace("*", ""))
    index = len(word_tokens(text.split("*", maxsplit=1)[0]))
    [sentence] = analyse(model, [words], [[index]])
    found = {word: sentence.fit(index, word) for word in candidates.split()}
    return dict(sorted(found.items(), key=lambda one: -one[1].score))


CASES = [
    ("Я считал возможным обратиться *в Вам с вопросом", "к в о"),
    ("в случае новой войны в связи *о корейскими событиями", "с о по"),
    ("готовность товарищей послать войска в *Корев", "Корею Корее Кореи Корея"),
    (
        "Япония, силы которой еще не *восстановлени, не в состоянии",
        "восстановлены восстановлена восстановлен",
    ),
    ("для завтрашней милитаристической *Японик.", "Японии Японию Япония"),
    ("без серьезной *борьби и без новой демонстрации", "борьбы борьба борьбу"),
]
"""A text, and candidates of which the first fits best."""


@pytest.mark.model
@pytest.mark.parametrize(("text", "candidates"), CASES)
def test_the_form_that_fits_comes_first(tagged: Grammar, text: str, candidates: str) -> None:
    """Government, agreement and direction choose among the forms of a word."""
    assert next(iter(fits(tagged, text, candidates))) == candidates.split(maxsplit=1)[0]


@pytest.mark.parametrize(("text", "candidates"), CASES[:2])
def test_rules_alone_find_the_preposition(rules: Grammar, text: str, candidates: str) -> None:
    """The dictionary and the table of government need no tagger."""
    assert next(iter(fits(rules, text, candidates))) == candidates.split(maxsplit=1)[0]


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("о посылке войск в *Корев, я считал", "Корею Корее"),
        ("принимал участие в этой *войнн", "войне войну"),
        ("после вступления в *партив", "партию партии"),
        ("он послал дело в *Корев", "Корею Корее"),
        ("посылка сегодня в *Корев", "Корее Корею"),
    ],
)
def test_nouns_of_actions_govern_as_their_verbs(rules: Grammar, text: str, candidates: str) -> None:
    """Accusative after sending and entry, prepositional after taking part; verbs before nouns, none afar."""
    assert next(iter(fits(rules, text, candidates))) == candidates.split(maxsplit=1)[0]


@pytest.mark.parametrize("model", ["rules", pytest.param("tagged", marks=pytest.mark.model)])
def test_a_reason_names_both_words(request: pytest.FixtureRequest, model: str) -> None:
    """A translator learns which word takes which case."""
    found = fits(request.getfixturevalue(model), "обратиться *в Вам", "к")
    assert found["к"].reason == "«к» takes the dative; «Вам» is"


@pytest.mark.parametrize("model", ["rules", pytest.param("tagged", marks=pytest.mark.model)])
def test_unknown_words_have_no_score(request: pytest.FixtureRequest, model: str) -> None:
    """A word that no dictionary has neither fits nor does not fit."""
    found = fits(request.getfixturevalue(model), "в *Вбрбр", "Вбрбр плащары")
    assert set(found.values()) == {(0.0, None)}


def test_other_languages_have_no_grammar() -> None:
    """What is not known is ``None``."""
    assert grammar.load("bg") is None


@pytest.mark.model
def test_names_are_names(tagged: Grammar) -> None:
    """People and places are found in context."""
    words = word_tokens("Он не для Чан Кай-ши, а для войны.")
    [sentence] = analyse(tagged, [words], [[]])
    assert sentence.is_name(words.index("Чан"))
    assert not sentence.is_name(words.index("войны"))
