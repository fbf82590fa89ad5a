"""Whatever a manifest holds, each of its lines is a document with an id of its own."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.corpus.manifest import Manifest, read_manifest
from align.corpus.store import partition_of
from align.errors import ReadError


def read(folder: Path, text: str, name: str = "m.tsv") -> Manifest:
    (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    return read_manifest(str(folder / name))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("A letter.\n")
    return tmp_path


def test_ids_that_stand_twice_are_made_different(folder: Path) -> None:
    """Also from an id that looks like what they become."""
    found = read(folder, "id\toriginal\nx\ta.txt\nx\tb.txt\nx (line 2)\ta.txt\n")
    assert [one.id for one in found.documents] == ["x (line 2)*", "x (line 3)", "x (line 2)"]
    assert found.problems == tuple(f"line {line}: the id 'x' stands 2 times" for line in (2, 3))


def test_every_problem_is_in_one_list(folder: Path) -> None:
    rows = (
        "id\toriginal\ttranslation",
        "\ta.txt",
        "g\tgone.txt",
        "n\t\tb.txt",
        "m\ta.txt\tb.txt\tc.txt",
        "ok\ta.txt",
    )
    text = "\n".join(rows)
    found = read(folder, text)
    assert [one.id for one in found.documents] == ["line 2", "g", "n", "m", "ok"]
    assert [problem.replace(str(folder), "F") for problem in found.problems] == [
        "line 2: no id",
        "line 4: no original",
        "line 5: 4 values for 3 columns",
        "line 3: F/gone.txt: no such file",
    ]


@pytest.mark.parametrize(
    "text", ["original\ttranslation\na.txt\tb.txt\n", "id\ttranslation\nx\tb.txt\n", "just a text\n"]
)
def test_a_table_without_its_columns_is_refused(folder: Path, text: str) -> None:
    with pytest.raises(ReadError, match="expected a line of names with '"):
        read(folder, text)


def test_a_table_with_a_quotation_mark_that_never_ends_is_refused(folder: Path) -> None:
    """How many documents it has cannot be known."""
    with pytest.raises(ReadError, match="check its quotation marks"):
        read(folder, 'id,original\nx,"a.txt\ny,b.txt\n', "m.csv")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[1]", "expected an object, found list"),
        ('{"id": 5, "original": "a.txt"}', "expected a string as 'id', found 5"),
        ('{"id": "x", "original": ["a.txt"]}', "expected a string as 'original'"),
        ('{"original": "a.txt"}', "no id"),
        (r'{"id": "a\nb", "original": "a.txt"}', "expected one line of text as 'id'"),
        (r'{"id": "\ud800", "original": "a.txt"}', "expected one line of text as 'id'"),
        (r'{"id": "x", "original": "\ud800"}', "expected one line of text as 'original'"),
    ],
)
def test_a_broken_line_is_a_document_with_a_problem(folder: Path, line: str, problem: str) -> None:
    """The lines around it are read."""
    good = [json.dumps({"id": name, "original": "a.txt"}) for name in ("first", "last")]
    found = read(folder, "\n".join((good[0], line, good[1])) + "\n", "m.jsonl")
    assert [bool(one.problem) for one in found.documents] == [False, True, False]
    assert found.documents[1].problem.startswith(problem)
    assert len(found.problems) == 1


def test_lines_end_where_files_have_line_ends(folder: Path) -> None:
    """And at no other character that Unicode takes for one."""
    (folder / "a\N{LINE SEPARATOR}b.txt").write_text("A letter.\n")
    found = read(folder, json.dumps({"id": "x", "original": "a.txt"}) + "\r\n", "m.jsonl")
    assert not found.problems
    found = read(folder, "id\toriginal\nx\ta.txt\x85\n")
    assert len(found.documents) == 1


def test_a_name_that_is_no_file_name_is_missing(folder: Path) -> None:
    """Too long for the disk, with a zero byte, a pipe, a device."""
    found = read(folder, f"id\toriginal\nlong\t{'x' * 5000}\nzero\ta\0b\ndevice\t/dev/zero\n")
    assert all(one.problem for one in found.documents)
    assert [one.size for one in found.documents] == [0, 0, 0]


CELLS = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=8)


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=8))
def test_whatever_stands_in_it_ids_differ_and_can_be_kept(cells: list[list[str]]) -> None:
    """Each id names a partition, and each line with something in it is a document."""
    rows = [["id", "original"], *cells, ["last", "a.txt"]]
    with tempfile.TemporaryDirectory() as folder:
        found = read(Path(folder), "\n".join(map("\t".join, rows)))
    ids = [one.id for one in found.documents]
    assert len(set(ids)) == len(ids)
    assert all(0 <= partition_of(name, 4) < 4 for name in ids)
    lines = [[cell.strip() for cell in row] for row in cells]
    remarks = [row for row in lines if row[0].startswith("#") and len(row) == 1]
    assert len(ids) == 1 + sum(map(any, lines)) - len(remarks)
    assert all(name.isprintable() or "\n" not in name for name in ids)


def test_an_id_may_begin_with_a_number_sign(folder: Path) -> None:
    """A line of one cell is a remark, and so is each before the names of the columns."""
    found = read(folder, "# letters\tof 1916\nid\toriginal\n#7\ta.txt\n# the others\nx\tb.txt\n")
    assert [one.id for one in found.documents] == ["#7", "x"]
    assert not found.problems


def test_no_file_of_a_folder_is_lost(folder: Path) -> None:
    """What is no document is noted, what is unclear is a document with a problem."""
    for name in ("c.fr.txt", "c.de.txt", "page.jpg", "notes.xyz"):
        (folder / name).write_text("A letter.\n")
    (folder / "documents.tsv").write_text("gone.txt\n")
    found = read_manifest(str(folder))
    assert [(one.id, bool(one.problem)) for one in found.documents] == [
        ("a", False),
        ("b", False),
        ("c.de", True),
    ]
    assert found.documents[-1].names == ("c.de.txt", "c.fr.txt")
    assert [problem.split(" ")[0] for problem in found.problems] == ["documents.tsv", "c.de.txt,"]
    assert [note.split(":")[0] for note in found.notes] == ["notes.xyz skipped", "page.jpg skipped"]


def test_the_languages_of_the_settings_pair_files(folder: Path) -> None:
    """Of a folder and of a pattern; without them it is unclear which is the original."""
    for name in ("c.fr.txt", "c.de.txt"):
        (folder / name).write_text("A letter.\n")
    for source in (str(folder), str(folder / "c*.txt")):
        assert read_manifest(source).problems
        [found] = [one for one in read_manifest(source, ("fr", "de")).documents if one.id.startswith("c")]
        assert found.names == ("c.fr.txt", "c.de.txt")


def test_ids_of_a_pattern_do_not_depend_on_other_files(folder: Path) -> None:
    """They begin behind the part without wildcards."""
    (folder / "in" / "box").mkdir(parents=True)
    (folder / "in" / "box" / "a.txt").write_text("A letter.\n")
    pattern = str(folder / "in" / "**" / "*.txt")
    assert [one.id for one in read_manifest(pattern).documents] == ["box/a"]
    (folder / "in" / "b.txt").write_text("A letter.\n")
    assert {one.id for one in read_manifest(pattern).documents} == {"box/a", "b"}


def test_problems_of_a_pattern_name_files(folder: Path) -> None:
    """There is no line that a person could look up."""
    (folder / "a.md").write_text("A letter.\n")
    found = read_manifest(str(folder / "a.*"))
    assert [one.id for one in found.documents] == ["a (a.md)", "a (a.txt)"]
    assert found.problems == ("a.md: the id 'a' stands 2 times", "a.txt: the id 'a' stands 2 times")
