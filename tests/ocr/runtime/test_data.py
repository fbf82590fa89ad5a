"""The data files that ship with the package name the tools that made them."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from align.ocr.runtime.data import rows

ROOT = Path(__file__).parents[3]
DATA = Path(str(files("align.ocr").joinpath("data")))
TABLES = sorted(path.name for path in DATA.glob("*.tsv"))
ARRAYS = sorted(path.name for path in DATA.glob("*.npz"))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_names_the_tool_that_made_it(name: str) -> None:
    """On its first line; all its rows have the columns that the second line names."""
    first, names, *_ = (DATA / name).read_text("utf-8").splitlines()
    tools = re.findall(r"tools/\w+\.py", first)
    assert tools
    assert all((ROOT / tool).is_file() for tool in tools)
    assert {len(row) for row in rows(name)} == {len(names.split("\t"))}


@pytest.mark.parametrize("name", ARRAYS)
def test_arrays_name_the_tool_that_made_them(name: str) -> None:
    """In their signature."""
    with np.load(DATA / name) as arrays:
        signature = json.loads(arrays["signature"].tobytes())
    assert (ROOT / signature["script"]).is_file()


def test_there_are_tables_and_arrays() -> None:
    """Neither list above is empty."""
    assert TABLES
    assert ARRAYS
