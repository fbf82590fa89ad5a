"""The rules of spaCy's tokenizers, kept as they are in the user's cache folder."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import version
from typing import Any

import numpy as np

from align.text.splitting.tokenizer import Tokenizer
from align.user_cache import Arrays, kept


@lru_cache(maxsize=4)
def tokenizer(language: str) -> Tokenizer | None:
    """The tokenizer of a language.

    Args:
        language: ISO 639-1; one that spaCy does not have gets its general rules.

    Returns:
        The tokenizer; ``None`` where spaCy has one of another kind, as for Chinese.
    """
    arrays = kept(f"tokenizer-{language}", version("spacy"), lambda: _rules_of(language))
    rules = json.loads(arrays["rules"].tobytes())
    return None if rules is None else _made(rules)


def _made(rules: Mapping[str, Any]) -> Tokenizer:
    prefix, suffix, infix, uncut, address = (
        rules[name] and re.compile(*rules[name]) for name in PATTERNS.values()
    )
    return Tokenizer(prefix, suffix, infix, uncut, address, rules["exceptions"], rules["phrases"])


PATTERNS = {
    "prefix_search": "prefix",
    "suffix_search": "suffix",
    "infix_finditer": "infix",
    "token_match": "uncut",
    "url_match": "address",
}
"""The method of spaCy's tokenizer -> the rule whose pattern it applies."""


def _rules_of(language: str) -> Arrays:
    """The rules of spaCy's tokenizer as JSON; ``null`` where it is no list of rules."""
    from align.text.splitting.pipeline import blank

    own: Any = blank(language).tokenizer
    rules: dict[str, Any] | None = None
    if type(own).__module__ == "spacy.tokenizer":
        rules = {name: _pattern(getattr(own, method)) for method, name in PATTERNS.items()}
        rules["exceptions"] = {text: [token.text for token in own(text)] for text in own.rules}
        found = (own.find_prefix, own.find_suffix, own.find_infix)
        rules["phrases"] = [text for text in own.rules if " " in text or any(find(text) for find in found)]
    return {"rules": np.frombuffer(json.dumps(rules).encode(), dtype=np.uint8)}


def _pattern(method: Any) -> tuple[str, int] | None:  # noqa: ANN401 - spaCy has no type for it
    """Source and flags of the pattern whose method this is."""
    return None if method is None else (method.__self__.pattern, method.__self__.flags)
