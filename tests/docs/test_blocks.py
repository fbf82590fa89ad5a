"""Every code block of README, CONTRIBUTING and the site runs, and prints what it shows.

The Python blocks of a page share one namespace and run in order, in a folder that holds ``letter.txt`` (seed
002), the four other seeds as they are named, and the files that earlier blocks of the page wrote.
``console`` blocks hold commands behind ``$`` and what they print; ``...`` stands for anything.
"""

from __future__ import annotations

import doctest
import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from docs_blocks import Block, blocks  # noqa: E402 - the folder of tools is no package

SHOWN = {"text", "html", "ini"}
"""Languages of blocks that are looked at, not run."""
SHELL = {"cat", "cp", "head", "ls", "mkdir", "printf", "sort", "tail", "test"}
"""Programs beside ``align`` that a block may use."""
SAME = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def documents() -> Iterator[Path]:
    """The Markdown files a reader sees."""
    yield from (ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))
    yield from sorted((ROOT / "docs").rglob("*.md"))


def parts() -> Iterator[Any]:
    """Each document with its blocks, marked where one of them needs a model."""
    for path in documents():
        found = list(blocks(path.read_text(encoding="utf-8")))
        name = str(path.relative_to(ROOT))
        if found:
            marks = [pytest.mark.model] if any(block.model and not block.skip for block in found) else []
            yield pytest.param(path, found, id=name, marks=marks)


@pytest.mark.filterwarnings("default::UserWarning")  # what a format cannot hold is reported by one
@pytest.mark.parametrize(("path", "found"), list(parts()))
def test_every_block_runs(
    path: Path, found: list[Block], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page's blocks run from top to bottom as a reader would run them."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "tests" / "gold", tmp_path / "tests" / "gold")
    shutil.copy(ROOT / "seeds" / "002_e3cea84825fd0a83.txt", tmp_path / "letter.txt")
    monkeypatch.chdir(tmp_path)
    _keep_bitexts(monkeypatch)
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in found:
        if block.skip is None:
            _run(block, f"{path.relative_to(ROOT)}:{block.line}", names)


def test_a_block_that_does_not_run_has_a_reason() -> None:
    """No block is skipped without a reason of some words."""
    for path in documents():
        for block in blocks(path.read_text(encoding="utf-8")):
            assert block.skip is None or len(block.skip.split()) > 1, (path, block.line)


def _run(block: Block, where: str, names: dict[str, Any]) -> None:
    match block.language:
        case "python":
            exec(compile(block.code, where, "exec"), names)
        case "pycon":
            _session(block.code, where, names)
        case "sh" | "console":
            _commands(block.code, where, shown=block.language == "console")
        case "json":
            json.loads(block.code)
        case "toml":
            tomllib.loads(block.code)
        case "yaml":
            yaml.safe_load(block.code)
        case language:
            assert language in SHOWN, f"{where}: a block in {language!r} is neither run nor only shown"


def _session(code: str, where: str, names: dict[str, Any]) -> None:
    """A session of the interpreter: each statement prints what stands under it."""
    test = doctest.DocTestParser().get_doctest(code, names, where, where, 0)
    failures: list[str] = []
    doctest.DocTestRunner(optionflags=SAME, verbose=False).run(test, out=failures.append, clear_globs=False)
    assert not failures, "".join(failures)
    names.update(test.globs)


def _commands(code: str, where: str, *, shown: bool) -> None:
    """Each command exits 0 and, where the block shows it, prints what stands under it."""
    joined = code.replace("\\\n", " ")
    found = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n?)*)", joined, re.MULTILINE) if shown else []
    for command, expected in found or [(line, None) for line in joined.splitlines() if line.strip()]:
        printed = _printed(command, where)
        if expected is not None:
            same = doctest.OutputChecker().check_output(expected or "\n", printed or "\n", SAME)
            assert same, f"{where}: {command} printed\n{printed}\nexpected\n{expected}"


def _printed(command: str, where: str) -> str:
    """What a command prints: ``align`` in this process, which has its models loaded already."""
    words = shlex.split(command, comments=True)
    if words[:2] == ["align", "corpus"]:  # it starts servers of its own, which end with its process
        program = [sys.executable, "-c", "from align.cli import main; main()", *words[1:]]
        ran = subprocess.run(program, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, f"{where}: {command}: {ran.stderr}"
        return ran.stdout
    if words[:1] == ["align"] and not {"|", ">"} & {*words}:
        from align.cli.app import app

        done = CliRunner().invoke(app, words[1:], catch_exceptions=False)
        assert done.exit_code == 0, f"{where}: {command}: {done.output}"
        return done.output
    assert words[0] in SHELL, f'{where}: a test does not run {words[0]!r}; say why with skip="…"'
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{where}: {command}: {ran.stderr}"
    return ran.stdout


KEPT: dict[object, Any] = {}
"""Bitexts by what they were made of."""


def _keep_bitexts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Align equal files with equal settings once for all pages: most of them show the letter."""
    import align

    module = import_module(align.align_file.__module__)
    align_file = module.align_file

    def kept(file: Path | str, *given: Any, **named: Any) -> Any:
        """As :func:`align.align_file` without progress; aligns anew where the settings name files."""
        named.pop("progress", None)
        values = [file, *given, *named.values()]
        files = [Path(value) for value in values if isinstance(value, Path | str)]
        settings = repr([value for value in values if not isinstance(value, Path | str)])
        if "Path(" in settings or not all(path.is_file() for path in files):
            return align_file(file, *given, **named)
        key = (settings, *((path.name, path.read_bytes()) for path in files))
        if key not in KEPT:
            KEPT[key] = align_file(file, *given, **named)
        return KEPT[key]

    monkeypatch.setattr(module, "align_file", kept)
