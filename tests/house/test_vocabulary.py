"""The words of the trade: identifiers use none of the words that were once private to this project."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORMER = frozenset(
    {
        *("witness", "witnesses", "testimony", "testimonies", "belief", "beliefs", "believed"),
        *("believe", "believes", "habit", "habits", "worn", "looks", "heard", "hears", "hear"),
        *("told", "tells", "said", "says", "asked", "asks", "answers", "mended", "mend", "mends"),
        *("silence", "silent", "speaks", "fusion", "fused", "vouched", "echo", "echoes", "voices"),
    }
)
"""Root words of the former dialect; the glossary gives the terms that stand in their place."""
FILES = sorted(path for folder in ("align", "tests", "tools") for path in (ROOT / folder).rglob("*.py"))


def identifiers(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every name that a module defines or uses, with its line."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.keyword(arg=str(name))
            ):
                yield node.lineno, name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.alias(name=name):
                yield node.lineno, name


def words(name: str) -> set[str]:
    """``bestHypothesis_of`` -> ``best``, ``hypothesis``, ``of``."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_identifier_uses_a_word_of_the_former_dialect(path: Path) -> None:
    """A newcomer meets the field's terms only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [f"{line}: {name}" for line, name in identifiers(tree) if words(name) & FORMER]
    assert not found
