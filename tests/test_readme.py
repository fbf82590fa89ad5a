"""README is true: its picture of the letter, its commands, its Python."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.model
def test_the_picture_of_the_letter_is_what_the_program_shows():
    """`python tools/readme.py` would change nothing."""
    done = subprocess.run([sys.executable, ROOT / "tools" / "readme.py", "--check"], check=False)
    assert done.returncode == 0, "run python tools/readme.py and look at what changed"


def test_continuous_integration_runs_the_second_command_literally():
    """What README tells a newcomer to run is what is run."""
    _, tests = re.findall(r"^python3 -m venv .*$", README, flags=re.MULTILINE)
    assert tests in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_command_of_the_table_exists():
    """README names the commands the program has, and all of them."""
    named = set(re.findall(r"^\| `align (\S+)", README, flags=re.MULTILINE))
    code = (
        "from align.cli import app; print(*(c.name or c.callback.__name__ for c in app.registered_commands))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert named == set(done.stdout.split())


@pytest.mark.model
def test_the_python_example_runs(monkeypatch):
    """The block under "From Python" runs as it stands."""
    monkeypatch.chdir(ROOT)
    [block] = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    names: dict[str, object] = {}
    exec(block, names)
    assert names["bitext"].alignment.beads


def test_every_dependency_is_in_the_table():
    """No library comes without its reason, licence and size."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    [needed] = re.findall(r"\ndependencies = \[(.*?)\]", project, flags=re.DOTALL)
    table = README[README.index("## Dependencies") :]
    for name in re.findall(r'"([\w-]+)', needed):
        assert re.search(rf"\| [^|]*\b{name}\b[^|]* \|", table), name


def test_every_dependency_is_pinned_as_tested():
    """constraints.txt names an exact version of everything the package needs."""
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name in re.findall(r'^    "([\w-]+)>=', project, flags=re.MULTILINE):
        assert re.search(rf"^{name}==\S+$", pinned, flags=re.MULTILINE), name
    assert "\ntorch==2.13.0\n" in pinned
