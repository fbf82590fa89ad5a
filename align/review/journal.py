"""The format of a journal: JSON Lines, one line a decision.

    {"op":"accept","id":"…","change":{…},"by":"anna","at":"2026-03-01T09:12:44Z","documents":{"source":"<sha256>",…}}

A line holds a decision, who made it, when (UTC), and on which files (sha256 of each side's). A line that
cannot be read, such as one that a crash left incomplete, stays in the file and is listed. Before the first
decision on a text that was read from pages stands that text (:mod:`.kept_reading`).
"""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from align.errors import InputError, ReadError
from align.review.codec import from_json, to_json
from align.review.kept_reading import KeptReading, reading_from
from align.review.operation import Operation
from align.text.document import Side

Hashes = Mapping[Side, str]
"""The sha256 of each side's file."""


@dataclass(frozen=True)
class Entry:
    """One line: an operation, who decided it, when (UTC, to the second), and the files' sha256 by side."""

    operation: Operation
    by: str
    at: str
    documents: Hashes

    def to_line(self) -> str:
        """The line as it is written, with the newline."""
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
    """What a journal holds: decisions, each id once, lines that cannot be read, and texts of pages."""

    entries: tuple[Entry, ...] = ()
    torn: tuple[Torn, ...] = ()
    readings: tuple[KeptReading, ...] = ()


def now() -> str:
    """The time as journals hold it: UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def login() -> str:
    """The name of the user who is logged in; ``reviewer`` where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no login name in some containers
        return "reviewer"


def read_decisions(path: Path | str) -> JournalContents:
    """Read the decisions of a journal, or of a file that a one-file review saved.

    Args:
        path: A journal (``.jsonl``).

    Returns:
        The decisions in order, and the lines that cannot be read.

    Raises:
        ReadError: If there is no such file, or none of its lines is a decision.

    Example:
        >>> read_decisions("letter.review.jsonl").entries[0].by  # doctest: +SKIP
        'anna'
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"{path}: cannot be read: {error.strerror or error}; give a journal (.jsonl)"
        ) from error
    contents = decisions(data)
    if contents.torn and not contents.entries:
        raise ReadError(
            f"{path}: expected a journal of decisions, one JSON object a line; line {contents.torn[0].line}: "
            f"{contents.torn[0].why}"
        )
    return contents


def decisions(data: bytes) -> JournalContents:
    """The decisions that these bytes hold; of several lines with one id, the first."""
    entries: dict[str, Entry] = {}
    readings: dict[str, KeptReading] = {}
    torn = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            found = _parsed(json.loads(line))
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
            torn.append(Torn(number, f"no JSON: {error}"))
        except InputError as error:
            torn.append(Torn(number, str(error)))
        else:
            if isinstance(found, Entry):
                entries.setdefault(found.operation.id, found)
            else:
                readings.setdefault(found.sha256, found)
    return JournalContents(tuple(entries.values()), tuple(torn), tuple(readings.values()))


def _parsed(values: Any) -> Entry | KeptReading:  # noqa: ANN401  # whatever JSON holds
    if not isinstance(values, dict):
        raise InputError("expected an object")
    if "reading" in values:
        return reading_from(values)
    documents = values.get("documents")
    if not isinstance(documents, dict) or not all(isinstance(one, str) for one in documents.values()):
        raise InputError("it does not say of which files (documents)")
    return Entry(
        from_json(values), str(values.get("by", "")), str(values.get("at", "")), MappingProxyType(documents)
    )


def lines(entries: Iterable[Entry | KeptReading]) -> Iterator[str]:
    """Entries and readings as a file holds them, each with its newline."""
    return (entry.to_line() for entry in entries)
