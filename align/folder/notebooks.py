"""The notebooks of a folder: its start page, and one for each document, written when it is first opened."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from align.config import Config
from align.folder.folder import Folder
from align.folder.folder_document import FolderDocument
from align.notebook import notebook
from align.output import write
from align.review.page import START
from align.settings_code import config_code

INTRODUCTION = """# {name}

All documents of this folder. If you see no table below, run the cell: click into it and press Shift+Enter."""


def start_notebook(config: Config, name: str, reviewer: str | None = None) -> str:
    """The notebook that shows the start page.

    Args:
        config: Settings for all documents; those that differ from the defaults stand in the notebook.
        name: The name of the folder, for the heading.
        reviewer: Who decides; by default the user logged in.

    Returns:
        JSON of notebook format 4.5, equal for equal arguments.
    """
    settings, imports = config_code(config)
    arguments = ['"."', *([f"config={settings}"] if settings else [])]
    arguments += [f"reviewer={reviewer!r}"] if reviewer else []
    code = "\n".join(["import align", *imports, "", f"align.review_folder({', '.join(arguments)})"])
    heading = {"cell_type": "markdown", "id": "align-0", "metadata": {}}
    shown: dict[str, Any] = {
        "cell_type": "code",
        "execution_count": None,
        "id": "align-1",
        "metadata": {},
        "outputs": [],
    }
    cells = [
        heading | {"source": _lines(INTRODUCTION.format(name=name))},
        shown | {"source": _lines(code)},
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    made: dict[str, Any] = {
        "cells": cells,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def write_start(folder: Path, config: Config, reviewer: str | None = None) -> Path:
    """Write the start page's notebook where there is none; one that is there stays as it is.

    Args:
        folder: The folder.
        config: The settings, as the command line gave them.
        reviewer: Who decides.

    Returns:
        Its path.

    Raises:
        OutputError: It cannot be written.
    """
    path = folder / START
    if not path.exists():
        write(path, start_notebook(config.seen_from(folder), folder.resolve().name, reviewer))
    return path


def write_notebook(folder: Folder, document: FolderDocument) -> Path:
    """Write the notebook of a document where there is none; one that is there stays as it is.

    Returns:
        Its path.

    Raises:
        OutputError: It, or one of the folder's lists, cannot be written.
    """
    folder.prepare()
    path = document.notebook
    if not path.exists():
        original, *rest = (Path(os.path.relpath(one, folder.path)) for one in document.files)
        made = notebook(
            original,
            rest[0] if rest else None,
            folder.settings().seen_from(folder.path),
            journal=document.journal.name,
            reviewer=folder.reviewer,
        )
        write(path, made)
    return path
