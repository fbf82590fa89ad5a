"""Bad names, values without end and a talkative library: one short line, whatever a file holds."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from align.cli.app import app
from align.cli.progress import Messages
from align.errors import ReadError
from align.one_line import MAX_LINE, one_line
from align.text.readers.pdf import layer_texts


def test_a_name_with_a_line_break_stays_on_the_line() -> None:
    error = ReadError("стр\n2.png: cannot be read; \x1b[31mred\udcff\u2028")
    assert str(error) == r"стр\n2.png: cannot be read; \x1b[31mred\udcff\u2028"


def test_long_values_keep_their_beginning_and_end_and_the_advice_stays() -> None:
    line = one_line(f"line 2: found {'9' * 5000}: cut short? write the table again")
    assert len(line) < 400
    assert line.startswith("line 2: found 99")
    assert line.endswith("99: cut short? write the table again")
    assert len(one_line("word " * 5000)) == MAX_LINE


def test_ordinary_words_stay_as_they_are() -> None:
    line = "scan.pdf: «пландарм» на 3-й странице; n\u0303 and a no-break\u00a0space"
    assert one_line(line) == line


@pytest.mark.parametrize("as_json", [False, True])
def test_a_note_is_one_line(
    *, as_json: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Messages, "as_json", as_json)
    Messages.note(f"picture left out: a\nb\udcff{'c' * 5000}.png")
    Messages.error("a\nb", 2)
    first, second = capsys.readouterr().err.splitlines()
    assert len(first.encode()) < 600
    assert r"a\nb" in (json.loads(second)["error"] if as_json else second)


def test_the_library_that_reads_a_pdf_logs_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its warnings stood before the one line on the file; who chose a level for it still sees them."""
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n" + b"x" * 2000)
    with pytest.raises(ReadError, match="no PDF that can be read"):
        layer_texts(broken)
    assert not [one for one in caplog.records if one.name.startswith("pypdf")]
    assert logging.getLogger("pypdf").level == logging.NOTSET
    monkeypatch.setattr(logging.getLogger("pypdf"), "level", logging.WARNING)
    with pytest.raises(ReadError):
        layer_texts(broken)
    assert [one for one in caplog.records if one.name.startswith("pypdf")]


def test_a_folder_that_may_not_be_read_is_named_by_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line comes from the reader, not as a box on the use of the command."""
    locked = tmp_path / "locked"
    locked.mkdir()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(ReadError, match=r"locked: cannot be read \(Permission denied\)"):
        CliRunner().invoke(app, ["show", str(locked), str(locked)], catch_exceptions=False)
