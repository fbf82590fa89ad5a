"""The maker of collections: the same arguments make the same files, and the truth names what is special."""

from __future__ import annotations

import csv
import random
import sys
from pathlib import Path

import pytest

from align.corpus.manifest import read_manifest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from collection_passages import passages
from make_collection import Made, Settings, made, summary, write

pytestmark = pytest.mark.data
SETTINGS = Settings(documents=60, pages=0.2, alone=0.1, copies=0.2)


@pytest.fixture(scope="module")
def documents(data: Path) -> list[Made]:
    return list(made(data, SETTINGS))


def test_the_manifest_names_files_that_are_there(documents: list[Made], tmp_path: Path) -> None:
    """The reader of manifests finds no problem, and as many documents as were wanted."""
    write(tmp_path, documents)
    found = read_manifest(str(tmp_path / "manifest.tsv"))
    assert not found.problems
    assert len(found.documents) == len({one.id for one in found.documents}) == 60
    assert {len(one.files) for one in found.documents} == {1, 2}


def test_the_truth_names_copies_excerpts_and_missing_translations(
    documents: list[Made], tmp_path: Path
) -> None:
    """A copy has the words of its document, most of them read alike; an excerpt has a part of them."""
    write(tmp_path, documents)
    with (tmp_path / "truth.tsv").open(encoding="utf-8") as lines:
        rows = {row["id"]: row for row in csv.DictReader(lines, delimiter="\t")}
    assert {row["kind"] for row in rows.values()} == {"document", "copy", "excerpt"}
    texts = {one.id: one for one in documents}
    for row in rows.values():
        assert (row["translated"] == "True") == bool(texts[row["id"]].translation)
        if row["copy_of"]:
            whole, part = texts[row["copy_of"]], texts[row["id"]]
            shared = set(whole.original.split()) & set(part.original.split())
            assert len(shared) > 0.5 * len(set(part.original.split()))
            assert (part.words < 0.8 * whole.words) == (row["kind"] == "excerpt")


def test_a_word_in_six_is_misread(documents: list[Made], data: Path) -> None:
    """Whether each document has confusions of its own or all have the same; none in a clean collection."""
    for settings in (SETTINGS, Settings(documents=60, shared=True)):
        several = list(made(data, settings))
        share = sum(one.misread for one in several) / sum(one.words for one in several)
        assert 0.11 < share < 0.23
    clean = list(made(data, Settings(documents=20, clean=True)))
    assert not any(one.misread for one in clean)
    assert summary(documents).startswith("60 documents, ")


def test_the_same_arguments_make_the_same_documents(documents: list[Made], data: Path) -> None:
    """Another seed makes others."""
    assert list(made(data, SETTINGS)) == documents
    assert list(made(data, Settings(documents=60, seed=8))) != documents


def test_no_text_stands_in_two_documents(data: Path) -> None:
    """A novel that both sources hold is taken from one; passages of a source do not overlap."""
    found = passages(data, 1900, random.Random(1))  # noqa: S311
    long = [source for one in found for source, _ in one.beads if len(source) > 80]
    assert len(set(long)) > 0.995 * len(long)
