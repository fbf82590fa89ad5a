"""The examples in the docstrings of ``align.alignment`` and ``align.embed`` run as they stand."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "align"
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for folder in ("alignment", "embed")
    for path in (PACKAGE / folder).rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.model
@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    """What an example prints is what the docstring shows."""
    assert doctest.testmod(import_module(name)).failed == 0
