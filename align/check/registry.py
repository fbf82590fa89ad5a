"""All checks, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from align.check.context import CheckContext
from align.check.date import dates_differ
from align.check.doubled import doubled_sentences, inconsistent_translations
from align.check.glossary import glossary_terms
from align.check.length import unusual_lengths
from align.check.marks import inconsistent_dashes, unpaired_brackets, unpaired_quotes
from align.check.name import swapped_names
from align.check.negation import lost_negations
from align.check.number import numbers_differ
from align.check.omission import additions, omissions
from align.check.spelling import inconsistent_names
from align.flag import Flag


@dataclass(frozen=True)
class Check:
    """A check of a translation.

    Attributes:
        name: What settings and the command line call it.
        label: What it finds, for people.
        run: Gives the flags of a bitext.
    """

    name: str
    label: str
    run: Callable[[CheckContext], Iterator[Flag]]


_ALL = (
    Check("numbers", "a number that the other side does not have", numbers_differ),
    Check("dates", "a day that is none of the original's, in either calendar", dates_differ),
    Check("names", "a name in the place of another", swapped_names),
    Check("name-spellings", "a name that is once spelt otherwise than elsewhere", inconsistent_names),
    Check("omissions", "a sentence of the original that is not translated", omissions),
    Check("additions", "a sentence of the translation that the original does not have", additions),
    Check("lengths", "a translation far longer or shorter than others of the document", unusual_lengths),
    Check("negations", "a sentence that denies on one side only", lost_negations),
    Check("brackets", "a bracket without its partner", unpaired_brackets),
    Check("quotes", "a quotation mark without its partner", unpaired_quotes),
    Check("dashes", "a dash that is set otherwise than elsewhere", inconsistent_dashes),
    Check("doubled", "a sentence twice in a row on one side", doubled_sentences),
    Check("renderings", "a repeated sentence that is translated in another way", inconsistent_translations),
    Check("glossary", "a term that is not translated as the glossary asks", glossary_terms),
)

CHECKS: Mapping[str, Check] = MappingProxyType({check.name: check for check in _ALL})
"""Name -> check, in the order in which they run. The command line and the documentation read this."""
