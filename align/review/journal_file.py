"""An open journal: decisions are appended and flushed to the disk one by one; nothing is ever rewritten."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from align.errors import OutputError, ReadError
from align.review.journal import Entry, JournalContents, decisions
from align.review.kept_reading import KeptReading


@dataclass
class Journal:
    """A journal that is locked for writing. A second process, or a second review here, can only read it.

    ``read_only``: why nothing can be written; None where it can. ``open_elsewhere``: whether that is because
    another program writes it. ``pending``: lines that could not be written yet (the disk is full); they are
    written with the next one.
    """

    path: Path
    read_only: str | None = None
    open_elsewhere: bool = False
    pending: list[str] = field(default_factory=list)
    _readings: set[str] = field(default_factory=set)
    _lock: FileLock | None = None
    _size: int = 0

    @classmethod
    def open(cls, path: Path | str) -> tuple[Journal, JournalContents]:
        """Open a journal; the file is made with the first decision.

        Args:
            path: The file.

        Returns:
            The open journal, and what the file holds so far.

        Raises:
            OutputError: If the folder does not exist.
            ReadError: If the file cannot be read.
        """
        path = Path(path)
        if not path.parent.is_dir():
            raise OutputError(f"the folder {path.parent} does not exist; make it first")
        journal = cls(path)
        journal._acquire_lock()
        try:
            data = path.read_bytes() if path.exists() else b""
        except OSError as error:
            raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error
        journal._size = len(data)
        if data and not data.endswith(b"\n") and journal.read_only is None:
            journal._write("\n")  # ends a line that a crash left incomplete
        contents = decisions(data)
        journal._readings = {reading.sha256 for reading in contents.readings}
        return journal, contents

    def _acquire_lock(self) -> None:
        """Lock the file, or note why it can only be read."""
        lock = FileLock(self.path.with_name(self.path.name + ".lock"), is_singleton=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            self.open_elsewhere = True
            self.read_only = f"{self.path.name} is open in another notebook: this one can only look"
            return
        except OSError as error:
            self.read_only = f"{self.path} cannot be written: {error.strerror or error}"
            return
        self._lock = lock

    def append(self, entry: Entry, readings: Iterable[KeptReading] = ()) -> None:
        """Write a decision and wait until it is on the disk. No line is ever half written.

        Args:
            entry: The decision.
            readings: The texts of pages that it was made on; those that the file lacks are written before it.

        Raises:
            OutputError: If it cannot be written; the decision is then pending.
        """
        if self.read_only is not None:
            raise OutputError(self.read_only)
        for reading in readings:
            if reading.sha256 not in self._readings:
                self._readings.add(reading.sha256)
                self.pending.append(reading.to_line())
        self.pending.append(entry.to_line())
        self.save()

    def save(self) -> None:
        """Write what is pending.

        Raises:
            OutputError: If it cannot be written; it stays pending.
        """
        if self.read_only is not None:
            raise OutputError(self.read_only)
        if not self.pending:
            return
        self._write("".join(self.pending))
        self.pending.clear()

    def _write(self, text: str) -> None:
        data = text.encode()
        try:
            with self.path.open("ab", buffering=0) as stream:
                at = os.fstat(stream.fileno()).st_size
                if at != self._size:
                    self.read_only = (
                        f"{self.path.name} was opened again and goes on there: here you can only look"
                    )
                    raise OutputError(self.read_only)
                try:
                    _write_all(stream.fileno(), data)
                    os.fsync(stream.fileno())
                except OSError:
                    stream.truncate(at)
                    raise
        except OSError as error:
            raise OutputError(
                f"not saved: {self.path}: {error.strerror or error}; your decisions stay on the screen: make "
                "room, then save again (Ctrl+S)"
            ) from error
        self._size = at + len(data)

    def close(self) -> None:
        """Release the lock, so that another process can write."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self.read_only = self.read_only or f"{self.path.name} was closed"


def _write_all(descriptor: int, data: bytes) -> None:
    """Write until nothing is left: a full disk first accepts a part, then raises :class:`OSError`."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
