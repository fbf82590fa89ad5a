"""Sentences of a transcript as the models of language read them: the speaker's name by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.text.sentence import Sentence
from align.text.splitting.speakers import speech_start


def utterances(sentences: Sequence[Sentence]) -> list[tuple[int, Sentence]]:
    """Each sentence, the name of a speaker before it cut off: ``СТАЛИН: Как…`` is a name and a sentence.

    Returns:
        The number of each sentence with its parts, which keep its index, language and spelling. The colon
        between the parts is in neither.
    """
    return [(number, part) for number, whole in enumerate(sentences) for part in _parts(whole)]


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    start = speech_start(sentence.text)
    if not start:
        yield sentence
        return
    name = sentence.text[:start].rstrip().removesuffix(":").rstrip()
    yield replace(sentence, traced=sentence.traced[: len(name)])
    yield replace(sentence, traced=sentence.traced[start:])
