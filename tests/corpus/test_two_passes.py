"""A collection in two passes: what is done, what is done again, and where it goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from align.corpus import tables
from align.corpus.failed_rows import named_row
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.knowledge import FILE_NAME
from align.corpus.manifest import read_manifest
from align.corpus.options import CorpusOptions
from align.corpus.run import run_corpus
from align.corpus.store import Partition, partition_of
from align.corpus.two_passes import FIRST
from align.errors import InputError

TWO = CorpusOptions(passes=2)


class KilledError(Exception):
    """The run ended here."""


@dataclass
class MadeEngine:
    """Takes the place of the cluster: the text of a document is its only sentence.

    Attributes:
        done: Pass and id of each document that was aligned.
        most: Documents after which the run is killed.
    """

    done: list[tuple[int, str]] = field(default_factory=list)
    most: int = 1000

    def __call__(
        self,
        todo: Sequence[KeyedDocument],
        job: WorkerJob,
        folder: Path,
        partitions: int,
        *_others: object,
    ) -> list[KeyedDocument]:
        """Write the rows of each document as a shard."""
        number = 1 if job.config.ocr.collection is None else 2
        for one in todo:
            if len(self.done) >= self.most:
                raise KilledError
            self.done.append((number, one.document.id))
            shard = tables.of_rows(_rows(one))
            Partition(folder, partition_of(one.document.id, partitions), partitions).write_shard(shard)
        return []

    def begin(self, most: int = 1000) -> None:
        """Forget what was done."""
        self.done, self.most = [], most


def _rows(one: KeyedDocument) -> Any:
    name, text = one.document.id, one.document.files[0].read_text("utf-8")
    counts = dict.fromkeys(("source_sentences", "target_sentences", "source_words", "beads", "flags"), 0)
    sentence = {"document": name, "side": "source", "sentence": 1, "text": text, "language": "ru"}
    return {
        "documents": [named_row(one.document, one.key) | counts | {"status": "alone"}],
        "sentences": [sentence],
    }


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> MadeEngine:
    """What aligns the documents."""
    made = MadeEngine()
    monkeypatch.setattr("align.corpus.run.align_on_ray", made)
    return made


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., int]:
    """Runs the four letters of a folder in two passes; how many documents were done."""
    (tmp_path / "in").mkdir()
    for name in "abcd":
        (tmp_path / "in" / f"{name}.txt").write_text(f"Мы прошли Зурбакан, письмо {name}.")

    def run(options: CorpusOptions = TWO) -> int:
        documents = read_manifest(str(tmp_path / "in" / "*.txt")).documents
        return run_corpus(documents, tmp_path / "out", options=options).done

    return run


def passes(engine: MadeEngine) -> list[int]:
    """The pass of each document that was aligned."""
    return [number for number, _ in engine.done]


def files(folder: Path) -> dict[str, bytes]:
    """What stands in the folder of a collection, the work of its run apart."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): path.read_bytes() for path in paths if ".work" not in path.parts}


def test_second_pass_knows_the_first(tmp_path: Path, engine: MadeEngine, run: Callable[..., int]) -> None:
    """All documents are done twice; the tables and what was learned stand in the folder."""
    assert (run(), passes(engine)) == (4, [1] * 4 + [2] * 4)
    assert "зурбакан" in (tmp_path / "out" / FILE_NAME).read_text("utf-8")
    assert (tmp_path / "out" / "documents" / "part-00000.parquet").is_file()


def test_again_does_nothing(tmp_path: Path, engine: MadeEngine, run: Callable[..., int]) -> None:
    """The same command does nothing the second time, whether or not it learns again."""
    run()
    before = files(tmp_path / "out")
    engine.begin()
    assert (run(), run(replace(TWO, learn=True)), engine.done) == (0, 0, [])
    assert files(tmp_path / "out") == before


@pytest.mark.parametrize("most", [0, 3, 4, 6])
def test_killed_in_either_pass(
    tmp_path: Path, engine: MadeEngine, run: Callable[..., int], most: int
) -> None:
    """A run that is killed goes on where it was, and ends with the same files."""
    engine.begin(most)
    with pytest.raises(KilledError):
        run()
    engine.most = 1000
    run()
    assert sorted(passes(engine)) == [1] * 4 + [2] * 4
    assert len(set(engine.done)) == 8
    found = files(tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / "killed")
    run()
    assert files(tmp_path / "out") == found


def test_changed_document_alone(tmp_path: Path, engine: MadeEngine, run: Callable[..., int]) -> None:
    """A document that changed is done again alone, with what was learned before."""
    run()
    before = (tmp_path / "out" / FILE_NAME).read_bytes()
    (tmp_path / "in" / "b.txt").write_text("Он ушёл из города Квандорин.")
    engine.begin()
    assert (run(), passes(engine)) == (1, [2])
    assert (tmp_path / "out" / FILE_NAME).read_bytes() == before


def test_learned_anew(tmp_path: Path, engine: MadeEngine, run: Callable[..., int]) -> None:
    """Learning anew searches what has changed in the first pass, and all documents in the second."""
    run()
    before = (tmp_path / "out" / FILE_NAME).read_bytes()
    (tmp_path / "in" / "b.txt").write_text("Он ушёл из города Квандорин.")
    engine.begin()
    assert (run(replace(TWO, learn=True)), passes(engine)) == (4, [1, 2, 2, 2, 2])
    assert (tmp_path / "out" / FILE_NAME).read_bytes() != before


def test_documents_of_another_manifest(tmp_path: Path, engine: MadeEngine, run: Callable[..., int]) -> None:
    """What the second pass would refuse is refused before the first."""
    run()
    (tmp_path / "in" / "b.txt").unlink()
    engine.begin()
    with pytest.raises(InputError, match="--forget"):
        run(replace(TWO, learn=True))
    assert engine.done == []
    assert run(replace(TWO, forget=True)) == 0


def test_first_pass_may_be_deleted(tmp_path: Path, engine: MadeEngine, run: Callable[..., int]) -> None:
    """Without the tables of the first pass the same command still does nothing."""
    run()
    for path in sorted((tmp_path / "out" / FIRST).rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    engine.begin()
    assert (run(), engine.done) == (0, [])
