"""The indexes over the forms of a language in which candidates are looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from align.lang.lexicon import Lexicon
from align.ocr.candidates.channel_index import ChannelIndex
from align.ocr.candidates.edit_index import EditIndex
from align.ocr.candidates.lookup_query import LookupQuery
from align.user_cache import Arrays, kept


@dataclass(frozen=True, eq=False)
class FormIndexes:
    """A lexicon with the two indexes over its forms, each kept for all processes and opened when first used.

    ``depends_on``: what the forms of the lexicon depend on, beside its language; ``None`` for a lexicon whose
    indexes are not kept. ``collection``: further forms that the lexicon knows, those of a collection.
    ``near``: forms near to queries of earlier documents, by the channel of unknown documents; ``ranked``: the
    likeliest of them.
    """

    lexicon: Lexicon
    depends_on: object = None
    collection: EditIndex | None = None
    near: dict[LookupQuery, list[str]] = field(default_factory=dict, repr=False)
    ranked: dict[LookupQuery, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def within_distance(self, word: str, distance: int) -> tuple[str, ...]:
        """The known forms within this Levenshtein distance, those of each index nearest first."""
        near = self.by_edits.within_distance(word, distance)
        if self.collection is None:
            return near
        return *near, *self.collection.within_distance(word, distance)

    @cached_property
    def by_edits(self) -> EditIndex:
        """Known forms by Levenshtein distance."""
        return EditIndex.of(self._kept("edits", self._by_edits))

    @cached_property
    def by_channel(self) -> ChannelIndex:
        """The commoner forms by the cost of misreading them."""
        return ChannelIndex.of(self._kept("misread", lambda: ChannelIndex.arrays(self.lexicon.search_shares)))

    def _by_edits(self) -> Arrays:
        lexicon = self.lexicon
        forms = (form for form, share in lexicon.search_shares.items() if share and form)
        short = (form for form in forms if len(form) < EditIndex.MAX_LENGTH)
        return EditIndex.arrays([form for form in short if lexicon.slow or lexicon.knows(form)])

    def _kept(self, name: str, make: Callable[[], Arrays]) -> Arrays:
        if self.depends_on is None:
            return make()
        return kept(f"{name}-{self.lexicon.language}", self.depends_on, make)
