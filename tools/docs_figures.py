"""Figures that were measured -> the tables of the site and of README.

Each file of ``docs/benchmarks`` is a table::

    {"title": "…", "note": "…", "machine": "…", "date": "2026-11-22",
     "rows": [{"measured": "…", "values": {"name": 0.98}, "unit": "s", "command": "…", "readme": "…"}]}

``values``: by name, a number, or two for a range, or an object of them (then the names are the table's
columns); the name is empty where there is one value. ``date``, ``machine``: of every row that has none of
its own. ``command``: what measures it, run in the repository's root; that of the row above where there is
none. ``readme``: the row's name in README's table.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

FOLDER = Path(__file__).parents[1] / "docs" / "benchmarks"
PLACE = re.compile(r"^<!-- figures: ([\w-]+) -->$", re.MULTILINE)
"""Where a page of the site wants a table."""

Number: TypeAlias = "int | float | list[int | float] | dict[str, Number]"


@dataclass(frozen=True)
class Row:
    """One thing that was measured. ``date``: ISO 8601; ``values``: by name, a number or a range."""

    measured: str
    values: Mapping[str, Number]
    command: str
    date: str
    machine: str
    unit: str = ""
    readme: str | None = None

    @property
    def shown(self) -> str:
        """The values in words: ``precision .98, recall .93``."""
        return f"{number(dict(self.values), 0)} {self.unit}" if self.unit else number(dict(self.values))

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the values that are a column each; none where all stand in one."""
        return tuple(name for name, value in self.values.items() if isinstance(value, dict))


@dataclass(frozen=True)
class Figures:
    """A table of figures."""

    title: str
    note: str
    rows: tuple[Row, ...]

    @classmethod
    def read(cls, path: Path) -> Figures:
        """From JSON."""
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        rows: list[Row] = []
        for row in data["rows"]:
            command = row.get("command") or rows[-1].command
            shared = {"date": data["date"], "machine": data["machine"]}
            rows.append(Row(**{**shared, **row, "command": command}))
        return cls(data["title"], data["note"], tuple(rows))


def number(value: Number, digits: int = 2) -> str:
    """As tables show it: ``.98``, ``10–13``, ``L1 .88, L2 .95``; ``digits``: least of a fraction."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {number(part, digits)}".strip() for name, part in value.items())
    if isinstance(value, list):
        return "–".join(number(part, digits) for part in value)
    whole, _, rest = f"{value:g}".partition(".")
    if (isinstance(value, float) and digits) or rest:
        return f"{whole if whole != '0' else ''}.{rest.ljust(digits, '0')}"
    return whole


@cache
def figures() -> Mapping[str, Figures]:
    """Every table, by the name of its file."""
    return {path.stem: Figures.read(path) for path in sorted(FOLDER.glob("*.json"))}


def with_tables(markdown: str) -> str:
    """A page with each ``<!-- figures: NAME -->`` replaced by that table."""
    return PLACE.sub(lambda found: section(figures()[found[1]]), markdown)


def section(held: Figures) -> str:
    """A table with its note, the commands that made it, and the machine."""
    return f"{held.note}\n\n" + "\n".join(_by_command(held))


def _by_command(held: Figures) -> Iterator[str]:
    """The rows of each command under that command."""
    commands = dict.fromkeys(row.command for row in held.rows)
    for command in commands:
        rows = [row for row in held.rows if row.command == command]
        machines, dates = (
            ", ".join(sorted({*held})) for held in zip(*((r.machine, r.date) for r in rows), strict=True)
        )
        yield f"`{command}`<br>{machines}; {dates}\n"
        columns = rows[0].columns
        yield f"| measured | {' | '.join(columns or ('figure',))} |\n| --- |{' --- |' * max(len(columns), 1)}"
        for row in rows:
            cells = [number(row.values[name]) for name in columns] or [row.shown]
            yield f"| {row.measured} | {' | '.join(cells)} |"
        yield ""


def readme_table() -> str:
    """The rows that README shows, with their commands."""
    rows = [row for held in figures().values() for row in held.rows if row.readme]
    lines = ["| measured | figure |", "| --- | --- |", *(f"| {row.readme} | {row.shown} |" for row in rows)]
    return "\n".join(lines)
