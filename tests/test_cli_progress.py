"""What the command says while it works, and that it can be stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

COMMAND = [sys.executable, "-c", "from align.cli import main; main()"]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A page with both texts."""
    path = tmp_path / "letter.txt"
    path.write_text("Contents:\n\nВаш ответ получил. Я ушёл.\n\nI received your reply. I left.\n", "utf-8")
    return path


def messages(stream: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["show", "none.txt"], "no such file"), (["show", "--bogus"], "--bogus"), (["nonsense"], "nonsense")],
)
def test_an_error_is_an_object_for_a_program(tmp_path: Path, arguments: list[str], words: str) -> None:
    """With the words and the exit code that a person gets."""
    done = subprocess.run(
        [*COMMAND, "--json", *arguments], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    *_, last = messages(done.stderr)
    assert done.returncode == last["exit_code"] == 2
    assert words in last["error"]


@pytest.mark.model
def test_a_program_reads_how_far_the_run_is(letter: Path) -> None:
    """One object a line, apart from the output."""
    done = subprocess.run(
        [*COMMAND, "--json", "show", "--fresh", str(letter)], capture_output=True, text=True, check=True
    )
    stages = list(dict.fromkeys(step["stage"] for step in messages(done.stderr)))
    assert stages[0] == "reading"
    assert stages[-1] == "done"
    assert "Я ушёл." in done.stdout


def stage_begins(stream: IO[str], stage: str) -> None:
    """Wait for a stage."""
    for line in stream:
        if json.loads(line)["stage"] == stage:
            return
    raise AssertionError(stage)


@pytest.mark.model
@pytest.mark.parametrize("stage", ["reading", "aligning", "looking for OCR errors"])
def test_a_stopped_command_ends_in_one_line(letter: Path, tmp_path: Path, stage: str) -> None:
    """Ctrl-C goes to the command and all its processes; no file is left half written."""
    output = tmp_path / "out" / "letter.json"
    output.parent.mkdir()
    command = [*COMMAND, "--json", "export", "--fresh", str(letter), "-o", str(output)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
        assert running.stderr is not None
        stage_begins(running.stderr, stage)
        os.killpg(running.pid, signal.SIGINT)
        *_, last = messages(running.stderr.read())
    assert last == {"error": "stopped", "exit_code": 130}
    assert running.returncode == 130
    assert not list(output.parent.iterdir())
