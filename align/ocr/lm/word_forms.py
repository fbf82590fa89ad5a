"""The forms under which language models count tokens, and the class a word belongs to."""

from __future__ import annotations

NUMBER = "0"
"""Every number counts as this one token."""
START, STOP, UNKNOWN, RARE = "<s>", "</s>", "<?>", "<rare>"

_DASHES = "-–—―‒−"
_QUOTES = '«»„“”"‟'
_FOLDED = str.maketrans(
    {"ё": "е", "’": "'", "…": "."} | dict.fromkeys(_DASHES, "—") | dict.fromkeys(_QUOTES, '"')
)
_HYPHEN = str.maketrans({"ё": "е", "’": "'"})


def normalise(token: str) -> str:
    """The form a token is counted under: small letters, ё as е, one kind of dash and quote."""
    if len(token) == 1 and not token.isalnum():
        return token.translate(_FOLDED)
    if token[:1].isdigit():
        return NUMBER
    return token.lower().translate(_HYPHEN)


def suffix_class(word: str) -> str:
    """The class of a normal form by its ending: last three letters, and whether it has a hyphen.

    Inflecting languages write case, number and person there, so the class is a cheap tag.
    """
    if not word[:1].isalpha():
        return word
    return ("-" if "-" in word else "") + (word[-3:] if len(word) > 3 else "_" + word)
