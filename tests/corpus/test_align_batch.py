"""An error costs the document that is its reason, and a document has the same vectors in any batch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fault_tools import make_collection
from numpy.typing import NDArray

from align.config import Config
from align.corpus import align_batch
from align.corpus.align_batch import BatchAligner
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.manifest import read_manifest
from align.embed.encoder import EmbeddedEncoder, ignores_company, load
from align.errors import ModelError

CONFIG = Config(doubts=False)


class FakeEncoder:
    """Vectors by the length of a text; some texts raise."""

    name, sha256 = "fake", None

    def __init__(self, word: str = "", error: Exception | None = None) -> None:
        self.calls: list[list[str]] = []
        self._word, self._error = word, error

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.calls.append(list(texts))
        if self._error is not None and any(self._word in text for text in texts):
            raise self._error
        rows = np.array([[len(text), 1] for text in texts], dtype=np.float32).reshape(-1, 2)
        unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


@pytest.fixture
def batch(tmp_path: Path) -> list[KeyedDocument]:
    documents = read_manifest(str(make_collection(tmp_path, 3))).documents
    return [KeyedDocument(one, "key") for one in documents]


def aligned(
    monkeypatch: pytest.MonkeyPatch, encoder: FakeEncoder, batch: Sequence[KeyedDocument], *, together: bool
) -> dict[str, Any]:
    """Id of each document -> its error."""
    monkeypatch.setattr(align_batch, "load", lambda _: encoder)
    monkeypatch.setattr(align_batch, "ignores_company", lambda _: together)
    found = BatchAligner(WorkerJob(CONFIG, 60.0, 4.0), lambda _: None).run(batch)
    rows = [one.rows["documents"][0] for one in found]
    return {row["document"]: row.get("error") for row in rows}


@pytest.mark.parametrize("together", [True, False])
def test_an_error_of_the_encoder_costs_one_document(
    monkeypatch: pytest.MonkeyPatch, batch: list[KeyedDocument], *, together: bool
) -> None:
    encoder = FakeEncoder("номер 1", RuntimeError("the GPU has no memory left"))
    found = aligned(monkeypatch, encoder, batch, together=together)
    assert found == {"d0": None, "d1": "RuntimeError: the GPU has no memory left", "d2": None}


@pytest.mark.parametrize("error", [ModelError("no such model"), MemoryError()])
def test_what_is_no_fault_of_a_document_is_raised(
    monkeypatch: pytest.MonkeyPatch, batch: list[KeyedDocument], error: Exception
) -> None:
    """No row says that a document has failed."""
    with pytest.raises(type(error)):
        aligned(monkeypatch, FakeEncoder("номер 1", error), batch, together=False)


def test_an_encoder_whose_vectors_depend_on_company_has_one_document_at_a_time(
    monkeypatch: pytest.MonkeyPatch, batch: list[KeyedDocument]
) -> None:
    """A document is encoded in a batch as it is alone."""
    encoder, alone = FakeEncoder(), FakeEncoder()
    aligned(monkeypatch, encoder, batch, together=False)
    aligned(monkeypatch, alone, batch[1:2], together=False)
    assert [call for call in encoder.calls if call in alone.calls] == alone.calls


def test_only_the_embedded_encoder_on_a_processor_encodes_several_documents_together() -> None:
    encoder = load()
    assert isinstance(encoder, EmbeddedEncoder)
    assert ignores_company(EmbeddedEncoder(encoder.files, "cpu"))
    assert not ignores_company(EmbeddedEncoder(encoder.files, "cuda"))
    assert not ignores_company(FakeEncoder())
