"""Passages that the OCR could not read: word after word is wrong, without a likely suggestion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from align.flag import Flag
from align.text.sentence import Sentence
from align.text.token import Token, tokenize

MIN_WORDS = 4
"""Words in a row that make a passage."""
MIN_ERROR, MIN_SUGGESTION = 0.5, 0.3
"""A word is unreadable that is wrong with at least the first probability and has no suggestion as likely as
the second."""


@dataclass(frozen=True)
class _LostWord:
    """A word that cannot be read: the number of its sentence, its place there, and the flag on it."""

    sentence: int
    token: Token
    flag: Flag


def unreadable(flags: Iterable[Flag], sentences: Sequence[Sentence]) -> Iterator[Flag]:
    """A flag for each such passage, beside those of its words; the flags are those of one side.

    A passage may run over several sentences; its flag is on the first of them.
    """
    lost: dict[int, list[Flag]] = {}
    for flag in flags:
        best = max((one.confidence for one in flag.suggestions), default=0.0)
        if flag.confidence >= MIN_ERROR and best < MIN_SUGGESTION:
            lost.setdefault(flag.sentence, []).append(flag)
    run: list[_LostWord] = []
    last = -1
    for number in sorted(lost):
        if number != last + 1:
            yield from _passage(run, sentences)
            run = []
        last = number
        for word in _words(number, sentences[number], lost[number]):
            if isinstance(word, _LostWord):
                run.append(word)
            else:
                yield from _passage(run, sentences)
                run = []
    yield from _passage(run, sentences)


def _words(number: int, sentence: Sentence, flags: Sequence[Flag]) -> Iterator[_LostWord | Token]:
    """The words of a sentence in order, those that cannot be read with their flag; marks are left out."""
    places = [(place, flag) for flag in flags if (place := sentence.locate(flag.spans))]
    for token in tokenize(sentence.text):
        flag = next((one for (start, stop), one in places if start < token.stop and token.start < stop), None)
        if flag is not None:
            yield _LostWord(number, token, flag)
        elif token.core:
            yield token


def _passage(run: Sequence[_LostWord], sentences: Sequence[Sentence]) -> Iterator[Flag]:
    """The flag on a run of words that cannot be read; none where they are few."""
    if len(run) < MIN_WORDS:
        return
    here = [word for word in run if word.sentence == run[0].sentence]
    sentence = sentences[run[0].sentence]
    start, stop = here[0].token.start, here[-1].token.stop
    count = run[-1].sentence - run[0].sentence + 1
    over = f", over {count} sentences," if count > 1 else ""
    yield Flag(
        run[0].flag.side,
        sentence.index,
        sentence.traced.spans(start, stop),
        sentence.text[start:stop],
        "layout.unreadable",
        min(word.flag.confidence for word in run),
        f"{len(run)} words in a row{over} cannot be read.",
    )
