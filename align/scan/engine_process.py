"""A process of an OCR engine that can be ended whole, with the processes that it started itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event, Thread
from typing import IO

from align.scan.engine_input import input_file

CHUNK = 1 << 16
MOST = 64_000_000
"""Bytes of output from which a process is ended: a page full of words has a tenth of it."""

GRACE = 2.0
"""Seconds for which a process that was killed, or that closed its output, is waited for."""


class EngineProcess:
    """A program that reads its input, writes its output and ends.

    Where the program is a script that starts the engine, both are of one group and are ended together.

    Args:
        command: The program and its arguments.
        data: Its input.

    Attributes:
        wrote_too_much: Whether it was ended because of the size of its output.

    Raises:
        OSError: It cannot be started.
    """

    def __init__(self, command: Sequence[str], data: bytes) -> None:
        pipe, one_thread = subprocess.PIPE, {**os.environ, "OMP_THREAD_LIMIT": "1"}
        with input_file(data) as given:
            self._process = subprocess.Popen(  # noqa: S603
                command, stdin=given, stdout=pipe, stderr=pipe, env=one_thread, start_new_session=True
            )
        self._output, self._errors = bytearray(), bytearray()
        self._over, self.wrote_too_much = Event(), False
        self._threads = (
            _started(self._read_output, self._process.stdout),
            _started(self._read_errors, self._process.stderr),
        )

    def wait(self, timeout: float) -> tuple[int, bytes, bytes] | None:
        """The exit code, the output and the lines of errors; ``None`` where the time is over before."""
        try:
            in_time = self._over.wait(timeout)
        except BaseException:
            self.kill()
            raise
        if not in_time:
            self.kill()
        self._finish()
        return (self._process.returncode, bytes(self._output), bytes(self._errors)) if in_time else None

    def kill(self) -> None:
        """End it and what it started. Whoever waits for it goes on."""
        if sys.platform == "win32":
            self._process.kill()
        else:
            with suppress(OSError):  # it has ended
                os.killpg(self._process.pid, signal.SIGKILL)
        self._over.set()

    def _finish(self) -> None:
        """Wait for the end; a process that does not end is killed. Pipes that another holds are left."""
        try:
            self._process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.kill()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(GRACE)
        for thread in self._threads:
            thread.join(GRACE)

    def _read_output(self, stream: IO[bytes]) -> None:
        with suppress(OSError, ValueError), stream:
            while chunk := os.read(stream.fileno(), CHUNK):
                self._output += chunk
                if len(self._output) > MOST:
                    self.wrote_too_much = True
                    self.kill()
                    break
        self._over.set()

    def _read_errors(self, stream: IO[bytes]) -> None:
        with suppress(OSError, ValueError), stream:
            while chunk := os.read(stream.fileno(), CHUNK):
                self._errors = (self._errors + chunk)[-CHUNK:]


def _started(task: Callable[..., None], stream: IO[bytes] | None) -> Thread:
    thread = Thread(target=task, args=(stream,), daemon=True)
    thread.start()
    return thread
