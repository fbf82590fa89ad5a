"""Align the documents of a batch one after the other: what a worker process does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from align.config import Config
from align.corpus.bitext_files import write_bitext
from align.corpus.document import CorpusDocument
from align.corpus.failed_rows import error_line, failed_rows
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.messages import Done
from align.corpus.rows import rows_of
from align.corpus.schema import Rows, TableName
from align.embed.cache import LIMIT, CachedEncoder
from align.embed.encoder import Encoder, ignores_company, load
from align.embed.word_cache import WordCache
from align.errors import ModelError, OutputError, ReadError
from align.loading import documents_of, texts_of
from align.pipeline import align_side_texts
from align.progress import Progress, no_progress
from align.text.document import Side
from align.text.side_text import SideText


class Prepared(NamedTuple):
    """The sides of a document, cleaned and split into sentences, and the settings as its files make them."""

    texts: Mapping[Side, SideText]
    config: Config


class BatchAligner:
    """Aligns batches of documents with models that are loaded once.

    Args:
        job: The settings.
        begun: Called with the number of a document in its batch whenever work on it begins; with ``None``
            before what is done for all of them together.
        progress: Called with each page of a scan that is read.
    """

    def __init__(
        self, job: WorkerJob, begun: Callable[[int | None], None], progress: Progress = no_progress
    ) -> None:
        self._job, self._begun, self._progress = job, begun, progress
        loaded = load(job.config.encoder)
        self._together = ignores_company(loaded)
        self._encoder: Encoder = WordCache(loaded) if self._together else loaded

    def run(self, batch: Sequence[KeyedDocument]) -> Iterator[Done]:
        """The rows of each document of a batch; one that fails has a row with its error.

        Sentences of all documents are encoded together where a document gets the same vectors as alone.

        Raises:
            OutputError: A bitext cannot be written.
            ModelError: A model that documents are aligned with does not load.
            MemoryError: The document that was begun last was refused memory.
        """
        prepared: dict[int, Prepared] = {}
        for number, one in enumerate(batch):
            self._begun(number)
            try:
                prepared[number] = self._prepared(one.document)
            except MemoryError:
                raise
            except Exception as error:  # noqa: BLE001 - one document must not stop the others
                yield _failed(number, one, error)
        self._begun(None)
        together = self._encoded([text for found in prepared.values() for text in found.texts.values()])
        for number in list(prepared):
            self._begun(number)
            encoder = together or CachedEncoder(self._encoder)
            try:
                yield Done(number, self._aligned(batch[number], prepared.pop(number), encoder))
            except (MemoryError, ModelError, OutputError):
                raise  # what others hold may be the reason; a model or the disk fails for all
            except Exception as error:  # noqa: BLE001 - likewise
                yield _failed(number, batch[number], error)

    def _prepared(self, document: CorpusDocument) -> Prepared:
        if document.problem:
            raise ReadError(document.problem)
        target = document.files[1] if len(document.files) > 1 else None
        documents, config = documents_of(document.files[0], target, self._job.config, self._progress)
        return Prepared(texts_of(documents, config), config)

    def _encoded(self, texts: Sequence[SideText]) -> CachedEncoder | None:
        """An encoder that has the vectors of all sentences of the batch: they were encoded together.

        ``None`` where each document is encoded by itself: in company its vectors would be others, or one of
        the documents, nobody knows which, cannot be encoded.
        """
        if not self._together:
            return None
        sentences = [sentence.text for text in texts for sentence in text.sentences]
        encoder = CachedEncoder(self._encoder, LIMIT + len(sentences))
        try:
            encoder.encode(sentences)
        except ModelError:
            raise
        except Exception:  # noqa: BLE001 - the document that is the reason raises it again, alone
            return None
        return encoder

    def _aligned(self, one: KeyedDocument, found: Prepared, encoder: CachedEncoder) -> dict[TableName, Rows]:
        bitext = align_side_texts(found.texts, found.config, encoder)
        if self._job.bitexts is not None:
            write_bitext(self._job.bitexts, one.document.id, bitext)
        return rows_of(one.document, one.key, bitext)


def _failed(number: int, one: KeyedDocument, error: Exception) -> Done:
    return Done(number, failed_rows(one.document, one.key, error_line(error)))
