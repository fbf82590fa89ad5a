"""Where the inputs of the kinds of failures lie, and what a result of one looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from align.bitext import Bitext

Rows = list[tuple[str, str]]
"""For each bead its original and its translation, the sentences joined by spaces; empty for none."""


@pytest.fixture(scope="session")
def field(data: Path) -> Callable[[str], Path]:
    """The folder of a kind of failure by name."""

    def folder(name: str) -> Path:
        path = data / "field" / name
        if not path.is_dir():
            pytest.skip(f"the development data have no folder field/{name}")
        return path

    return folder


@pytest.fixture(scope="session")
def rows() -> Callable[[Bitext], Rows]:
    """The beads of a result as pairs of text."""

    def texts(bitext: Bitext) -> Rows:
        sides = [text.sentences if text else () for text in (bitext.source, bitext.target)]
        return [
            (
                " ".join(sides[0][index].text for index in bead.source),
                " ".join(sides[1][index].text for index in bead.target),
            )
            for bead in bitext.alignment
        ]

    return texts
