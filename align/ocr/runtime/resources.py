"""Everything that is loaded once for a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from align.lang import lexicon
from align.lang.lexicon import Lexicon
from align.ocr import grammar, lm
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.grammar import Grammar
from align.ocr.lm import LanguageModel, NgramModel, cloze
from align.ocr.lm.cloze import ClozeLm
from align.ocr.lm.printed import LetterModels, printed_shares
from align.ocr.translation import matcher
from align.ocr.translation.matcher import Matcher


@dataclass(frozen=True, eq=False)
class LanguageResources:
    """What there is for the first of two languages; ``None`` where there is nothing.

    ``languages``: of the side that is searched for errors, and of its translation. ``masked``: the user's own
    masked language model. ``matcher``: works with vectors of the embedded encoder only. ``letters``:
    models of the letters of words, and of words that were misread.
    """

    languages: tuple[str, str]
    indexes: FormIndexes
    language_model: NgramModel | None
    grammar: Grammar | None
    cloze: ClozeLm | None
    matcher: Matcher | None
    masked: LanguageModel | None = None
    letters: LetterModels | None = None

    @property
    def lexicon(self) -> Lexicon:
        """The words of the language."""
        return self.indexes.lexicon


@cache
def load(languages: tuple[str, str], masked: str | None = None) -> LanguageResources:
    """Load the resources of a pair of languages, once in the life of the process.

    Args:
        languages: Of the side that is searched for errors, and of its translation (ISO 639-1).
        masked: A masked language model of the first, by name or folder.

    Raises:
        ModelError: where there is no such masked language model.
    """
    own = languages[0]
    words, printed = lexicon.load(own), printed_shares(own)
    return LanguageResources(
        languages,
        FormIndexes(words.with_words(printed), (*lexicon.dependencies(own), len(words.frequencies), printed)),
        lm.load(own),
        grammar.load(own),
        cloze.load(own),
        matcher.load(languages),
        None if masked is None else lm.MaskedModel.load(masked),
        LetterModels.of(own, words.frequencies) if words.frequencies else None,
    )
