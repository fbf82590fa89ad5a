"""The names of speakers before what they say in a transcript: ``СТАЛИН: Как здоровье?``."""

from __future__ import annotations

import re

from align.lang.registry import LANGUAGES

MAX_WORDS = 5
"""Words of a speaker's name with title and initials."""

LABEL = re.compile(
    r"[-–—\s]*(?P<name>[^:.!?…]*(?:\.[^:.!?…]*){0,4}):\s+(?=[-–—\s\"'“‘«„(\[¿¡…]*(?P<head>\w))"
)
ROLE = re.compile(r"\s*[(\[][^()\[\]]{1,40}[)\]]$")
TITLES = frozenset[str]().union(*(language.abbreviations.before_name for language in LANGUAGES.values()))
"""Abbreviations before a name, in small letters and without their stop: ``тов``, ``г-н``."""


def speech_start(text: str) -> int:
    """Where what is said begins behind the name of the speaker; 0 where no name of a speaker begins the text.

    Example:
        >>> text = "Тов. Молотов: Как здоровье?"
        >>> text[speech_start(text):]
        'Как здоровье?'
        >>> speech_start("Он сказал: Иди.")
        0
    """
    found = LABEL.match(text)
    if found is None or found["head"].islower():
        return 0
    words = ROLE.sub("", found["name"]).split()
    named = any(word[0].isupper() for word in words)
    fits = all(word[0].isupper() or word.rstrip(".") in TITLES for word in words)
    return found.end() if named and fits and len(words) <= MAX_WORDS else 0
