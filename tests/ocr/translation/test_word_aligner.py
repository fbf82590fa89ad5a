"""Which word of the translation is aligned with a candidate."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from align.ocr.translation import AlignedWord, TextPair, WordAligner, WordEncoder, build_word_aligner
from align.ocr.translation.association import Association
from align.ocr.translation.word_aligner import UNALIGNED
from tests.ocr.sample import HashEncoder

MEANINGS = {"союзник": 0, "ally": 0, "союзника": 0, "возник": 1, "arose": 1, "ваш": 2, "your": 2}


def aligned(source: str, target: str, at: int, candidates: Sequence[str]) -> list[AlignedWord]:
    """The aligned word of each candidate in the place of word token ``at`` of the source."""
    association = Association.between(("ru", "en"), None)
    words = WordEncoder(HashEncoder(MEANINGS))
    aligner = WordAligner.build([TextPair(source, target)], association, words)
    aligner.encode(candidates)
    return aligner.align_candidates(0, range(at, at + 1), candidates)


def test_a_candidate_with_a_translation_is_aligned_with_it() -> None:
    """«союзник» is aligned with *ally*; «возник» with nothing here."""
    ally, arose = aligned("за ним стоит совзник", "behind it stands an ally", 3, ["союзник", "возник"])
    assert ally.word == "ally"
    assert ally.score > 1
    assert arose == UNALIGNED == (0.0, None)


def test_a_word_that_is_aligned_already_counts_less() -> None:
    """Where another word of the original means *ally* already, the candidate gains less."""
    [free] = aligned("тут совзник", "an ally", 1, ["союзник"])
    [taken] = aligned("союзника совзник", "an ally", 1, ["союзник"])
    assert 0 < taken.score < free.score


def test_every_form_of_a_word_is_aligned_as_its_dictionary_form_is() -> None:
    """«союзнику» has a vector of its own, and a poor one."""
    form, lemma = aligned("тут совзник", "an ally", 1, ["союзнику", "союзник"])
    assert form == lemma


def test_names_are_aligned_with_their_transliteration() -> None:
    """Тайвана = Taiwan, whatever the vectors are."""
    taiwan, sofa = aligned("отказаться от Тайваня", "abandon Taiwan", 2, ["Тайвана", "Дивана"])
    assert taiwan.word == "Taiwan"
    assert taiwan.score > sofa.score


def test_numbers_are_aligned_with_themselves() -> None:
    """The same figure on the other side confirms a figure."""
    right, wrong = aligned("через 38 дней", "after 38 days", 1, ["38", "36"])
    assert right.score > wrong.score


def test_without_words_nothing_is_aligned() -> None:
    """A bead without a target, or no candidates, is no error."""
    assert aligned("слово", "", 0, ["словом"]) == [UNALIGNED]
    assert aligned("слово", "", 0, []) == []


def test_the_words_of_all_beads_are_encoded_in_one_batch() -> None:
    """Source, lemmas and target; candidates that are known already are not encoded again."""
    encoder = HashEncoder()
    pairs = [TextPair("Союзника нет", "no ally"), TextPair("38 дней", "38 days")]
    association = Association.between(("ru", "en"), None)
    aligner = WordAligner.build(pairs, association, WordEncoder(encoder))
    [batch] = encoder.calls
    assert {"Союзника", "Союзник", "нет", "38", "дней", "день", "no", "ally", "days"} <= set(batch)
    aligner.encode(["Союзника", "нет"])
    assert len(encoder.calls) == 1


@pytest.mark.model
def test_words_of_a_letter_are_aligned() -> None:
    """Words of the first seed letter: the right candidate scores more than one of similar letters."""
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
    aligner = build_word_aligner(pairs, ("ru", "en"), WordEncoder(load()))
    aligner.encode(word for *_, right, wrong in cases for word in (right, wrong))
    for bead, (_, _, position, right, wrong) in enumerate(cases):
        one, other = aligner.align_candidates(bead, range(position, position + 1), [right, wrong])
        assert one.score > other.score + 0.4, right
