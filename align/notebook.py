"""The notebook in which a document is reviewed: run top to bottom, run again to resume."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.config import Config

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def notebook(
    file: Path, target: Path | None, config: Config, *, journal: str, reviewer: str | None = None
) -> str:
    """The notebook's JSON. ``journal``: where decisions are written, seen from the notebook's folder."""
    cells = [_markdown(INTRODUCTION.format(name=file.name, journal=journal))]
    cells += [_cell(part) for part in _parts(file, target, config, journal, reviewer)]
    for number, cell in enumerate(cells):
        cell["id"] = f"align-{number}"
    made = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


INTRODUCTION = """# Review of {name}

Run the cells from top to bottom (menu *Run → Run All Cells*), then work in the table under *The review*: `n`
goes to the next row that needs review, `a` accepts the suggestion, `x` dismisses the doubt, `Enter` confirms
the row, `Ctrl+Z` takes back, `?` shows all keys. Everything can be done by mouse as well.

Each decision is on the disk (`{journal}`) before you press the next key. Close the notebook whenever you
like; run the cells again to go on."""


def _parts(
    file: Path, target: Path | None, config: Config, journal: str, reviewer: str | None
) -> Iterable[str]:
    """Markdown and code in turn; code begins with no ``#``."""
    files = ", ".join(repr(str(path)) for path in (file, target) if path is not None)
    settings, imports = _settings(config)
    who = f", reviewer={reviewer!r}" if reviewer else ""
    yield "## The two texts, aligned\n\nThis takes some seconds for a letter, some minutes for a book."
    aligned = f"bitext = align.align_file({files}{settings}, progress=print)"
    yield f"import align\n{imports}\n{aligned}\nprint(bitext)"
    yield "## The review"
    words = f", words={config.words.as_posix()!r}" if config.words else ""
    opened = f"review = Review.open(bitext, {journal!r}{who}{words})"
    yield f"from align.review import Review\n\n{opened}\nreview.widget()"
    yield "## The same as tables"
    yield "bitext"
    yield "bitext.to_frame()"
    yield "bitext.flags_frame()"
    yield "## How the texts run together\n\nDark: alike. Blue: the pairs. Below: how sure they are."
    yield "%matplotlib inline\nbitext.plot() if bitext.source and bitext.target else None"
    yield (
        "## The corrected text\n\nThe file with the readings you accepted or typed; all else as it was. "
        "Run this cell again when you have decided more."
    )
    yield 'side = "source" if bitext.source else "target"\nprint(review.corrected(side)[:3000])'
    yield (
        "## Exports\n\nThe corrected file, all that was found, a translation memory, and the review as a "
        "page for a colleague, beside this notebook. Run this cell again when the review is done."
    )
    yield (
        "from pathlib import Path\n\nfrom align.export import export, work\n\n"
        f"name = {Path(file).stem!r}\n"
        'Path(f"{name}.corrected.txt").write_text(review.corrected(side), encoding="utf-8", newline="")\n'
        'for to in ("json", "tmx", "html"):\n'
        '    Path(f"{name}.{to}").write_bytes(export(work(review), to).files[""])\n'
        'print(f"{len(review.left)} rows left to review")'
    )


def _settings(config: Config) -> tuple[str, str]:
    """The argument that sets what is not as usual, and the imports it needs."""
    given = _unusual(config)
    if not given:
        return "", ""
    arguments = ", ".join(f"{name}={_written(value)}" for name, value in given.items())
    imports = sorted({line for value in given.values() for line in _imports(value)})
    return f", config=align.Config({arguments})", "\n".join(imports)


def _unusual(settings: DataclassInstance) -> dict[str, Any]:
    """What differs from the settings that are made without a word."""
    usual = type(settings)()
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    return {name: value for name, value in values.items() if value != getattr(usual, name)}


def _written(value: object) -> str:
    """A setting as Python makes it, on any system and the same each time: sets in order."""
    if is_dataclass(value) and not isinstance(value, type):
        inner = ", ".join(f"{name}={_written(part)}" for name, part in _unusual(value).items())
        return f"{type(value).__name__}({inner})"
    if isinstance(value, frozenset):
        return f"frozenset({sorted(value)!r})"
    return f"Path({str(value)!r})" if isinstance(value, Path) else repr(value)


def _imports(value: object) -> Iterator[str]:
    """The lines that bring what :func:`_written` names."""
    if is_dataclass(value) and not isinstance(value, type):
        yield f"from {type(value).__module__} import {type(value).__name__}"
        for part in _unusual(value).values():
            yield from _imports(part)
    elif isinstance(value, Path):
        yield "from pathlib import Path"


def _cell(text: str) -> dict[str, Any]:
    return _markdown(text) if text.startswith("#") else _code(text)


def _markdown(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": "", "metadata": {}, "source": text.splitlines(keepends=True)}


def _code(text: str) -> dict[str, Any]:
    lines = text.replace("\n\n\n", "\n\n").splitlines(keepends=True)
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": "",
        "metadata": {},
        "outputs": [],
        "source": lines,
    }
