"""The arithmetic by which larger collections are estimated."""

from __future__ import annotations

import pytest
from scale_model import Figures, Machines, model, simulated_loss

FIGURES = Figures(
    rate=10.0,
    rate_alignment_only=100.0,
    sentences_a_document=20.0,
    bytes_a_sentence=500.0,
    worker_gigabytes=2.0,
    driver_milliseconds=1.0,
    driver_kilobytes=2.0,
    merge_milliseconds=1.0,
)


def test_hours_are_those_of_the_measured_rate() -> None:
    """36 million sentences at 10 a second are a million seconds times 3.6: 1,000 hours of one processor."""
    found = dict(model(FIGURES, 36e6, Machines(10)))
    assert found["processor hours, all evidence"] == "1,000"
    assert found["processor hours, alignment only"] == "100"
    assert found["hours on 10 machines, all evidence"] == "1.6"
    assert found["tables"] == "18 GB"


def test_memory_bounds_the_workers_of_a_machine() -> None:
    assert Machines(1, processors=64, gigabytes=32.0).workers(FIGURES) == 16


@pytest.mark.parametrize("hours_between_failures", [100.0, 2000.0])
def test_the_loss_is_half_a_batch_for_each_failure(hours_between_failures: float) -> None:
    machines = Machines(50, hours_between_failures=hours_between_failures)
    half_a_batch = FIGURES.batch / 2 * FIGURES.sentences_a_document / FIGURES.rate / 3600
    found = simulated_loss(FIGURES, 4000.0, machines)
    assert found == pytest.approx(half_a_batch / hours_between_failures, rel=0.3)
