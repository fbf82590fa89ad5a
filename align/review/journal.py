"""Decisions on disk: JSON Lines, appended, one line a decision, on the disk before the next key is pressed.

    {"op":"accept","id":"…","change":{…},"by":"anna","at":"2026-03-01T09:12:44Z","documents":{"source":"<sha256>",…}}

A line says what was decided, by whom, when (UTC), and of which files (sha256 of each side's). Nothing is
ever rewritten. What cannot be read (a line torn by a crash) is left where it is and listed.
"""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from filelock import FileLock, Timeout

from align.errors import InputError, OutputError, ReadError
from align.review.codec import from_json, to_json
from align.review.operation import Operation
from align.text.document import Side

Hashes = Mapping[Side, str]


@dataclass(frozen=True)
class Entry:
    """One line: an operation, who decided it, when (UTC, seconds), and the files' sha256 by side."""

    operation: Operation
    by: str
    at: str
    documents: Hashes

    def to_line(self) -> str:
        """As it is written, with the newline."""
        values = to_json(self.operation) | {
            "by": self.by,
            "at": self.at,
            "documents": dict(self.documents),
        }
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"


@dataclass(frozen=True)
class Torn:
    """A line that cannot be read: its number from 1, and why."""

    line: int
    why: str


@dataclass(frozen=True)
class JournalContents:
    """What a journal holds."""

    entries: tuple[Entry, ...] = ()
    torn: tuple[Torn, ...] = ()


def now() -> str:
    """The time as journals write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def login() -> str:
    """Who decides, where nobody is named: who is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no login name in some containers
        return "reviewer"


def read_decisions(path: Path | str) -> JournalContents:
    """The decisions of a journal, or of a file that the one-file desk saved.

    Raises :class:`ReadError` where there is no such file or not one line of it is a decision.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"{path}: cannot be read: {error.strerror or error}; give a journal (.jsonl)"
        ) from error
    found = decisions(data)
    if found.torn and not found.entries:
        raise ReadError(
            f"{path}: expected a journal of decisions, one JSON object a line; line {found.torn[0].line}: "
            f"{found.torn[0].why}"
        )
    return found


def decisions(data: bytes) -> JournalContents:
    """The decisions that these bytes hold, each id once."""
    entries: dict[str, Entry] = {}
    torn = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            entry = _entry(json.loads(line))
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
            torn.append(Torn(number, f"no JSON: {error}"))
        except InputError as error:
            torn.append(Torn(number, str(error)))
        else:
            entries.setdefault(entry.operation.id, entry)
    return JournalContents(tuple(entries.values()), tuple(torn))


def _entry(values: Any) -> Entry:  # noqa: ANN401  # whatever JSON holds
    if not isinstance(values, dict):
        raise InputError("expected an object")
    documents = values.get("documents")
    if not isinstance(documents, dict):
        raise InputError("it does not say of which files (documents)")
    return Entry(
        from_json(values), str(values.get("by", "")), str(values.get("at", "")), MappingProxyType(documents)
    )


@dataclass
class Journal:
    """An open journal. Who opens it second, here or in another process, can only read.

    ``pending``: lines that could not be written yet (a full disk); they go first with the next one.
    """

    path: Path
    read_only: str | None = None
    pending: list[str] = field(default_factory=list)
    _lock: FileLock | None = None
    _size: int = 0

    @classmethod
    def open(cls, path: Path | str) -> tuple[Journal, JournalContents]:
        """Open, or begin, the journal at ``path``; what it holds so far."""
        path = Path(path)
        if not path.parent.is_dir():
            raise OutputError(f"the folder {path.parent} does not exist; make it first")
        journal = cls(path)
        journal._take()
        try:
            data = path.read_bytes() if path.exists() else b""
        except OSError as error:
            raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error
        journal._size = len(data)
        if data and not data.endswith(b"\n") and journal.read_only is None:
            journal._write("\n")  # closes a torn line
        return journal, decisions(data)

    def _take(self) -> None:
        """Lock the file, or know that somebody else has."""
        lock = FileLock(self.path.with_name(self.path.name + ".lock"), is_singleton=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            self.read_only = f"{self.path.name} is open in another notebook: this one can only look"
            return
        except OSError as error:
            self.read_only = f"{self.path} cannot be written: {error.strerror or error}"
            return
        self._lock = lock

    def append(self, entry: Entry) -> None:
        """Write a decision and wait until it is on the disk.

        Raises :class:`OutputError` where that fails; the decision is then pending. Nothing is half written.
        """
        if self.read_only is not None:
            raise OutputError(self.read_only)
        self.pending.append(entry.to_line())
        self.save()

    def save(self) -> None:
        """Write what is pending. Raises :class:`OutputError` where that fails."""
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
                    _all(stream.fileno(), data)
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
        """Let others write."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self.read_only = self.read_only or f"{self.path.name} was closed"


def _all(descriptor: int, data: bytes) -> None:
    """Write all of it: a short write is how a disk says that it is full."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def lines(entries: tuple[Entry, ...]) -> Iterator[str]:
    """As a file holds them."""
    return (entry.to_line() for entry in entries)
