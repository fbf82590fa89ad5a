"""An engine is ended whole: also where ``tesseract`` is a script that starts the engine."""

import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from align.scan.engine_input import INPUT
from align.scan.engine_runs import EngineError, Runs

SLEEPER = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(120)"


@pytest.fixture
def wrapper(tmp_path: Path) -> list[str]:
    """A command that starts another program, which notes its number and sleeps."""
    script = tmp_path / "tesseract"
    script.write_text(f'#!/bin/sh\n"{sys.executable}" -c "{SLEEPER}" "$1"\necho done\n', "utf-8")
    script.chmod(0o755)
    return [str(script), str(tmp_path / "number")]


def number_in(path: Path) -> int:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if path.exists() and path.read_text("utf-8"):
            return int(path.read_text("utf-8"))
        time.sleep(0.02)
    pytest.fail("the program was not started")


def is_running(number: int) -> bool:
    """Whether a process runs; one that has ended and that nobody waits for does not."""
    state = Path(f"/proc/{number}/stat")
    if not state.parent.parent.joinpath("self").exists():
        pytest.skip("needs /proc")
    return state.exists() and state.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"


def ends(number: int) -> bool:
    """Whether a process that was killed ends soon."""
    for _ in range(200):
        if not is_running(number):
            return True
        time.sleep(0.05)
    return False


def test_what_a_script_started_is_killed_when_its_time_is_over(wrapper: list[str]) -> None:
    with pytest.raises(EngineError, match=r"took more than 3 s"):
        Runs().run(wrapper, b"picture", 3)
    assert ends(number_in(Path(wrapper[1])))


def test_what_a_script_started_is_killed_when_all_is_stopped(wrapper: list[str]) -> None:
    runs, failures = Runs(), []

    def read() -> None:
        try:
            runs.run(wrapper, b"picture", 500)
        except EngineError as error:
            failures.append(str(error))

    reader = Thread(target=read, daemon=True)
    reader.start()
    number = number_in(Path(wrapper[1]))
    runs.stop()
    reader.join(60)
    assert failures == ["Tesseract was killed (signal 9; is there enough memory?)"]
    assert ends(number)


def test_a_large_picture_passes_to_a_program_that_writes_first() -> None:
    code = "import sys; sys.stdout.write('x' * 300000); sys.stdout.write(str(len(sys.stdin.buffer.read())))"
    written = Runs().run([sys.executable, "-c", code], bytes(3_000_000), 60)
    assert written == b"x" * 300_000 + b"3000000"


def test_a_program_that_reads_nothing_gives_its_own_error() -> None:
    code = "import sys; sys.exit('no such language')"
    with pytest.raises(EngineError, match=r"ended with an error \(1\): no such language"):
        Runs().run([sys.executable, "-c", code], bytes(3_000_000), 60)


def test_a_program_that_writes_without_end_is_ended() -> None:
    code = "import sys\nwhile True: sys.stdout.write('x' * 1000000)"
    with pytest.raises(EngineError, match="Tesseract wrote more than 64 MB"):
        Runs().run([sys.executable, "-c", code], b"", 60)


def test_a_picture_can_be_opened_by_the_name_of_the_input() -> None:
    code = (
        "import sys; stream = sys.stdin.buffer if sys.argv[1] == '-' else open(sys.argv[1], 'rb')\n"
        "sys.stdout.write(str(len(stream.read())))"
    )
    assert Runs().run([sys.executable, "-c", code, INPUT], bytes(3_000_000), 60) == b"3000000"
