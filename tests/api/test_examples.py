"""The examples in the docstrings of the public API run as they are written."""

from __future__ import annotations

import doctest
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import align
from align.export import bitext_json
from align.text.splitting import component

FINDER = doctest.DocTestFinder()
PUBLIC = [name for name in dir(align) if name != "__version__" and not name.endswith("Error")] + [
    "AlignError"
]
MODULES = (align, bitext_json, component)


def _examples() -> Iterator[doctest.DocTest]:
    for name in PUBLIC:
        value = getattr(align, name)
        yield from FINDER.find(value, f"align.{name}", globs=dict(vars(sys.modules[value.__module__])))
    for module in MODULES:
        yield from (test for test in FINDER.find(module) if test.name.startswith(module.__name__))


@pytest.mark.model
@pytest.mark.parametrize("example", [e for e in _examples() if e.examples], ids=lambda example: example.name)
def test_an_example_runs(example: doctest.DocTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder with an archive's page and two files."""
    monkeypatch.chdir(tmp_path)
    page = "Баш ответ получил. Я ушёл.\n\nI received your reply. I left.\n"
    for name, text in (
        ("letter.txt", page),
        ("original.txt", "Баш ответ получил."),
        ("translation.txt", "I received your reply."),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    output: list[str] = []
    failed, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=output.append)
    assert not failed, "".join(output)


@pytest.mark.parametrize("name", PUBLIC)
def test_each_public_function_and_class_has_an_example(name: str) -> None:
    """Beside Args, Returns and Raises where it has any."""
    assert ">>> " in (inspect.getdoc(getattr(align, name)) or "")


@pytest.mark.parametrize(
    "name",
    ["pairs", "to_frame", "flags_frame", "plot", "find", "correct", "corrections", "save", "load", "export"],
)
def test_each_method_of_a_bitext_has_an_example(name: str) -> None:
    """So that it can be copied from the help."""
    assert ">>> " in (inspect.getdoc(getattr(align.Bitext, name)) or "")
