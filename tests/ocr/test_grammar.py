"""Grammar: does a form fit where it stands."""

from __future__ import annotations

import dataclasses

import pytest
from align.ocr.grammar.component import spans

from align.ocr import grammar
from align.text.word_tokens import word_tokens


@pytest.fixture(scope="module")
def russian():
    return grammar.load("ru")


def ranked(model, text, candidates):
    """Candidates for the word marked with * in the text, the best fitting first."""
    words = word_tokens(text.replace("*", ""))
    index = len(word_tokens(text.split("*")[0]))
    sentence = model.sentences([words])[0]
    fits = dict(zip(candidates, sentence.fits(index, candidates), strict=True))
    return sorted(candidates, key=lambda word: -fits[word].score), fits


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


@pytest.mark.model
@pytest.mark.parametrize(("text", "candidates"), CASES)
def test_the_form_that_fits_comes_first(russian, text, candidates):
    """Government, agreement and direction choose among the forms of a word."""
    ordered, _ = ranked(russian, text, candidates.split())
    assert ordered[0] == candidates.split()[0]


@pytest.mark.parametrize(("text", "candidates"), CASES[:2])
def test_rules_alone_find_the_preposition(russian, text, candidates):
    """Without the tagger's models the dictionary and the table of government still speak."""
    bare = dataclasses.replace(russian, tagger=None, expectation=None)
    ordered, _ = ranked(bare, text, candidates.split())
    assert ordered[0] == candidates.split()[0]


def test_a_reason_names_both_words(russian):
    """A translator reads why: which word asks for which case."""
    _, fits = ranked(russian, "обратиться *в Вам", ["к"])
    assert fits["к"].reason == "«к» takes the dative; «Вам» is"


def test_unknown_words_say_nothing(russian):
    """A word that no dictionary has is neither for nor against."""
    _, fits = ranked(russian, "в *Вбрбр", ["Вбрбр", "плащары"])
    assert all(fit == (0.0, None) for fit in fits.values())


def test_other_languages_have_no_grammar_here():
    """What is not known is ``None``."""
    assert grammar.load("bg") is None


@pytest.mark.model
def test_names_are_names(russian):
    """People and places are found in context."""
    words = word_tokens("Он не для Чан Кай-ши, а для войны.")
    sentence = russian.sentences([words])[0]
    assert sentence.is_name(words.index("Чан"))
    assert not sentence.is_name(words.index("войны"))


def test_the_table_of_government_says_what_grammars_say(russian):
    """Prepositions of one case have that case nearly always in the prose they were counted in."""
    table = russian.government.by_preposition
    for preposition, case in (("к", "Dat"), ("из", "Gen"), ("для", "Gen"), ("при", "Loc"), ("без", "Gen")):
        assert table[preposition][case] > 0.9
    assert russian.government.by_governor["послать", "в"]["Acc"] > 0.9


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
def test_nouns_of_actions_govern_as_their_verbs(russian, text, candidates):
    """Whither, after a sending and an entry, where, after taking part; verbs before nouns, none afar."""
    bare = dataclasses.replace(russian, tagger=None, expectation=None)
    ordered, _ = ranked(bare, text, candidates.split())
    assert ordered[0] == candidates.split()[0]


@pytest.mark.model
def test_spacy_gets_morphology_and_names():
    """As a component of a blank pipeline the tagger sets parts of speech, features and entities."""
    import spacy
    from align.ocr.grammar.component import register

    nlp = spacy.blank("ru")
    nlp.add_pipe(register())
    doc = nlp("Сталин говорил в Москве с корейскими товарищами.")
    assert doc[3].morph.get("Case") == ["Loc"]
    assert doc[6].pos_ == "NOUN"
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Сталин", "PER"), ("Москве", "LOC")]
    assert len(nlp("")) == 0


def test_names_of_several_words_are_one_span():
    """What the tagger marks word by word becomes ranges."""
    assert spans(["B-PER", "I-PER", "O", "I-LOC", "B-LOC"]) == [(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC")]
