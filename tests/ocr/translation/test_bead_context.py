"""What the translation has for each sentence of the original."""

from __future__ import annotations

from align.ocr.translation.bead_context import TargetContext, target_context
from tests.ocr.sample import one_for_one, sentences_of


def target_words(*translations: str) -> list[tuple[str, ...]]:
    """The words of each sentence's translation, one sentence for one."""
    alignment = one_for_one(len(translations), len(translations))
    return list(target_context(alignment, "source", sentences_of(*translations)).target_words)


def test_a_capital_that_only_opens_a_sentence_is_small() -> None:
    """But is but, as it is elsewhere; Fox has its capital everywhere, and fox is never written."""
    assert target_words("But he left.", "All but Fox. But Fox stayed.") == [
        ("but", "he", "left"),
        ("All", "but", "Fox", "but", "Fox", "stayed"),
    ]


def test_a_capital_inside_a_sentence_stays() -> None:
    """The Post is a newspaper though another post is not."""
    assert target_words("He reads the Post.", "By post.")[0] == ("He", "reads", "the", "Post")


def test_a_batch_has_its_own_beads_alone() -> None:
    """Two sentences of the second bead and one of the third, numbered anew."""
    words = (("a",), ("b",), ("b",), ("c",))
    context = TargetContext(words, (0, 1, 1, 2), ("a", "b", "c")).slice(range(1, 4))
    assert list(context.target_words) == [("b",), ("b",), ("c",)]
    assert list(context.bead_numbers) == [0, 0, 1]
    assert list(context.target_texts) == ["b", "c"]
