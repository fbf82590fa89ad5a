"""Words of a line -> the words of the text that they were corrected to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from align.facsimile.box import Box, box_around
from align.facsimile.box_shares import shares
from align.facsimile.corrected_glyphs import corrected_glyphs
from align.facsimile.decided import Corrector, corrector, other_readings, with_corrector
from align.facsimile.page import Alternative, PageWord

SPACE = "\N{OPEN BOX}"
"""What stands for the space in a reading of several words."""


def corrected_words(
    words: Sequence[PageWord], boxes: Sequence[Box | None], text: str, made: Corrector
) -> tuple[PageWord, ...]:
    """The words of the new text.

    A word that is in both texts stays as it is. A new word has no confidence, because no engine read it so;
    what was read is an alternative with its confidence. A word in the place of one has its box, its
    identifier and the glyphs that fit; one in the place of several the box around them; several in the place
    of one share its box in proportion to their letters; an inserted word has no box.

    Args:
        words: As they were read, neighbours on one line.
        boxes: Their places.
        text: The new text.
        made: Who corrected it.

    Example:
        >>> made = corrected_words([PageWord("Баш", Box(0, 0, 9, 5), 0.6)], [None], "Ваш", Corrector("anna"))
        >>> [(one.text, one.box, one.alternatives[1].confidence) for one in made]
        [('Ваш', Box(left=0, top=0, right=9, bottom=5), 0.6)]
    """
    new = text.split()
    matcher = SequenceMatcher(None, [word.text for word in words], new, autojunk=False)
    found: list[PageWord] = []
    for kind, start, stop, new_start, new_stop in matcher.get_opcodes():
        if kind == "equal":
            found += words[start:stop]
        elif stop - start == new_stop - new_start:
            pairs = zip(words[start:stop], new[new_start:new_stop], strict=True)
            found += [_replaced(word, one, made) for word, one in pairs]
        else:
            found += _rearranged(words[start:stop], boxes[start:stop], new[new_start:new_stop], made)
    return tuple(found)


def _replaced(word: PageWord, text: str, made: Corrector) -> PageWord:
    """A word in the place of one."""
    readings = with_corrector(text, made, _readings([word]))
    return PageWord(text, word.box, None, corrected_glyphs(word.glyphs, text), readings, word.id)


def _rearranged(
    words: Sequence[PageWord], boxes: Sequence[Box | None], texts: Sequence[str], made: Corrector
) -> Iterator[PageWord]:
    """Words in the place of fewer or more."""
    readings = tuple(_readings(words))
    places = shares(box_around(boxes), [len(text) for text in texts], 1)
    ident = next((word.id for word in words if word.id), "")
    for text, box in zip(texts, places, strict=True):
        yield PageWord(text, box, None, (), with_corrector(text, made, readings), ident)
        ident = ""


def _readings(words: Sequence[PageWord]) -> Iterator[Alternative]:
    """How words were read before, together; the other readings of a single word."""
    if not words:
        return
    sure = [word.confidence for word in words if word.confidence is not None]
    before = corrector(words[0])
    source = before.source if before is not None and len(words) == 1 else ""
    text = SPACE.join(word.text for word in words)
    yield Alternative(text, min(sure) if len(sure) == len(words) else None, source)
    if len(words) == 1:
        yield from other_readings(words[0])
