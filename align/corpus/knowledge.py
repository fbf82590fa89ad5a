"""The tables of a first pass -> what was learned from the collection, and its file ``knowledge.json``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from align.corpus.facing_names import FacingNames
from align.corpus.learned_words import MIN_DOCUMENTS, MIN_DOCUMENTS_OF_NAME, possible_words
from align.corpus.store import Partition, write_whole
from align.corpus.tables import Tables
from align.corpus.text_counts import LanguageCounts, TextCounts
from align.lang import lexicon
from align.ocr.channel.adaptation import Profile
from align.ocr.collection import CollectionKnowledge, CollectionWord, CountedConfusion, LanguageKnowledge
from align.progress import Progress, Step, no_progress

FILE_NAME = "knowledge.json"
MIN_CONFUSION, MIN_CONFUSION_DOCUMENTS = 2.0, 2
"""Expected occurrences, and documents, of an error of the collection."""
DIGITS = 2
"""Decimal places of expected counts."""


def learn(several: Sequence[Partition], progress: Progress = no_progress) -> CollectionKnowledge:
    """Learn from the tables of a first pass; they are read one partition after the other, twice.

    Args:
        several: The partitions of the tables.
        progress: Called with each partition.
    """
    counts = TextCounts()
    for part in _parts(several, "counting words and errors", progress):
        counts.add(part)
    confusions = {name: _confusions(own) for name, own in counts.languages.items()}
    typed = {name: _typed(own) for name, own in counts.languages.items()}
    words: dict[str, list[str]] = {}
    for name, own in counts.languages.items():
        known = lexicon.load(name)
        channel = Profile({(one.typed, one.read): one.count for one in confusions[name]}, typed[name]).channel
        words[name] = possible_words(own, known, channel) if known.frequencies else []
    names = FacingNames({name: frozenset(found) for name, found in words.items()})
    for part in _parts(several, "comparing names", progress):
        names.add(part, counts.left_out)
    return CollectionKnowledge(
        {
            name: LanguageKnowledge(
                own.documents,
                own.words,
                typed[name],
                confusions[name],
                tuple(_listed(words[name], own, names.found[name])),
            )
            for name, own in sorted(counts.languages.items())
        }
    )


def write_knowledge(path: Path, known: CollectionKnowledge) -> None:
    """Write what was learned. Raises :class:`align.errors.OutputError`."""
    write_whole(path, lambda file: file.write(f"{known.to_text()}\n".encode()))


def _parts(several: Sequence[Partition], stage: str, progress: Progress) -> Iterator[Tables]:
    for number, partition in enumerate(several):
        progress(Step(stage, number, len(several), "partitions"))
        yield from partition.parts()


def _confusions(counts: LanguageCounts) -> tuple[CountedConfusion, ...]:
    """The errors that several documents have, the commonest first."""
    found = [
        CountedConfusion(typed, read, round(count, DIGITS), int(documents))
        for (typed, read), (count, documents) in counts.edits.items()
        if count >= MIN_CONFUSION and documents >= MIN_CONFUSION_DOCUMENTS
    ]
    return tuple(sorted(found, key=lambda one: (-one.count, one.typed, one.read)))


def _typed(counts: LanguageCounts) -> dict[str, float]:
    """How often each character was typed."""
    return {character: round(count, DIGITS) for character, count in sorted(counts.typed.items()) if count > 0}


def _listed(
    words: Sequence[str], counts: LanguageCounts, names: dict[str, Counter[str]]
) -> Iterator[CollectionWord]:
    """Those words that enough documents have."""
    for word in words:
        occurrences, documents = counts.forms[word]
        facing = names.get(word, Counter())
        name = min(facing, key=lambda one: (-facing[one], one), default=None)
        named = facing[name] if name is not None else 0
        if documents >= MIN_DOCUMENTS or named >= MIN_DOCUMENTS_OF_NAME:
            yield CollectionWord(word, documents, occurrences, name, named)
