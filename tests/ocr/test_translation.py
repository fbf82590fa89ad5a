"""The translation as a witness."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from align.ocr import translation
from align.ocr.translation import TextPair, WordAligner
from align.ocr.translation.association import Association

MEANINGS = {"союзник": 0, "ally": 0, "союзника": 0, "возник": 1, "arose": 1, "ваш": 2, "your": 2}


class FakeEncoder:
    """Words of one meaning have one vector; others a direction of their own."""

    name = "fake"
    sha256 = "0" * 64

    def encode(self, texts):
        """One direction for each meaning."""
        rows = np.zeros((len(texts), 4096), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                other = 3 + int(hashlib.sha256(word.encode()).hexdigest(), 16) % 4093
                row[MEANINGS.get(word, other)] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def witness(*pairs, candidates=()):
    association = Association.between(("ru", "en"), None)
    return WordAligner.build([TextPair(*pair) for pair in pairs], association, FakeEncoder()).with_vectors(
        candidates
    )


def test_the_candidate_that_the_translation_names_wins():
    """«союзник» is answered by *ally*; «возник» by nothing here."""
    ask = witness(("за ним стоит совзник", "behind it stands an ally"), candidates=["союзник", "возник"])
    ally, arose = ask.align_candidates(0, range(3, 4), ["союзник", "возник"])
    assert ally.word == "ally"
    assert ally.score > 1
    assert arose == (0.0, None)


def test_a_word_already_answered_counts_less():
    """Where another word of the original means *ally* already, the candidate gains less."""
    free = witness(("тут совзник", "an ally"), candidates=["союзник"]).align_candidate(0, 1, "союзник")
    taken = witness(("союзника совзник", "an ally"), candidates=["союзник"]).align_candidate(0, 1, "союзник")
    assert 0 < taken.score < free.score


def test_every_form_of_a_word_is_answered_as_its_dictionary_form_is():
    """«союзнику» has a vector of its own, and a poor one."""
    ask = witness(("тут совзник", "an ally"), candidates=["союзнику", "союзник"])
    assert ask.align_candidate(0, 1, "союзнику") == ask.align_candidate(0, 1, "союзник")


def test_function_words_hardly_count():
    """A frequent target word is a weak witness."""
    rarity = Association.between(("ru", "en"), None).rarity(["the", "ally", "springboard"])
    assert rarity[0] < 0.2 < rarity[1] < rarity[2]


def test_names_are_answered_by_their_transliteration():
    """Тайвана = Taiwan, whatever the vectors say."""
    ask = witness(("отказаться от Тайваня", "abandon Taiwan"), candidates=["Тайвана", "Дивана"])
    taiwan, sofa = ask.align_candidates(0, range(2, 3), ["Тайвана", "Дивана"])
    assert taiwan.word == "Taiwan"
    assert taiwan.score > sofa.score


def test_numbers_are_answered_by_themselves():
    """The same figure on the other side confirms a figure."""
    ask = witness(("через 38 дней", "after 38 days"), candidates=["36"])
    assert ask.align_candidate(0, 1, "38").score > ask.align_candidate(0, 1, "36").score


def test_nothing_to_ask_is_no_error():
    """A bead without a target, or no candidates, gives no answers."""
    ask = witness(("слово", ""), candidates=["словом"])
    assert ask.align_candidates(0, range(1), ["словом"]) == [(0.0, None)]
    assert ask.align_candidates(0, range(1), []) == []


@pytest.mark.model
def test_seed_letter_words_are_answered():
    """Words of the real letter: the right reading is answered, its look-alike less."""
    from align.embed.encoder import load

    cases = [
        ("за которым стоит его совзник", "behind which stands its ally", 4, "союзник", "возник"),
        (
            "без новой внушательной демонстрации",
            "a new imposing demonstration",
            2,
            "внушительной",
            "внимательной",
        ),
        ("вопрос о посняке войск", "the question of dispatching troops", 2, "посылке", "посадке"),
        ("Баш ответ получил", "I received your reply", 0, "Ваш", "Наш"),
        ("я исходия из соображений", "I was proceeding from considerations", 1, "исходил", "сходил"),
    ]
    pairs = [TextPair(source, target) for source, target, *_ in cases]
    ask = translation.build_word_aligner(pairs, ("ru", "en"), load()).with_vectors(
        w for case in cases for w in case[3:]
    )
    for bead, (_, _, position, right, wrong) in enumerate(cases):
        one, other = ask.align_candidates(bead, range(position, position + 1), [right, wrong])
        assert one.score > other.score + 0.4, right
