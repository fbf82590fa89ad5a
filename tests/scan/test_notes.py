"""What the reading of a scan left out is said by every command that goes on without it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from align.bitext import Bitext
from align.cli.app import app
from tests.scan.conftest import FakeEngine

BROKEN_OFF = "pages on which the OCR engine broke off: page 2 (p2.png) of 2 (killed)"


def ran(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=False)


def noted(bitext: Bitext, *notes: str) -> Bitext:
    """The bitext with notes on the file of both sides."""
    assert bitext.source is not None
    assert bitext.target is not None
    document = replace(bitext.source.document, notes=notes)
    source, target = (replace(text, document=document) for text in (bitext.source, bitext.target))
    return replace(bitext, source=source, target=target)


@pytest.fixture
def aligned(tiny: Callable[..., Bitext], monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes the commands find the tiny page with these notes on its file."""

    def find(*notes: str) -> None:
        for command in ("exchange", "correct"):
            monkeypatch.setattr(f"align.cli.{command}.aligned", lambda *_, **__: noted(tiny(), *notes))

    return find


@pytest.mark.parametrize("command", [("export", "--to", "jsonl"), ("correct",)])
@pytest.mark.parametrize(("note", "code"), [("picture left out: p1.png (broken)", 0), (BROKEN_OFF, 3)])
def test_a_command_prints_the_notes_of_the_reading(
    aligned: Callable[..., None], tmp_path: Path, command: tuple[str, ...], note: str, code: int
) -> None:
    """On the error stream with the name of the file; the output is written also where a page is missing."""
    aligned(note)
    output = tmp_path / "out"
    done = ran(command[0], "scan", *command[1:], "-o", output)
    assert done.exit_code == code, done.output
    [line] = [line for line in done.stderr.splitlines() if note in line]
    assert line.startswith("align: ")
    assert output.read_bytes()


def test_a_review_names_the_pages_that_are_missing(
    fake: FakeEngine, pictures: Callable[..., Path], tmp_path: Path
) -> None:
    """The notebook is written; the command ends with 3 while a second run may read more."""
    fake.conduct("size == b'302' and os.kill(os.getpid(), signal.SIGKILL)")
    folder, english = pictures(301, 302), tmp_path / "english.txt"
    english.write_text("Dear friend, I have received your reply.", "utf-8")
    command = ("review", folder, english, "--source-language", "ru", "-o", tmp_path / "n.ipynb", "--no-open")
    done = ran(*command)
    assert done.exit_code == 3, done.output
    assert "align: letter: pages on which the OCR engine broke off" in done.stderr
    assert (tmp_path / "n.ipynb").is_file()
    fake.conduct("")
    assert ran(*command).exit_code == 0


def test_read_ends_likewise(fake: FakeEngine, pictures: Callable[..., Path], tmp_path: Path) -> None:
    fake.conduct("size == b'302' and os.kill(os.getpid(), signal.SIGKILL)")
    done = ran("read", pictures(301, 302), "--language", "ru", "-o", tmp_path / "out.hocr")
    assert done.exit_code == 3, done.output
    assert "page301" in (tmp_path / "out.hocr").read_text("utf-8")
