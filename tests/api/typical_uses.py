"""Typical uses of the public API, checked by ``mypy --strict`` and run by ``test_typing.py``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import assert_type

import numpy as np
from numpy.typing import NDArray

import align


class OwnEncoder:
    """An encoder of the caller's."""

    name = "own"
    sha256 = "0" * 64

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.array([[len(text), len(text.split()), 1.0] for text in texts], dtype=np.float32)
        unit: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit


def strings() -> align.Bitext:
    """Two strings."""
    config = align.Config(source_language="ru", target_language="en")
    return align.align_texts("Баш ответ получил.", "I received your reply.", config=config)


def files(folder: Path) -> tuple[align.Bitext, align.Bitext]:
    """One file, two files."""
    one = align.align_file(folder / "letter.txt", encoder="embedded")
    two = align.align_files(str(folder / "original.txt"), folder / "translation.txt", source_language="ru")
    return one, two


def own_encoder() -> align.Bitext:
    """An object with ``encode``; also a value of the protocol."""
    encoder: align.Encoder = OwnEncoder()
    align.align_texts("Я ушёл.", "I left.", encoder=OwnModel())
    return align.align_texts("Я ушёл.", "I left.", encoder=encoder)


class OwnModel:
    """A model with ``encode`` and nothing else, as of another library."""

    def encode(self, sentences: list[str], batch_size: int = 32) -> list[list[float]]:
        return [[len(text), len(text.split()), batch_size] for text in sentences]


def lists() -> align.Alignment:
    """Lists of sentences, with an encoder by name, an object, and an encoder that was loaded."""
    source, target = ["Ваш ответ получил.", "Я ушёл."], ["I received your reply.", "I left."]
    alignment = align.align_sentences(source, target)
    align.align_sentences(source, target, encoder=OwnModel())
    align.align_sentences(source, target, encoder=align.load_encoder("embedded"))
    beads: list[align.Bead] = list(alignment.beads)
    assert_type(beads[0].source, range)
    return alignment


def look(bitext: align.Bitext) -> list[str]:
    """Beads, texts, flags."""
    lines = [f"{source} | {target}" for source, target in bitext.pairs()]
    lines += [f"{row.bead.type} {row.source} {row.bead.confidence:.2f}" for row in bitext]
    lines += [row.target for row in bitext[:1]]
    flag: align.Flag
    for flag in bitext.flags:
        best: align.Suggestion | None = flag.suggestions[0] if flag.suggestions else None
        lines.append(f"{flag.text} {flag.kind} {best.text if best else ''}")
    assert_type(len(bitext), int)
    assert_type(bitext[0].source, str)
    assert_type(bitext[0].bead, align.Bead)
    assert_type(bitext.alignment, align.Alignment)
    lines += [hit.text for hit in bitext.find("reply")]
    return lines


def keep(bitext: align.Bitext, folder: Path) -> align.Bitext:
    """Correct, save, load, export."""
    (folder / "corrected.txt").write_text(bitext.correct(min_confidence=0.9), encoding="utf-8")
    changes = [(change.old, change.new, change.confidence) for change in bitext.corrections()]
    assert_type(changes, list[tuple[str, str, float]])
    bitext.save(folder / "letter.align.json")
    paths: tuple[Path, ...] = bitext.export(folder / "letter.tmx")
    assert all(path.exists() for path in paths)
    return align.Bitext.load(str(folder / "letter.align.json"))


def review(bitext: align.Bitext, folder: Path) -> int:
    """Begin a review."""
    opened: align.Review = align.Review.open(bitext, folder / "letter.review.jsonl", reviewer="anna")
    left = len(opened.left)
    opened.close()
    return left


def refused() -> str:
    """An error is one line."""
    try:
        align.align_file("missing.txt")
    except align.InputError as error:
        return str(error)
    except align.AlignError:
        return align.__version__
    return ""
