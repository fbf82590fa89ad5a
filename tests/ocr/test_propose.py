"""What a place may say instead: rules, one by one."""

from __future__ import annotations

import pytest

from align.lang.lexicon import Lexicon
from align.names.similarity import name_similarity
from align.ocr.candidates.build import PreviousPass, build_lattice
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.candidates.generators import foreign_words, names
from align.ocr.channel.engines import prior_channel
from align.ocr.lattice import marks

WORDS = {
    "какой": 1e-3,
    "либо": 1e-4,
    "будет": 1e-3,
    "следовательно": 1e-4,
    "положение": 1e-4,
    "союзник": 1e-5,
    "ваш": 1e-3,
    "в": 3e-2,
    "с": 2e-2,
    "и": 3e-2,
    "объяснял": 1e-5,
    "очень": 1e-3,
}


def readings(text, partner=()):
    """All texts proposed for each chunk of a sentence."""
    lexicon = Lexicon("ru", WORDS)
    page = build_lattice([text], [partner], FormIndexes(lexicon), prior_channel())
    return [{reading.text for reading in site.candidates} for site in page.slots]


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        ("совзник", "союзник"),
        ("Баш", "Ваш"),
        ("Очень", "очень"),
        ("какойлибо", "какой-либо"),
        ("будет,следовательно", "будет, следовательно"),
        ("положе ние", "положение"),
        ("об яснял", "объяснял"),
        ("союзник; и", "союзник,"),
        ("©", "с"),
        ("очень|", "очень"),
        ("I:", ""),
    ],
)
def test_what_was_typed_is_among_the_readings(read, typed):
    """Letters, capitals, spaces, hyphens, marks and dirt: each has a rule."""
    assert typed in readings(read)[0]


def test_a_form_that_no_list_has_is_proposed_from_its_word():
    """What is rare is still a form of a word that is near; one further away is not tried."""
    forms = {"союзник", "союзником", "союзническими"}
    known = Lexicon("ru", WORDS, forms.__contains__, lambda form: sorted(forms) if form in forms else [form])
    found = {
        reading.text
        for reading in build_lattice(["союзнзко"], [()], FormIndexes(known), prior_channel())
        .slots[0]
        .candidates
    }
    assert "союзником" in found
    assert "союзническими" not in found


def test_a_damaged_name_is_spelt_after_the_translation():
    """Mandela makes Мандела a reading of Маздела, and Манделы of Мазделы."""
    assert names.name_candidates("Маздела", ("Nelson", "Mandela"), prior_channel())[0] == "мандела"
    assert "манделы" in names.name_candidates("Мазделы", ("Nelson", "Mandela"), prior_channel())


def test_a_misspelt_name_of_a_translation_is_spelt_after_the_original():
    """Булганину makes Bulganin a reading of Bulganiin, Кузнецовым Kuznetsov one of Kuznetzov."""
    assert names.name_candidates("Bulganiin", ("тов.", "Булганину"), prior_channel())[0] == "bulganin"
    assert names.name_candidates("Kuznetzov", ("Кузнецовым",), prior_channel())[0] == "kuznetsov"
    assert name_similarity("Bulganin", ("Булганину",)) > name_similarity("Bulganiin", ("Булганину",))


def test_there_is_no_compound_across_a_space():
    """A stroke before the next word is none of its first one."""
    assert not any("-" in text for text in readings("союзниы; -либо")[0])


def test_a_word_in_the_translations_letters_is_a_reading():
    """Channel read with a stroke for its l, NBC of which only one letter is left."""
    assert "Channel," in readings("Спаппе\\,", ("The", "Channel"))[0]
    assert "NBC" in readings("№С", ("on", "NBC"))[0]
    assert "Nottingham" in readings("МоЕЕ1павЕт", ("in", "Nottingham"))[0]


def test_a_misread_letter_of_a_foreign_word_may_look_like_a_mark():
    """The exclamation mark was an l."""
    assert "Channel" in readings("Спаппе!", ("Channel",))[0]


def test_each_foreign_word_is_proposed_once():
    """A mark that may be a letter does not push out other words."""
    found = {text.strip(",") for text in readings("Спаппе,", ("Channel", "Channels", "Chappell"))[0]}
    assert {"Channel", "Channels"} <= found


def test_a_foreign_word_stands_in_the_original_without_its_possessive():
    """Momentum's members are the members of Momentum."""
    found = readings("Мошепшиш", ("Momentum's", "members"))[0]
    assert "Momentum" in found


def test_small_foreign_words_are_proposed_only_for_what_holds_other_signs():
    """Faire stands in both texts; a Russian word, misread or not, is not doubted for its looks."""
    assert "faire" in readings("Еа1те", ("il", "faut", "faire"))[0]
    assert "some" not in readings("зоше,", ("some",))[0]


def test_words_side_by_side_in_the_translation_speak_for_each_other():
    """Fox News: either word has the other beside it; Fox alone has nobody."""
    page = build_lattice(["Рох №м$"], [("Fox", "News")], FormIndexes(Lexicon("ru", WORDS)), prior_channel())
    found = {
        reading.text: foreign_words.adjacent_matches(page, site, reading)
        for site in page.slots
        for reading in site.candidates
        if reading.rule == "foreign"
    }
    assert (found["Fox"], found["News"]) == (1, 1)
    alone = build_lattice(
        ["Рох очень"], [("Fox", "News")], FormIndexes(Lexicon("ru", WORDS)), prior_channel()
    )
    assert not any(
        foreign_words.adjacent_matches(alone, alone.slots[0], own) for own in alone.slots[0].candidates
    )


def test_a_name_read_in_small_letters_may_have_a_capital():
    """кавано is no word, so it may be a name."""
    assert "Кавано" in readings("кавано")[0]


def test_numbers_of_the_translation_are_parted_as_either_language_parts_them():
    """6.8 in English is 6,8 in Russian."""
    assert {"6.8", "6,8"} <= readings("6,В", ("6.8",))[0]


@pytest.mark.parametrize(
    ("read", "typed"), [("хго-запада", "юго-запада"), ("какой-хо", "какой-то"), ("Синий", "с иний")]
)
def test_parts_that_hardly_stand_alone_are_proposed_in_their_compounds(read, typed):
    """юго- and -то are no words; and the first word of two may be a small one."""
    words = {**WORDS, "юго-запада": 1e-6, "запада": 1e-5, "иний": 1e-3}
    page = build_lattice([read], [()], FormIndexes(Lexicon("ru", words)), prior_channel())
    assert typed in {reading.text for reading in page.slots[0].candidates}


def test_two_letters_make_no_part_of_a_compound():
    """ев is a rare form of Ева: ев-руководителей is no word for that, but из-за is."""
    known = Lexicon("ru", {"ев": 1e-6, "руководителей": 1e-4, "из": 1e-2, "за": 1e-2})
    assert not known.knows("ев-руководителей")
    assert known.knows("из-за")


def test_words_of_the_page_are_candidates_from_further_away():
    """плащары is three letters off плацдарм, which the page holds elsewhere."""
    lexicon = Lexicon("ru", {**WORDS, "плацдарм": 1e-7})
    page = build_lattice(
        ["плащары"], [()], FormIndexes(lexicon), prior_channel(), earlier=PreviousPass([["плацдарм"]])
    )
    assert "плацдарм" in {reading.text for reading in page.slots[0].candidates}


def test_what_an_earlier_reading_settled_is_proposed_for_no_more():
    """A word that was hardly doubted at first sight keeps its own reading; its neighbours keep theirs."""
    earlier = PreviousPass([["совзник", "будет"]], frozenset([(0, 1)]))
    page = build_lattice(
        ["совзник будет"], [()], FormIndexes(Lexicon("ru", WORDS)), prior_channel(), earlier=earlier
    )
    assert [reading.text for reading in page.slots[1].candidates] == ["будет"]
    assert "союзник" in {reading.text for reading in page.slots[0].candidates}


def test_a_name_the_translation_has_is_vouched_for():
    """Тайвана sounds like Taiwan; Корев is one letter off Korea and hardly vouched for."""
    assert name_similarity("Тайвана", ("from", "Taiwan")) == 1
    assert name_similarity("Корев", ("Korea",)) < 0.5
    assert name_similarity("тайвана", ("Taiwan",)) == 0


@pytest.mark.parametrize("text", ["«Да»,", "(1950).", "[Stalin]", "...", "—", "слово?!", '"Да".'])
def test_usual_marks_are_not_odd(text):
    """Quotes, brackets and stops in their usual order are no errors."""
    from align.text.token import parse

    chunk = parse(text)
    assert not marks.odd_marks(chunk.lead, chunk.core, chunk.trail)


@pytest.mark.parametrize("text", ["|", "слово:|", "‘,слово", "^"])
def test_dirt_is_odd(text):
    """Marks that no typist sets are seen."""
    from align.text.token import parse

    chunk = parse(text)
    assert marks.odd_marks(chunk.lead, chunk.core, chunk.trail)


def test_numbers_of_the_translation_are_readings_of_numbers():
    """106 may be 10 where the translation says 10, but 20,4 is 20.4."""
    assert "10" in readings("106", ("10",))[0]
    assert "20.4" not in readings("20,4", ("20.4",))[0]
