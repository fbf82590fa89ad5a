"""Batches of sentences in which errors were looked for before: their flags are taken, not computed again.

After an edit of a long document only the batches are searched that hold what changed, or face it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from align import user_cache
from align.embed.encoder import Encoder
from align.flag import Flag, Suggestion
from align.ocr.decoder import PASSES
from align.ocr.runtime.parallel import map_batches
from align.ocr.search_config import OcrConfig
from align.ocr.translation.bead_context import TargetContext
from align.program_version import model_version, program_version
from align.run_context import RunContext
from align.text.document import Side
from align.text.sentence import Sentence

NAME = "flags"
NEWEST = 2000
"""Batches whose flags are kept: a few KB each."""


class Batch(NamedTuple):
    """Sentences of one side in which errors are looked for together.

    ``sentences``: or the parts of an utterance. ``context``: their translation. ``languages``: of this side
    and of the other.
    """

    side: Side
    sentences: Sequence[Sentence]
    context: TargetContext
    languages: tuple[str, str]
    config: OcrConfig


FindFlags = Callable[..., tuple[Flag, ...]]
"""Encoder, the fields of a batch, and what is called after each pass -> the flags of the batch."""


def flags_of_batches(
    find: FindFlags,
    encoder: Encoder | None,
    batches: Sequence[Batch],
    sides: Mapping[Side, Sequence[Sentence]],
    run: RunContext,
) -> list[Flag]:
    """The flags of all batches.

    Args:
        find: Finds the flags of one; can be pickled.
        encoder: Its first argument.
        batches: Of both sides.
        sides: The whole sentences of each side.
        run: Is told how many passes over the text are done; says whether flags are taken and kept.
    """
    keys = [_key(batch, encoder) if run.reuse.keep else None for batch in batches]
    known = [
        _kept(key, batch, sides[batch.side]) if run.reuse.take else None
        for key, batch in zip(keys, batches, strict=True)
    ]
    missing = [number for number, flags in enumerate(known) if flags is None]
    advance = run.report.counter(len(missing) * len(PASSES), "passes over the text")
    made = map_batches(find, encoder, [batches[number] for number in missing], len(PASSES), advance)
    for number, flags in zip(missing, made, strict=True):
        if run.reuse.keep:
            _keep(keys[number], flags, batches[number], sides[batches[number].side])
        known[number] = flags
    return [flag for flags in known if flags is not None for flag in flags]


def _key(batch: Batch, encoder: Encoder | None) -> object:
    """All that the flags of a batch depend on, their places in the raw file apart."""
    context = batch.context
    return (
        program_version(),
        encoder and (encoder.name, encoder.sha256),
        batch.side,
        [(one.text, one.language, one.old_spelling) for one in batch.sentences],
        (list(context.target_words), list(context.bead_numbers), list(context.target_texts)),
        batch.languages,
        (replace(batch.config, context=None), model_version(batch.config.context)),
    )


def _keep(key: object, flags: Sequence[Flag], batch: Batch, sentences: Sequence[Sentence]) -> None:
    """Keep the flags by their places in their sentences; none where one has a place that is no stretch."""
    rows = [_row(flag, batch.sentences[0].index, sentences[flag.sentence]) for flag in flags]
    if None not in rows:
        packed = np.frombuffer(json.dumps(rows).encode(), dtype=np.uint8)
        user_cache.keep(NAME, key, {"rows": packed}, newest=NEWEST)


def _row(flag: Flag, first: int, sentence: Sentence) -> list[object] | None:
    place = sentence.locate(flag.spans)
    if place is None or sentence.traced.spans(*place) != flag.spans:
        return None
    suggestions = [[one.text, one.confidence, dict(one.evidence)] for one in flag.suggestions]
    where = [flag.sentence - first, *place]
    return [where, flag.text, flag.kind, flag.confidence, flag.reason, suggestions]


def _kept(key: object, batch: Batch, sentences: Sequence[Sentence]) -> tuple[Flag, ...] | None:
    """The flags of a batch that was searched before; ``None`` where it was not."""
    arrays = user_cache.find(NAME, key)
    if arrays is None:
        return None
    rows = json.loads(arrays["rows"].tobytes())
    return tuple(_flag(batch.side, row, batch.sentences[0].index, sentences) for row in rows)


def _flag(side: Side, row: Sequence[Any], first: int, sentences: Sequence[Sentence]) -> Flag:
    (number, start, stop), text, kind, confidence, reason, suggestions = row
    spans = sentences[first + number].traced.spans(start, stop)
    found = tuple(Suggestion(*suggestion) for suggestion in suggestions)
    return Flag(side, first + number, spans, text, kind, confidence, reason, found)
