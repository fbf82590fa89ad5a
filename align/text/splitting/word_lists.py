"""Word lists of all languages together.

The rules that use them do not depend on the language of the paragraph, since texts quote and date in
other languages.
"""

from __future__ import annotations

from align.lang.language import word_set
from align.lang.registry import LANGUAGES

MONTHS = frozenset(name for language in LANGUAGES.values() for name in language.months.names)
"""Names of months as a date has them, lower case."""

INTERNATIONAL = frozenset[str]().union(
    *(language.abbreviations.international for language in LANGUAGES.values())
)
AFTER_NUMBER = frozenset[str]().union(
    *(language.abbreviations.after_number for language in LANGUAGES.values())
)
BEFORE_NUMBER = word_set("no nos nr vol p pp fig art стр ст гл рис табл с")
"""Of those before a number the ones that every language's texts quote."""

MAY_END = frozenset[str]().union(*(language.abbreviations.may_end for language in LANGUAGES.values()))
"""Of all languages; see :class:`align.lang.language.Abbreviations`."""
