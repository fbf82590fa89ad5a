"""The command that runs a collection, as far as it needs no cluster."""

from __future__ import annotations

import signal
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from typer.testing import CliRunner

from align.cli.app import app
from align.corpus import run
from align.corpus.corpus_run import CorpusRun
from align.corpus.document import CorpusDocument


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[CorpusDocument, ...]]:
    """The documents of each collection that is run; nothing is done for them."""
    found: list[tuple[CorpusDocument, ...]] = []

    def pretend(documents: tuple[CorpusDocument, ...], folder: Path, *_: Any) -> CorpusRun:
        found.append(documents)
        return CorpusRun(folder, len(documents), folder / "report.html", 0, 0, 1.0)

    monkeypatch.setattr(run, "run_corpus", pretend)
    return found


def command(folder: Path, *options: str) -> Any:
    return CliRunner().invoke(app, ["corpus", str(folder), "-o", str(folder / "out"), *options])


def letters(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / name).write_text("A letter.\n")
    return folder


def test_a_signal_is_handled_as_before_when_it_is_done(
    tmp_path: Path, calls: list[tuple[CorpusDocument, ...]]
) -> None:
    """Also from a thread, where no signal can be handled."""
    before = signal.getsignal(signal.SIGTERM)
    folder = letters(tmp_path / "in", "a.txt")
    command(folder)
    thread = Thread(target=command, args=[folder])
    thread.start()
    thread.join()
    assert len(calls) == 2
    assert signal.getsignal(signal.SIGTERM) is before


def test_the_languages_of_the_command_pair_the_files(
    tmp_path: Path, calls: list[tuple[CorpusDocument, ...]]
) -> None:
    """A run with files that are unclear is not started."""
    folder = letters(tmp_path / "in", "a.fr.txt", "a.de.txt", "page.jpg")
    refused = command(folder)
    assert not calls
    assert refused.exit_code != 0
    command(folder, "--source-language", "fr", "--target-language", "de")
    assert [one.names for one in calls[0]] == [("a.fr.txt", "a.de.txt")]
