"""Type checkers know the public API, and the typical uses run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from align.bitext import Bitext
from align.flag import Flag

from . import typical_uses

ROOT = Path(__file__).parents[2]
USES = Path(typical_uses.__file__)


def _checked(path: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "mypy", "--strict", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    return done.returncode, done.stdout + done.stderr


def test_typical_uses_pass_the_strict_type_check() -> None:
    """Names, arguments and results of the public API have types."""
    pytest.importorskip("mypy")
    code, output = _checked(USES)
    assert code == 0, output


def test_a_wrong_use_does_not_pass(tmp_path: Path) -> None:
    """The types are not ``Any``."""
    pytest.importorskip("mypy")
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import align\nalign.align_texts(3, 4)\nalign.align_text('a', 'b')\n", encoding="utf-8")
    _, output = _checked(wrong)
    assert output.count("error:") == 3, output


def test_typical_uses_run(tiny: Callable[..., Bitext], doubt: Flag, tmp_path: Path) -> None:
    """Those that need no model."""
    bitext = tiny((doubt,))
    assert "Баш ocr.real-word Ваш" in typical_uses.look(bitext)
    assert typical_uses.keep(bitext, tmp_path) == bitext
    assert typical_uses.review(bitext, tmp_path) == 2
    assert typical_uses.refused() == "missing.txt: no such file; check the path"


@pytest.mark.model
def test_typical_runs_run(tmp_path: Path) -> None:
    """Strings, lists, files, an encoder of the caller's."""
    (tmp_path / "original.txt").write_text("Баш ответ получил.", encoding="utf-8")
    (tmp_path / "translation.txt").write_text("I received your reply.", encoding="utf-8")
    (tmp_path / "letter.txt").write_text("Баш ответ получил.\n\nI received your reply.\n", encoding="utf-8")
    found = [typical_uses.strings(), *typical_uses.files(tmp_path)]
    assert [bitext.correct().strip()[:4] for bitext in found] == ["Ваш "] * 3
    assert [bead.type for bead in typical_uses.lists().beads] == ["1-1", "1-1"]
    assert typical_uses.own_encoder().signature.encoder == "own"
