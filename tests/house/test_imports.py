"""The direction of imports: the contracts in ``pyproject.toml``, and no cycle between modules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Every import of the package, those for type checkers included."""
    return grimp.build_graph("align")


def test_the_contracts_are_kept() -> None:
    """Packages import only those below them; inside ``ocr`` too."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as f; f()"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def test_no_module_imports_itself_through_others(graph: grimp.ImportGraph) -> None:
    """A module that two others import is no reason for one of them to import it back."""
    cycles = [
        f"{one} -> {other}"
        for one in sorted(graph.modules)
        for other in graph.find_modules_directly_imported_by(one)
        if graph.chain_exists(importer=other, imported=one)
    ]
    assert not cycles
