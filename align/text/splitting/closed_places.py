"""Where no sentence can begin inside a text, by the rules of sentences."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from align.text.splitting.boundaries import next_start, sentence_starts
from align.text.splitting.boundary import Boundary
from align.text.splitting.rules import may_begin_sentence
from align.text.splitting.speakers import speech_start
from align.text.splitting.tokens import STOPS, Tokens
from align.text.splitting.word_tokens import tokens_of


@lru_cache(maxsize=1 << 12)
def closed_places(text: str, language: str) -> frozenset[int]:
    """The offsets of tokens that cannot begin a sentence, though a mark precedes them.

    The mark is the stop of an abbreviation, of initials or of a point's number, closes what a narrator goes
    on to tell of, or is the colon behind a speaker's name; or a dash precedes them, which belongs to them.

    Args:
        text: A sentence, or several that were run together.
        language: ISO 639-1.

    Returns:
        Offsets in code points.
    """
    words = [token for token in tokens_of(text, language) if not token.text.isspace()]
    ends = [word.start + len(word.text) for word in words]
    spaced = [text[end : end + 1].isspace() for end in ends]
    tokens = Tokens([word.text for word in words], spaced, language)
    starts = sentence_starts(tokens)
    closed = {speech_start(text)}
    for index in range(1, len(tokens)):
        if tokens.texts[index - 1][-1] in STOPS:
            at = next_start(tokens, index)
            start = starts[bisect_right(starts, index - 1) - 1]
            if at >= len(tokens) or not may_begin_sentence(Boundary(tokens, start, index - 1, at, 0)):
                closed.update(words[near].start for near in range(index, min(at + 1, len(tokens))))
        if tokens.is_mark(index - 1) and tokens.is_dash(index - 1):
            closed.add(words[index].start)
    return frozenset(closed)
