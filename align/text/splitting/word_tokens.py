"""A text as tokens for the rules of sentences."""

from __future__ import annotations

from collections.abc import Sequence

from align.text.splitting.tokenizer import SpacyToken
from align.text.splitting.tokenizer_rules import tokenizer


def tokens_of(text: str, language: str) -> Sequence[SpacyToken]:
    """The tokens of a text, white space included, as spaCy's blank pipeline of the language makes them.

    spaCy itself is loaded only where its tokenizer is no list of rules.
    """
    own = tokenizer(language)
    if own is not None:
        return own(text)
    from align.text.splitting.pipeline import blank

    found = blank(language).make_doc(text)
    return [SpacyToken(token.text, token.idx, bool(token.whitespace_)) for token in found]
