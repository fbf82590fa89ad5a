"""The notebook in which a document is reviewed: run top to bottom, run again to resume."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.config import Config

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

INTRODUCTION = """# Review of {name}

Run the cells from top to bottom (menu *Run → Run All Cells*), then work in the table under *The review*: `n`
goes to the next row that needs review, `a` accepts the suggestion, `x` dismisses the doubt, `Enter` confirms
the row, `Ctrl+Z` takes back, `?` shows all keys. Everything can be done by mouse as well.

Each decision is on the disk (`{journal}`) before you press the next key. Close the notebook whenever you
like; run the cells again to go on."""


def notebook(
    file: Path, target: Path | None, config: Config, *, journal: str, reviewer: str | None = None
) -> str:
    """The notebook that reviews a document.

    Args:
        file: The document, or the original, as seen from the notebook's folder.
        target: The translation, where it is in a file of its own.
        config: Settings of the run; those that differ from the defaults stand in the notebook.
        journal: The file for the decisions, as seen from the notebook's folder.
        reviewer: Who decides; by default the user logged in.

    Returns:
        JSON of notebook format 4.5, equal for equal arguments.
    """
    texts = [
        INTRODUCTION.format(name=file.name, journal=journal),
        *_alignment(file, target, config),
        *_review(config, journal, reviewer),
        *_tables(),
        *_exports(file),
    ]
    made = {
        "cells": [_cell(number, text) for number, text in enumerate(texts)],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _alignment(file: Path, target: Path | None, config: Config) -> Iterator[str]:
    """Texts of cells, Markdown and code in turn; Markdown begins with ``#``."""
    files = ", ".join(repr(str(path)) for path in (file, target) if path is not None)
    settings, imports = _settings(config)
    yield (
        "## The two texts, aligned\n\nThis takes some seconds for a letter, some minutes for a book; "
        "the next time the result is there at once."
    )
    aligned = f"bitext = align.open_file({files}{settings}, progress=align.progress_display())"
    yield f"import align\n{imports}\n{aligned}\nprint(bitext)"


def _review(config: Config, journal: str, reviewer: str | None) -> Iterator[str]:
    yield "## The review"
    by = f", reviewer={reviewer!r}" if reviewer else ""
    words = f", words={config.words.as_posix()!r}" if config.words else ""
    glossary = f", glossary={config.check.glossary.as_posix()!r}" if config.check.glossary else ""
    opened = f"review = Review.open(bitext, {journal!r}{by}{words}{glossary})"
    yield f"from align.review import Review\n\n{opened}\nreview.widget()"


def _tables() -> Iterator[str]:
    yield "## The same as tables"
    yield "bitext"
    yield "bitext.to_frame()"
    yield "bitext.flags_frame()"
    yield "## How the texts run together\n\nDark: alike. Blue: the pairs. Below: how sure they are."
    yield "%matplotlib inline\nbitext.plot() if bitext.source and bitext.target else None"


def _exports(file: Path) -> Iterator[str]:
    yield (
        "## The corrected text\n\nThe file with the corrections you accepted or typed; all else as it was. "
        "Run this cell again when you have decided more."
    )
    yield 'side = "source" if bitext.source else "target"\nprint(review.corrected(side)[:3000])'
    yield (
        "## Exports\n\nThe corrected file, all that was found, a translation memory, and the review as a "
        "page for a colleague, beside this notebook. Run this cell again when the review is done."
    )
    yield (
        "from pathlib import Path\n\nfrom align.export import export_files\n\n"
        f"name = {Path(file).stem!r}\n"
        'Path(f"{name}.corrected.txt").write_text(review.corrected(side), encoding="utf-8", newline="")\n'
        'for to in ("json", "tmx", "html"):\n'
        '    Path(f"{name}.{to}").write_bytes(export_files(review, to).files[""])\n'
        'print(f"{len(review.left)} rows left to review")'
    )


def _settings(config: Config) -> tuple[str, str]:
    """The argument with the settings that differ from the defaults, and the imports that it needs."""
    given = _changed(config)
    if not given:
        return "", ""
    arguments = ", ".join(f"{name}={_as_code(value)}" for name, value in given.items())
    imports = sorted({line for value in given.values() for line in _imports(value)})
    return f", config=align.Config({arguments})", "\n".join(imports)


def _changed(settings: DataclassInstance) -> dict[str, Any]:
    """The fields that differ from the defaults."""
    default = type(settings)()
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    return {name: value for name, value in values.items() if value != getattr(default, name)}


def _as_code(value: object) -> str:
    """A setting as a Python expression, the same on any system: sets in order."""
    if is_dataclass(value) and not isinstance(value, type):
        inner = ", ".join(f"{name}={_as_code(part)}" for name, part in _changed(value).items())
        return f"{type(value).__name__}({inner})"
    if isinstance(value, frozenset):
        return f"frozenset({sorted(value)!r})"
    return f"Path({str(value)!r})" if isinstance(value, Path) else repr(value)


def _imports(value: object) -> Iterator[str]:
    """The import lines that the expression of :func:`_as_code` needs."""
    if is_dataclass(value) and not isinstance(value, type):
        yield f"from {type(value).__module__} import {type(value).__name__}"
        for part in _changed(value).values():
            yield from _imports(part)
    elif isinstance(value, Path):
        yield "from pathlib import Path"


def _cell(number: int, text: str) -> dict[str, Any]:
    """A cell of notebook format 4.5."""
    kind = "markdown" if text.startswith("#") else "code"
    cell: dict[str, Any] = {"cell_type": kind, "id": f"align-{number}", "metadata": {}}
    if kind == "code":
        text = text.replace("\n\n\n", "\n\n")
        cell = {"cell_type": kind, "execution_count": None} | cell | {"outputs": []}
    return cell | {"source": text.splitlines(keepends=True)}
