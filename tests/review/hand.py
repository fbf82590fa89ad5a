"""Bitexts made of single letters, and a reviewer who gives random commands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from align.alignment.bead import Alignment, Bead
from align.bitext import Bitext
from align.errors import InputError
from align.flag import Flag, Suggestion
from align.review.command import operation
from align.review.operation import Operation
from align.review.protocol import MessageHandler
from align.review.session import Review
from align.signature import Signature
from align.text.clean import Excluded
from align.text.document import SIDES, Document, Section, Side
from align.text.sentence import Sentence
from align.text.side_text import SideText
from align.text.span import Span
from align.text.trace import TracedText


@dataclass(frozen=True)
class LetterEncoder:
    """Vectors by letter counts: texts with the same letters are alike."""

    name: str = "letters"
    sha256: str = "0" * 64

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        counts = np.array([[text.lower().count(chr(97 + i)) + 0.01 for i in range(26)] for text in texts])
        counts = counts.reshape(len(texts), 26)
        vectors: NDArray[np.float32] = (counts / np.linalg.norm(counts, axis=1, keepdims=True)).astype(
            np.float32
        )
        return vectors


def text_of(side: Side, sentences: Sequence[str], aside: str = "") -> SideText:
    """A side: a file with these sentences, one a line, then an excluded passage."""
    raw = "\n".join([*sentences, *([aside] if aside else [])]) + "\n"
    document = Document(f"{side}.txt", raw, (Section(side, Span(0, len(raw))),))
    at, made = 0, []
    for index, sentence in enumerate(sentences):
        made.append(Sentence(index, TracedText.of(raw, Span(at, at + len(sentence)))))
        at += len(sentence) + 1
    asides = (Excluded(Span(at, at + len(aside)), "page furniture"),) if aside else ()
    return SideText(side, document, "en" if side == "target" else "ru", tuple(made), asides)


def bitext_of(
    source: Sequence[str],
    target: Sequence[str],
    beads: Sequence[tuple[int, int]],
    flags: Sequence[Flag] = (),
    confidence: float = 0.95,
) -> Bitext:
    """``beads``: how many sentences of either side each holds."""
    made, i, j = [], 0, 0
    for n, m in beads:
        made.append(Bead(range(i, i + n), range(j, j + m), 0.8 if n and m else None, confidence))
        i, j = i + n, j + m
    return Bitext(
        text_of("source", source, "- 7 -"),
        text_of("target", target),
        Alignment(tuple(made), len(source), len(target)),
        tuple(flags),
        Signature("0", "letters", "0" * 64, "3", "c0ffee", 0.0),
    )


def flag_on(
    text: SideText | None, sentence: int, word: int, *suggestions: str, kind: str = "ocr.unknown-word"
) -> Flag:
    """A doubt about one word of a sentence; the side must be there."""
    assert text is not None
    read = text.sentences[sentence]
    words = read.text.split()
    start = read.origin[0].start + sum(len(one) + 1 for one in words[:word])
    found = tuple(Suggestion(suggestion, 0.8 / (n + 1)) for n, suggestion in enumerate(suggestions))
    return Flag(
        text.side,
        sentence,
        (Span(start, start + len(words[word])),),
        words[word],
        kind,
        0.9,
        "no word",
        found,
    )


def flag_whole(text: SideText | None, sentence: int, kind: str = "check.omission") -> Flag:
    """A doubt about all of a sentence; the side must be there."""
    assert text is not None
    read = text.sentences[sentence]
    return Flag(text.side, sentence, read.origin, read.text, kind, 0.9, "nothing translates this.")


@st.composite
def bitexts(draw: st.DrawFn) -> Bitext:
    """Small bitexts with beads of every type and a doubt here and there."""
    beads = draw(st.lists(st.sampled_from(TYPES), min_size=2, max_size=6))
    if not sum(n for n, _ in beads) or not sum(m for _, m in beads):
        beads.append((1, 1))
    word = st.text("abcde", min_size=1, max_size=4)
    sentence = st.lists(word, min_size=1, max_size=4).map(" ".join)
    source = draw(st.lists(sentence, min_size=sum(n for n, _ in beads), max_size=sum(n for n, _ in beads)))
    target = draw(st.lists(sentence, min_size=sum(m for _, m in beads), max_size=sum(m for _, m in beads)))
    bitext = bitext_of(source, target, beads, confidence=draw(st.sampled_from([0.5, 0.9])))
    flags = []
    for index, text in enumerate(source):
        if draw(st.booleans()):
            at = draw(st.integers(0, len(text.split()) - 1))
            flags.append(flag_on(bitext.source, index, at, draw(word), draw(word)))
        if draw(st.booleans()):
            flags.append(flag_whole(bitext.source, index))
    return replace(bitext, flags=tuple(flags))


def send(handler: MessageHandler, **message: object) -> list[dict[str, Any]]:
    """The replies to a message, through JSON and back."""
    return [json.loads(json.dumps(reply)) for reply in handler.handle(message)]


VERBS = (
    *("accept", "reject", "edit", "replace", "right", "everywhere", "undecide"),
    *("confirm", "confirm-above", "reject-pair", "reopen", "later", "comment"),
    *("merge", "split", "up", "down", "gap", "bring-back", "undo", "redo"),
)
TYPES = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2)]


Drawn = TypeVar("Drawn")


class Draw(Protocol):
    """Hypothesis's way to choose a value: ``data.draw``."""

    def __call__(self, strategy: st.SearchStrategy[Drawn], label: object = None) -> Drawn: ...


@dataclass
class Hand:
    """Turns random draws into commands on a review."""

    review: Review
    made: list[Operation] = field(default_factory=list)

    def press(self, draw: Draw) -> bool:
        """Give one random command; whether it was possible."""
        rows, flags = self.review.rows, self.review.bitext.flags
        row = rows[draw(st.integers(0, len(rows) - 1))]
        side = draw(st.sampled_from(SIDES))
        cell = row.side(side)
        offset = cell[0][0].start + draw(st.integers(0, max(len(cell[0][0]) - 1, 0))) if cell else 0
        message = {
            "do": draw(st.sampled_from(VERBS)),
            "row": row.id,
            "side": side,
            "doubt": f"f{draw(st.integers(1, max(len(flags), 1)))}",
            "pick": draw(st.integers(0, 1)),
            "accept": draw(st.booleans()),
            "others": [f"f{number + 1}" for number in range(len(flags))],
            "on": draw(st.booleans()),
            "text": draw(st.text("abc d", max_size=9)),
            "cells": [{"row": one.id, "text": draw(st.text("abc d", max_size=9))} for one in rows[:2]],
            "piece": f"{side[0]}{offset}",
            "number": 0,
        }
        try:
            made = operation(self.review, message)
            if made is None:
                return False
            self.review.apply(made)
        except InputError:
            return False
        self.made.append(made)
        return True
