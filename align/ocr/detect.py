"""Sentences and beads -> flags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from align.alignment.bead import Alignment
from align.embed.encoder import Encoder
from align.flag import Flag
from align.lang.ru.orthography import modern
from align.ocr import decoder
from align.ocr.report.flags import make_flags
from align.ocr.report.unreadable import unreadable
from align.ocr.runtime import resources
from align.ocr.runtime.parallel import batches, map_batches
from align.ocr.translation.bead_context import TargetContext, target_context
from align.text.document import Side
from align.text.sentence import Sentence

LONGEST = 1000
"""Words of a sentence."""


@dataclass(frozen=True)
class OcrConfig:
    """``min_confidence``: flags less sure than this (fraction 0-1) are not reported.

    ``context``: a masked language model of the original's language, by name or folder, in the place of the
    compact one. ``old_spelling``: the original is in Russian as it was spelt before 1918.
    """

    min_confidence: float = 0.5
    context: str | None = None
    old_spelling: bool = False


def find_flags(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    alignment: Alignment,
    encoder: Encoder | None,
    *,
    languages: tuple[str, str],
    config: OcrConfig = OcrConfig(),
) -> tuple[Flag, ...]:
    """What the OCR got wrong on either side, the other side as witness."""
    sides: tuple[tuple[Side, Sequence[Sentence], Sequence[Sentence], tuple[str, str]], ...] = (
        ("source", source, target, languages),
        ("target", target, source, languages[::-1]),
    )
    jobs: list[tuple[object, ...]] = []
    for side, sentences, others, pair in sides:
        partner = target_context(alignment, side, others)
        jobs += [
            (side, sentences[part.start : part.stop], partner.slice(part), pair, config)
            for part in batches(len(sentences))
        ]
    found = [flag for raised in map_batches(_of_stretch, _of_stretch_apart, encoder, jobs) for flag in raised]
    for side, sentences, *_ in sides:
        found += unreadable([flag for flag in found if flag.side == side], sentences)
    return tuple(sorted(found, key=lambda flag: (flag.side, flag.sentence, flag.spans)))


def _of_stretch(
    encoder: Encoder | None,
    side: Side,
    sentences: Sequence[Sentence],
    partner: TargetContext,
    languages: tuple[str, str],
    config: OcrConfig,
    load: Callable[
        [tuple[str, str], Encoder | None, str | None], resources.LanguageResources
    ] = resources.load,
) -> tuple[Flag, ...]:
    """The flags of sentences of a side; none where they have no letters, or its language no list of words."""
    from threadpoolctl import threadpool_limits

    if not any(map(str.isalpha, "".join(sentence.text for sentence in sentences))):
        return ()
    tools = load(languages, encoder, config.context if side == "source" else None)
    if not tools.lexicon.frequencies:
        return ()
    texts = [sentence.text if _readable(sentence) else "" for sentence in sentences]
    spelling = modern if config.old_spelling and side == "source" else None
    # thousands of small products: threads would only wait for each other
    with threadpool_limits(1, user_api="blas"):
        reread = decoder.decode(texts, partner, tools, spelling)
    return tuple(make_flags(reread, sentences, side, config.min_confidence))


_of_stretch_apart = partial(_of_stretch, load=resources.load_cached)


def _readable(sentence: Sentence) -> bool:
    """A thousand words without an end are no sentence, and nothing is looked for in them."""
    return sentence.text.count(" ") < LONGEST
