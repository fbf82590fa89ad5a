"""The house: a stage imports only earlier stages; the front door opens fast."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "align"
STAGES = (
    "errors",
    "table",
    "lang",
    "numerals",
    "names",
    "text",
    "embed",
    "alignment",
    "flag",
    "corrections",
    "wordlist",
    "ocr",
    "search",
    "check",
    "bitext",
    "render",
    "review",
    "export",
    "importing",
    "evaluate",
    "config",
    "notebook",
    "loading",
    "pipeline",
    "output",
    "cli",
)
ANYWHERE = {"align"}


def _stage(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "align" if parts == ("__init__",) else parts[0]


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= names if node.module == "align" else {node.module}
    return {name.split(".")[1] for name in found if name and name.startswith("align.")}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_stage_imports_only_earlier_stages(path):
    """No arrow of the design points backwards."""
    stage = _stage(path)
    if stage == "align":
        return
    allowed = set(STAGES[: STAGES.index(stage) + 1])
    assert _imports(path) <= allowed


def _loaded(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_import_loads_no_model_library():
    """``import align`` costs neither torch nor spaCy nor a dictionary."""
    heavy = {"torch", "spacy", "transformers", "sentence_transformers", "pymorphy3", "wordfreq", "spylls"}
    assert not heavy & _loaded("import align")


def test_the_command_line_loads_no_model_library():
    """``align --help`` answers before anything heavy is loaded."""
    heavy = {"torch", "spacy", "transformers", "sentence_transformers", "numpy"}
    assert not heavy & _loaded("import align.cli")


def test_nothing_in_the_package_reads_the_seeds():
    """The letters are examples; no rule knows them."""
    assert not [p for p in PACKAGE.rglob("*.py") if "seeds/" in p.read_text(encoding="utf-8")]
