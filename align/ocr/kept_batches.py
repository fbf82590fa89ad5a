"""Batches of sentences in which errors were looked for before: their flags are taken, not computed again.

After an edit of a long document only the batches are searched that hold what changed, or face it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from align import user_cache
from align.embed.encoder import Encoder
from align.embed.model_version import model_version
from align.flag import Flag, Suggestion
from align.ocr.collection import knowledge_version
from align.ocr.decoder import PASSES
from align.ocr.doubt.token_reading import SentenceReading
from align.ocr.runtime.parallel import map_batches
from align.ocr.search_config import OcrConfig
from align.ocr.translation.bead_context import TargetContext
from align.program_version import program_version
from align.run_context import RunContext
from align.text.document import Side
from align.text.sentence import Sentence

NAME = "flags"
NEWEST = 2000
"""Batches whose flags are kept: a few KB each."""


class Batch(NamedTuple):
    """Sentences of one side in which errors are looked for together.

    ``sentences``: or the parts of an utterance. ``context``: their translation. ``languages``: of this side
    and of the other. ``readings``: how an engine read the tokens of each sentence; none without pages.
    """

    side: Side
    sentences: Sequence[Sentence]
    context: TargetContext
    languages: tuple[str, str]
    config: OcrConfig
    readings: Sequence[SentenceReading] = ()


FindFlags = Callable[..., tuple[Flag, ...]]
"""Encoder, a batch, and what is called after each pass -> the flags of the batch."""


def flags_of_batches(
    find: FindFlags, encoder: Encoder | None, batches: Sequence[Batch], run: RunContext
) -> list[Flag]:
    """The flags of all batches.

    Args:
        find: Finds the flags of one; can be pickled.
        encoder: Its first argument.
        batches: Of both sides.
        run: Counts the passes over the text that are done; says whether flags are taken and kept.
    """
    models = _models(encoder, batches) if run.reuse.keep else None
    keys = [_key(batch, models) if run.reuse.keep else None for batch in batches]
    known = [_kept(key, batch) if run.reuse.take else None for key, batch in zip(keys, batches, strict=True)]
    missing = [number for number, flags in enumerate(known) if flags is None]
    advance = run.report.counter(len(missing) * len(PASSES), "passes over the text")
    made = map_batches(find, encoder, [(batches[number],) for number in missing], len(PASSES), advance)
    for number, flags in zip(missing, made, strict=True):
        if run.reuse.keep:
            _keep(keys[number], flags, batches[number])
        known[number] = flags
    return [flag for flags in known if flags is not None for flag in flags]


def _models(encoder: Encoder | None, batches: Sequence[Batch]) -> object:
    """The program and the models that find the flags of all batches."""
    contexts = dict.fromkeys(batch.config.context for batch in batches)
    return (
        program_version(),
        encoder and (encoder.sha256, model_version(encoder.name)),
        [model_version(name) for name in contexts],
        [knowledge_version(path) for path in dict.fromkeys(batch.config.collection for batch in batches)],
    )


def _key(batch: Batch, models: object) -> object:
    """All that the flags of a batch depend on, their places in the raw file apart."""
    context = batch.context
    return (
        models,
        batch.side,
        [(one.text, one.language, one.old_spelling) for one in batch.sentences],
        (list(context.target_words), list(context.bead_numbers), list(context.target_texts)),
        batch.languages,
        replace(batch.config, context=None, collection=None),
        *([batch.readings] if batch.readings else []),
    )


def _keep(key: object, flags: Sequence[Flag], batch: Batch) -> None:
    """Keep the flags by their places in the sentences; none where one has a place that is no stretch."""
    rows = [_row(flag, batch) for flag in flags]
    if None not in rows:
        packed = np.frombuffer(json.dumps(rows).encode(), dtype=np.uint8)
        user_cache.keep(NAME, key, {"rows": packed}, newest=NEWEST)


def _row(flag: Flag, batch: Batch) -> list[object] | None:
    """A flag with the number of its sentence, or of its part of one, in the batch, and its place in that."""
    for number, sentence in enumerate(batch.sentences):
        place = sentence.locate(flag.spans) if sentence.index == flag.sentence else None
        if place is not None and sentence.traced.spans(*place) == flag.spans:
            suggestions = [[one.text, one.confidence, dict(one.evidence)] for one in flag.suggestions]
            return [number, *place, flag.text, flag.kind, flag.confidence, flag.reason, suggestions]
    return None


def _kept(key: object, batch: Batch) -> tuple[Flag, ...] | None:
    """The flags of a batch that was searched before; ``None`` where none are kept, or they are damaged."""
    arrays = user_cache.find(NAME, key)
    if arrays is None:
        return None
    try:
        return tuple(_flag(batch, row) for row in json.loads(arrays["rows"].tobytes()))
    except (KeyError, IndexError, TypeError, ValueError):
        return None


def _flag(batch: Batch, row: Sequence[Any]) -> Flag:
    number, start, stop, text, kind, confidence, reason, suggestions = row
    sentence = batch.sentences[number]
    spans = sentence.traced.spans(start, stop)
    found = tuple(Suggestion(*suggestion) for suggestion in suggestions)
    return Flag(batch.side, sentence.index, spans, text, kind, confidence, reason, found)
