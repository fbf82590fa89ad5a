"""How far a run is, said in steps."""

from __future__ import annotations

import sys

import pytest

from align import progress
from align.notebook_progress import as_html, progress_display
from align.progress import Reporter, Step


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which a test moves."""
    now = [100.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    return now


def test_the_time_left_is_that_of_the_speed_so_far(clock: list[float]) -> None:
    """Three of twelve units in six seconds leave eighteen."""
    steps: list[Step] = []
    report = Reporter(steps.append)
    report.begin("aligning")
    clock[0] += 50  # before anything is counted
    advance = report.counter(12, "beads")
    clock[0] += 6
    advance(3)
    assert steps[-1] == Step("aligning", 3, 12, "beads", 18.0)
    clock[0] += 18
    advance(9)
    assert steps[-1] == Step("aligning", 12, 12, "beads", 0.0)


def test_an_inner_count_is_left_out(clock: list[float]) -> None:
    """The encoder counts its texts, but not while passes over the text are counted."""
    steps: list[Step] = []
    report = Reporter(steps.append)
    report.begin("looking")
    advance = report.counter(2, "passes")
    report.counter(9, "texts")(9)
    clock[0] += 2
    advance(2)
    report.counter(9, "texts")
    assert [(step.done, step.total, step.unit) for step in steps[1:]] == [
        (0, 2, "passes"),
        (2, 2, "passes"),
        (0, 9, "texts"),
    ]


def test_a_step_is_shown_as_people_read_it() -> None:
    """What is done, of how much, and the time left, where they are known."""
    assert str(Step("aligning")) == "aligning"
    assert str(Step("reading", 3, 12, "pages", 94.0)) == "reading: 3 of 12 pages, 1 min 34 s left"
    assert as_html(Step("reading", 3, 12, "<b>")).startswith('<progress value="3" max="12">')
    assert "<b>" not in as_html(Step("reading", 3, 12, "<b>"))


def test_outside_a_notebook_steps_are_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script that shows progress needs no notebook."""
    monkeypatch.delitem(sys.modules, "IPython", raising=False)
    progress_display()(Step("aligning", 1, 2, "beads"))
    assert capsys.readouterr().out == "aligning: 1 of 2 beads\n"
