"""Small bitexts written out by hand, and where the development data lies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from align.alignment.bead import Alignment, Bead
from align.bitext import Bitext
from align.flag import Flag
from align.signature import Signature
from align.text.clean import Excluded
from align.text.document import Document, Metadata, Part, Section, Side
from align.text.sentence import Sentence
from align.text.side_text import SideText
from align.text.span import Span
from align.text.trace import TracedText

ROOT = Path(__file__).parents[1]

settings.register_profile("align", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("align")  # a machine that does something else as well fails no test


@pytest.fixture(scope="session")
def data() -> Path:
    """The development data beside the repository."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the development data is not beside the repository")
    return folder


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


def _text(document: Document, side: Side, sentences: list[str], aside: list[str], language: str) -> SideText:
    def span(piece: str) -> Span:
        start = document.raw.index(piece)
        return Span(start, start + len(piece))

    return SideText(
        side,
        document,
        language,
        tuple(
            Sentence(i, TracedText.of(document.raw, span(sentence))) for i, sentence in enumerate(sentences)
        ),
        tuple(Excluded(span(piece), "page furniture") for piece in aside),
    )


def noted(bitext: Bitext) -> Bitext:
    """The tiny page with a note on its file, one on its original and one on the pair."""
    assert bitext.source is not None
    assert bitext.target is not None
    document = replace(bitext.source.document, notes=("3 comments left out",))
    source = replace(bitext.source, document=document, notes=("spelling of before 1918",))
    target = replace(bitext.target, document=document)
    return replace(bitext, source=source, target=target, pair_notes=("hardly translate each other",))


@pytest.fixture
def tiny() -> Callable[..., Bitext]:
    """A page with two sentences a side, page furniture between them: two beads, flags as given."""

    def build(flags: tuple[Flag, ...] = (), *, source: bool = True) -> Bitext:
        sections: list[tuple[Part, str]] = [
            ("metadata", "# A letter\n\n"),
            ("source", "Баш ответ получил.\n\n- 2 -\n\nЯ ушёл.\n\n"),
            ("target", "I received your reply. I left.\n"),
        ]
        if not source:
            del sections[1]
        raw, placed = "", []
        for part, piece in sections:
            placed.append(Section(part, Span(len(raw), len(raw) + len(piece))))
            raw += piece
        document = Document("letter.txt", raw, tuple(placed), Metadata(title="A letter"))
        target = _text(document, "target", ["I received your reply.", "I left."], [], "en")
        if not source:
            beads = tuple(Bead(range(0), range(i, i + 1), None, 1.0) for i in range(2))
            original = None
        else:
            beads = tuple(
                Bead(range(i, i + 1), range(i, i + 1), 0.8, confidence)
                for i, confidence in enumerate((0.98, 0.4))
            )
            original = _text(document, "source", ["Баш ответ получил.", "Я ушёл."], ["- 2 -"], "ru")
        return Bitext(
            original,
            target,
            Alignment(beads, 2 if source else 0, 2),
            flags,
            Signature("0.1.0", "embedded", "0" * 64, "3.8", "c0ffee", 1.0),
        )

    return build


@pytest.fixture
def doubt() -> Flag:
    """A flag on the first word of the tiny page's first sentence."""
    from align.flag import Suggestion

    return Flag(
        "source",
        0,
        (Span(12, 15),),
        "Баш",
        "ocr.real-word",
        0.93,
        "the translation says “your”",
        (Suggestion("Ваш", 0.9, {"translation": "your"}), Suggestion("Наш", 0.05)),
    )
