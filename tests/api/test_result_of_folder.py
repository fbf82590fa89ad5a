"""The result of a folder is found again only while everything that was read of it is the same."""

from pathlib import Path

import pytest

from align.config import Config
from align.stored_result import result_key


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export as Transkribus writes it."""
    names = ("mets.xml", "1/page/p1.xml", "1/p1.jpg", "alto/p1.xml", "p2.hocr", "p3.tsv", "notes.md")
    for name in names:
        path = tmp_path / "export" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return tmp_path / "export"


@pytest.mark.parametrize(
    "name", ["mets.xml", "1/page/p1.xml", "1/p1.jpg", "alto/p1.xml", "p2.hocr", "p3.tsv"]
)
def test_a_change_of_any_file_that_is_read_makes_another_result(export: Path, name: str) -> None:
    before = result_key((export,), Config())
    assert before is not None
    (export / name).write_text("changed", "utf-8")
    changed = result_key((export,), Config())
    assert changed != before
    (export / name).rename((export / name).with_stem("renamed"))
    assert result_key((export,), Config()) not in (before, changed)


def test_what_is_not_read_makes_no_other_result(export: Path) -> None:
    before = result_key((export,), Config())
    (export / "notes.md").write_text("changed", "utf-8")
    assert result_key((export,), Config()) == before


def test_a_folder_that_is_gone_has_no_result(export: Path) -> None:
    assert result_key((export / "none",), Config()) is None
