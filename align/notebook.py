"""The notebook in which a document is reviewed: run top to bottom, run again to resume."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from align.config import Config
from align.settings_code import config_code

INTRODUCTION = """# Review of {name}

Menu *Run → Run All Cells*, then work in the table below: `n` goes to the next row that needs review, `a`
takes the suggestion, `x` leaves the text as it is, `Enter` confirms the row, `Ctrl+Z` takes back, `?` shows
all keys. Everything can be done by mouse as well.

Each decision is on the disk (`{journal}`) before you press the next key. Close the notebook whenever you
like; run it again to go on where you stopped. *Save as…* writes the result as Word, Excel, a translation
memory or clean text."""


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
        _review(file, target, config, journal=journal, reviewer=reviewer),
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


def _review(file: Path, target: Path | None, config: Config, *, journal: str, reviewer: str | None) -> str:
    """The one cell of code: it needs no other, so that it can be run again by itself."""
    files = ", ".join(repr(str(path)) for path in (file, target) if path is not None)
    expression, imports = config_code(config)
    settings = f", config={expression}" if expression else ""
    by = f", reviewer={reviewer!r}" if reviewer else ""
    words = f", words={config.words.as_posix()!r}" if config.words else ""
    glossary = f", glossary={config.check.glossary.as_posix()!r}" if config.check.glossary else ""
    head = "\n".join(["import align", *imports])
    return (
        f"{head}\n\n"
        f"bitext = align.open_file({files}{settings}, progress=align.progress_display())\n"
        f"review = align.Review.open(bitext, {journal!r}{by}{words}{glossary})\n"
        "review.widget()"
    )


def _cell(number: int, text: str) -> dict[str, Any]:
    """A cell of notebook format 4.5."""
    kind = "markdown" if text.startswith("#") else "code"
    metadata = {"deletable": False}  # a key pressed beside the table must not cost the review
    cell: dict[str, Any] = {"cell_type": kind, "id": f"align-{number}", "metadata": metadata}
    if kind == "code":
        cell = {"cell_type": kind, "execution_count": None} | cell | {"outputs": []}
    return cell | {"source": text.splitlines(keepends=True)}
