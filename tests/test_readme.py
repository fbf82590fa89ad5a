"""README is short and true: its commands, its figures, its links. Its code blocks: ``tests/docs``."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.model
def test_figures_and_the_picture_of_the_letter_are_what_the_program_shows() -> None:
    """`python tools/readme.py` would change nothing, neither in README nor in the tutorial."""
    done = subprocess.run([sys.executable, ROOT / "tools" / "readme.py", "--check"], check=False)
    assert done.returncode == 0, "run python tools/readme.py and look at what changed"


def test_readme_is_short() -> None:
    """What does not fit into 6,000 bytes stands on the site."""
    assert len(README.encode()) <= 6000


def test_continuous_integration_runs_the_second_command_literally() -> None:
    """Continuous integration runs the test command that README gives."""
    _, tests = re.findall(r"^python3 -m venv .*$", README, flags=re.MULTILINE)
    assert tests in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_link_leads_to_a_file() -> None:
    """No link of README is broken."""
    for link in re.findall(r"\]\(([^)#]+)", README):
        assert (ROOT / link).is_file(), link


def test_every_dependency_is_in_the_table() -> None:
    """No library comes without its reason, licence and size."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    [needed] = re.findall(r"\ndependencies = \[(.*?)\]", project, flags=re.DOTALL)
    table = (ROOT / "docs" / "reference" / "dependencies.md").read_text(encoding="utf-8")
    for name in re.findall(r'"([\w-]+)', needed):
        assert re.search(rf"\| [^|]*\b{name}\b[^|]* \|", table), name


def test_every_dependency_is_pinned_as_tested() -> None:
    """constraints.txt names an exact version of everything the package needs."""
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name in re.findall(r'^    "([\w-]+)>=', project, flags=re.MULTILINE):
        assert re.search(rf"^{name}==\S+$", pinned, flags=re.MULTILINE), name
    assert "\ntorch==2.13.0\n" in pinned
