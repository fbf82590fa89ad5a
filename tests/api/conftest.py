"""Real runs, computed once."""

from __future__ import annotations

from pathlib import Path

import pytest

import align


@pytest.fixture(scope="session")
def letter(seeds: Path) -> align.Bitext:
    """A page of an archive with both texts."""
    [path] = seeds.glob("002_*.txt")
    return align.align_file(path)
