"""The other side as a witness hears it."""

from __future__ import annotations

from align.alignment.bead import Alignment, Bead
from align.ocr.translation.bead_context import target_context
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText


def words(*sentences):
    """What each sentence's translation says, one sentence for one."""
    others = tuple(
        Sentence(number, TracedText.of(text, Span(0, len(text)))) for number, text in enumerate(sentences)
    )
    beads = tuple(
        Bead(range(number, number + 1), range(number, number + 1), 1.0, 1.0)
        for number in range(len(sentences))
    )
    return list(target_context(Alignment(beads, len(beads), len(beads)), "source", others).target_words)


def test_a_capital_that_only_opens_a_sentence_is_small():
    """But is but, as it is elsewhere; Fox has its capital everywhere, and nobody wrote fox."""
    assert words("But he left.", "All but Fox. But Fox stayed.") == [
        ("but", "he", "left"),
        ("All", "but", "Fox", "but", "Fox", "stayed"),
    ]


def test_a_capital_inside_a_sentence_stays():
    """The Post is a newspaper though another post is not."""
    assert words("He reads the Post.", "By post.")[0] == ("He", "reads", "the", "Post")
