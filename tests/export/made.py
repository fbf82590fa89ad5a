"""Reviews of small bitexts, to be exported."""

from __future__ import annotations

from collections.abc import Sequence

from align.alignment.bead import Alignment, Bead
from align.bitext import Bitext
from align.flag import Flag
from align.review.command import operation
from align.review.session import Review
from align.signature import Signature
from align.text.document import Document, Section, Side
from align.text.sentence import Sentence
from align.text.side_text import SideText
from align.text.span import Span
from align.text.trace import TracedText

Pair = tuple[Sequence[str], Sequence[str]]


def text(side: Side, sentences: Sequence[str], language: str) -> SideText:
    """A side of a file with a sentence a line."""
    raw = "".join(f"{sentence}\n" for sentence in sentences) or "\n"
    document = Document(f"{side}.txt", raw, (Section(side, Span(0, len(raw))),))
    made, at = [], 0
    for index, sentence in enumerate(sentences):
        made.append(Sentence(index, TracedText.of(raw, Span(at, at + len(sentence)))))
        at += len(sentence) + 1
    return SideText(side, document, language, tuple(made))


def bitext(
    pairs: Sequence[Pair], flags: Sequence[Flag] = (), languages: tuple[str, str] = ("ru", "en")
) -> Bitext:
    """A bead for each pair of lists of sentences."""
    beads, i, j = [], 0, 0
    for one, other in pairs:
        both = one and other
        beads.append(Bead(range(i, i + len(one)), range(j, j + len(other)), 0.8 if both else None, 0.9))
        i, j = i + len(one), j + len(other)
    sides = ([s for one, _ in pairs for s in one], [s for _, other in pairs for s in other])
    signature = Signature("0.1.0", "embedded", "0" * 64, "3.8", "c0ffee", 1.0)
    alignment = Alignment(tuple(beads), i, j)
    source, target = text("source", sides[0], languages[0]), text("target", sides[1], languages[1])
    return Bitext(source, target, alignment, tuple(flags), signature)


def review(*pairs: Pair | tuple[str, str], flags: Sequence[Flag] = ()) -> Review:
    """A review without a journal; a string stands for one sentence."""
    lists = [(_sentences(one), _sentences(other)) for one, other in pairs]
    return Review(bitext(lists, flags), reviewer="anna")


def _sentences(side: str | Sequence[str]) -> Sequence[str]:
    return [side] if isinstance(side, str) else side


def decide(opened: Review, **message: object) -> None:
    """One key of the reviewer's."""
    made = operation(opened, message)
    assert made is not None
    opened.apply(made)
