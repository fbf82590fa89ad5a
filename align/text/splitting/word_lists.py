"""Word lists of all languages together.

The rules that use them do not depend on the language of the paragraph, since texts quote and date in
other languages.
"""

from __future__ import annotations

from align.lang.registry import LANGUAGES

MONTHS = frozenset(name for language in LANGUAGES.values() for name in language.months.names)
"""Names of months as a date has them, lower case."""

INTERNATIONAL = frozenset[str]().union(
    *(language.abbreviations.international for language in LANGUAGES.values())
)
AFTER_NUMBER = frozenset[str]().union(
    *(language.abbreviations.after_number for language in LANGUAGES.values())
)
MAY_END = frozenset[str]().union(*(language.abbreviations.may_end for language in LANGUAGES.values()))
"""See :class:`align.lang.language.Abbreviations`."""
