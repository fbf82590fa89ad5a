"""Which unknown words of a collection are words: several documents have them, no misreading makes them."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import islice

from align.corpus.text_counts import LanguageCounts
from align.lang.lexicon import Lexicon
from align.ocr.candidates.edit_index import EditIndex
from align.ocr.channel.channel import Channel

MIN_LETTERS = 4
"""Letters of a word that is listed: most shorter strings are near some word."""
MIN_DOCUMENTS, MIN_DOCUMENTS_OF_NAME = 3, 2
"""Documents that have a word of the list; of a name that the translation has as well."""
MARGIN = 5.0
"""How many times as often as misreadings of other words would make it a word of the list stands there."""
SUGGESTED = 20.0
"""How many times likelier the misreading of a word is that is suggested for what was read."""
FAR = 6
"""Letters of a word from which it may be two edits away from what was typed."""
PART_ZIPF = 4.0
"""Zipf frequency of two words that may have been written together."""
BATCH = 512
"""Words whose misreadings are computed together."""


def possible_words(counts: LanguageCounts, lexicon: Lexicon, channel: Channel) -> list[str]:
    """The unknown words that stand in several documents, and more often than misreadings explain.

    Args:
        counts: Of the texts in one language.
        lexicon: Of the language.
        channel: How its letters are misread in the collection.

    Returns:
        In alphabetical order.
    """
    unknown = {form for form in counts.forms if not lexicon.knows(form)}
    repeated = sorted(
        form
        for form in unknown
        if counts.forms[form][1] >= MIN_DOCUMENTS_OF_NAME and _is_wordlike(form, lexicon)
    )
    sources = [form for form, (_, documents) in counts.forms.items() if form not in unknown or documents > 1]
    index = EditIndex.build(sorted(form for form in sources if 1 < len(form) < EditIndex.MAX_LENGTH))
    expected = _expected(repeated, counts, index, channel, unknown)
    return [form for form in repeated if counts.forms[form][0] >= MARGIN * expected[form]]


def _is_wordlike(form: str, lexicon: Lexicon) -> bool:
    """Whether it has the length and the letters of a word, and is not two common words written together."""
    if not MIN_LETTERS <= len(form) < EditIndex.MAX_LENGTH or not all(map(lexicon.writes, form)):
        return False
    parts = ((form[:at], form[at:]) for at in range(1, len(form)))
    return not any(all(map(_is_common(lexicon), both)) for both in parts)


def _is_common(lexicon: Lexicon) -> Callable[[str], bool]:
    def is_common(part: str) -> bool:
        if len(part) == 1:
            return part in lexicon.single_letter_words
        zipf, known = lexicon.look_up(part)
        return known and zipf >= PART_ZIPF

    return is_common


def _expected(
    forms: Sequence[str],
    counts: LanguageCounts,
    index: EditIndex,
    channel: Channel,
    unknown: Container[str],
) -> dict[str, float]:
    """How often each form is expected as a misreading of known words and of others that are more frequent."""
    found: dict[str, float] = {}
    rest = iter(forms)
    while batch := list(islice(rest, BATCH)):
        pairs = [(source, form) for form in batch for source in _sources(form, counts, index, unknown)]
        costs = channel.costs([source for source, _ in pairs], [form for _, form in pairs]).tolist()
        found |= dict.fromkeys(batch, 0.0)
        for (source, form), cost in zip(pairs, costs, strict=True):
            share, _ = counts.suggested.get((form, source), (0.0, 0))
            likelier = 1 + SUGGESTED * share / counts.forms[form][0]
            typed = counts.forms[source][0] + counts.forms[form][0]
            found[form] += typed * math.exp(-cost) * likelier
    return found


def _sources(form: str, counts: LanguageCounts, index: EditIndex, unknown: Container[str]) -> Iterator[str]:
    """Known words that are near to a form, and unknown ones that are more frequent."""
    for source in index.within_distance(form, 1 + (len(form) >= FAR)):
        frequent = counts.forms[source][0] > counts.forms[form][0]
        if source != form and (frequent or source not in unknown):
            yield source
