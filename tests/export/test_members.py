"""Files of an export that go into a folder: checked before anything is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.errors import OutputError
from align.members import check_files, write_files

PAGES = {"/1.xml": b"<a/>", "/2.xml": b"<b/>"}


def test_a_refused_export_makes_no_folder(tmp_path: Path) -> None:
    """The folder above the output is not there: as for any other file."""
    with pytest.raises(OutputError, match=r"the folder .*gone does not exist"):
        check_files(tmp_path / "gone" / "pages", PAGES, force=True)
    assert not list(tmp_path.iterdir())


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("mine")
    for force in (False, True):
        with pytest.raises(OutputError, match=r"expected a folder for the files, .*pages is a file"):
            check_files(tmp_path / "pages", PAGES, force=force)
    assert (tmp_path / "pages").read_text() == "mine"


def test_files_of_a_folder_are_overwritten_on_request_alone(tmp_path: Path) -> None:
    output = tmp_path / "pages"
    check_files(output, PAGES, force=False)
    assert [path.name for path in write_files(output, PAGES)] == ["1.xml", "2.xml"]
    with pytest.raises(OutputError, match=r"1\.xml exists"):
        check_files(output, PAGES, force=False)
    check_files(output, PAGES, force=True)
    with pytest.raises(OutputError, match="is read here"):
        check_files(output, PAGES, output / "2.xml", force=True)
