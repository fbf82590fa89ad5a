"""What is measured, and with which weights."""

from __future__ import annotations

from pathlib import Path

import pytest
from peer_jobs import jobs

SETS = ("letters", "novel")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder of development data with two sets."""
    for name in SETS:
        (tmp_path / "align-dev" / name).mkdir(parents=True)
    return tmp_path


def test_every_development_set_is_measured(data: Path) -> None:
    """The sets, the scanned pages together, then the sizes of ``scale``; with the package's weights."""
    development, scale = jobs(data, [1000, 2500], None)
    assert [job.text for job in development] == ["letters", "novel", "ocr-dev"]
    assert [job.text for job in scale] == ["scale, 1,000", "scale, 2,500"]
    assert {job.weights for job in (*development, *scale)} == {None}


def test_each_set_has_the_weights_fitted_without_it(data: Path) -> None:
    """``FOLDER/SET.json`` for each development set; ``scale`` was in no fit."""
    folder = data / "weights"
    folder.mkdir()
    for name in (*SETS, "ocr-dev"):
        (folder / f"{name}.json").touch()
    development, scale = jobs(data, [1000], folder)
    assert [job.weights for job in development] == [str(folder / f"{job.text}.json") for job in development]
    assert scale[0].weights is None


def test_missing_weights_are_named(data: Path) -> None:
    """A set without weights is not measured with those of the package in silence."""
    folder = data / "weights"
    folder.mkdir()
    (folder / "letters.json").touch()
    with pytest.raises(SystemExit, match=r"not there: .*novel\.json, .*ocr-dev\.json$"):
        jobs(data, [], folder)
