"""The indexes over the forms of a language in which candidates are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from align.lang.lexicon import Lexicon
from align.ocr.candidates.channel_index import ChannelIndex
from align.ocr.candidates.edit_index import EditIndex


@dataclass(frozen=True, eq=False)
class FormIndexes:
    """A lexicon with the two indexes over its forms; each is built when it is first used."""

    lexicon: Lexicon

    @cached_property
    def by_edits(self) -> EditIndex:
        """Forms by Levenshtein distance."""
        return EditIndex.build(
            [form for form in self.lexicon.search_shares if len(form) < EditIndex.MAX_LENGTH]
        )

    @cached_property
    def by_channel(self) -> ChannelIndex:
        """The commoner forms by the cost of misreading them."""
        return ChannelIndex.build(self.lexicon.search_shares)
