"""What happens to documents of which Ray gives no receipt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from align.config import Config
from align.corpus import engine
from align.corpus.actor import Receipt
from align.corpus.document import CorpusDocument
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.options import CorpusOptions
from align.errors import ModelError
from align.progress import no_progress


class RayError(Exception):
    """As Ray has it."""


Round = Callable[[list[str]], Iterator[str]]
"""The ids that are left -> those that are done in one round."""


@pytest.fixture
def align(monkeypatch: pytest.MonkeyPatch) -> Callable[[Round, int], list[str]]:
    """Runs documents by rounds that are made up; the ids of those that are lost."""

    @contextmanager
    def connected(*_: object) -> Iterator[Any]:
        yield SimpleNamespace(exceptions=SimpleNamespace(RayError=RayError))

    def run(one_round: Round, documents: int) -> list[str]:
        def receipts(_ray: object, left: Sequence[KeyedDocument], *_: object) -> Iterator[Receipt]:
            for name in one_round([one.document.id for one in left]):
                yield Receipt(name, "aligned", 1)

        monkeypatch.setattr(engine, "connected", connected)
        monkeypatch.setattr(engine, "_receipts", receipts)
        todo = [KeyedDocument(CorpusDocument(f"d{at}", (), ()), "key") for at in range(documents)]
        job = WorkerJob(Config(), 60.0, 4.0)
        lost = engine.align_on_ray(todo, job, Path(), 1, CorpusOptions(), no_progress)
        return [one.document.id for one in lost]

    return run


def test_where_ray_ends_no_document_is_called_failed(align: Callable[[Round, int], list[str]]) -> None:
    """The others were never tried."""

    def ends(left: list[str]) -> Iterator[str]:
        yield left[0]
        raise RayError("the head is gone")

    with pytest.raises(ModelError, match=r"Ray ended: the head is gone; .* the same command goes on"):
        align(ends, 5)


def test_rounds_in_which_documents_are_done_cost_no_document(
    align: Callable[[Round, int], list[str]],
) -> None:
    """One document a round, of many: all are done."""
    assert align(lambda left: iter(left[:1]), 10) == []


def test_what_is_lost_in_each_of_several_rounds_is_given_up(align: Callable[[Round, int], list[str]]) -> None:
    assert align(lambda left: (name for name in left if name != "d3"), 5) == ["d3"]


def test_a_cluster_that_does_nothing_is_an_error(align: Callable[[Round, int], list[str]]) -> None:
    with pytest.raises(ModelError, match="no worker of Ray did any document"):
        align(lambda _: iter(()), 5)


def test_a_large_collection_is_given_to_ray_in_parts(
    align: Callable[[Round, int], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of nearly equal size, so that none is so small that one lost document is all of it."""
    sizes = []

    def counted(left: list[str]) -> Iterator[str]:
        sizes.append(len(left))
        return iter(left)

    monkeypatch.setattr(engine, "WAVE", 10)
    assert align(counted, 21) == []
    assert sizes == [7, 7, 7]
