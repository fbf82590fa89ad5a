"""The processes of an OCR engine: started, waited for, ended all at once; and why one broke off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock

from align.errors import AlignError
from align.scan.ending_signals import ending_signals
from align.scan.engine_process import MOST, EngineProcess


class EngineError(AlignError):
    """The engine broke off on a page: it was killed, crashed or took too long. Another try may end well."""


class EngineTimeoutError(EngineError):
    """The engine took too long: another try would take as long."""


class Runs:
    """The processes that run now, so that all can be ended at once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: set[EngineProcess] = set()
        self._stopped = False

    def stop(self) -> None:
        """End all processes; none is started any more."""
        with self._lock:
            self._stopped = True
            for process in self._running:
                process.kill()

    @contextmanager
    def ended(self) -> Iterator[None]:
        """End all processes where the block inside is left by an error, an interrupt or a signal to end."""
        with ending_signals():
            try:
                yield
            except BaseException:
                self.stop()
                raise

    def run(self, command: Sequence[str], data: bytes, timeout: float) -> bytes:
        """The output of a program that reads its input.

        Args:
            command: The program and its arguments.
            data: The input.
            timeout: Seconds after which it is killed.

        Raises:
            EngineError: It cannot be started, ends with an error or is killed.
            EngineTimeoutError: It takes too long.
        """
        process = self._started(command, data)
        try:
            ended = process.wait(timeout)
        finally:
            with self._lock:
                self._running.discard(process)
        if ended is None:
            raise EngineTimeoutError(f"Tesseract took more than {timeout:g} s")
        if process.wrote_too_much:
            raise EngineError(f"Tesseract wrote more than {MOST // 1_000_000} MB")
        code, output, errors = ended
        if code:
            raise EngineError(_why(code, errors))
        return output

    def _started(self, command: Sequence[str], data: bytes) -> EngineProcess:
        with self._lock:
            if self._stopped:
                raise EngineError("stopped")
            try:
                process = EngineProcess(command, data)
            except OSError as error:
                raise EngineError(f"Tesseract cannot be started ({error.strerror or error})") from error
            self._running.add(process)
            return process


def _why(code: int, errors: bytes) -> str:
    lines = errors.decode(errors="replace").strip().splitlines()
    last = f": {lines[-1].strip()[:200]}" if lines else ""
    if code < 0:
        return f"Tesseract was killed (signal {-code}; is there enough memory?)"
    return f"Tesseract ended with an error ({code}){last}"
