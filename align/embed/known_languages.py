"""Which languages encoders know, by their authors' statements; ISO 639-1, or 639-3 where there is no other.

- ``embedded``: Universal Sentence Encoder multilingual v3 (Yang et al., 2020, section 3).
- ``sentence-transformers/LaBSE``: Feng et al., 2022, appendix C (109 languages).
- ``intfloat/multilingual-e5-base`` (Wang et al., 2024) and ``BAAI/bge-m3`` (Chen et al., 2024) begin with
  XLM-RoBERTa, which knows 100 languages (Conneau et al., 2020, appendix A); those written in two ways count
  once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType


def _codes(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


EMBEDDED = _codes("ar zh en fr de it ja ko nl pl pt es th tr ru")

LABSE = _codes(
    "af am ar as az be bg bn bo bs ca ceb co cs cy da de el en eo es et eu fa fi fr fy ga gd gl gu ha haw "
    "he hi hmn hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky la lb lo lt lv mg mi mk ml mn mr ms mt "
    "my ne nl no ny or pa pl pt ro ru rw si sk sl sm sn so sq sr st su sv sw ta te tg th tk tl tr tt ug "
    "uk ur uz vi wo xh yi yo zh zu"
)

XLM_ROBERTA = _codes(
    "af am ar as az be bg bn br bs ca cs cy da de el en eo es et eu fa fi fr fy ga gd gl gu ha he hi hr "
    "hu hy id is it ja jv ka kk km kn ko ku ky la lo lt lv mg mk ml mn mr ms my ne nl no om or pa pl ps "
    "pt ro ru sa sd si sk sl so sq sr su sv sw ta te th tl tr ug uk ur uz vi xh yi zh"
)

LANGUAGES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "embedded": EMBEDDED,
        "sentence-transformers/LaBSE": LABSE,
        "intfloat/multilingual-e5-base": XLM_ROBERTA,
        "BAAI/bge-m3": XLM_ROBERTA,
    }
)
"""Languages by the name of the encoder, the best for aligning first."""

SAME = MappingProxyType(
    {"nb": "no", "nn": "no", "fil": "tl", "hbs": "sr", "sh": "sr", "iw": "he", "in": "id"}
)
"""Codes of languages that the tables above list under another."""


def encoders_for(languages: Iterable[str]) -> tuple[str, ...]:
    """The encoders that know all of some languages.

    Example:
        >>> encoders_for(["cs", "nb"])
        ('sentence-transformers/LaBSE', 'intfloat/multilingual-e5-base', 'BAAI/bge-m3')
        >>> encoders_for(["zu", "en"])
        ('sentence-transformers/LaBSE',)
    """
    wanted = tuple(languages)
    return tuple(name for name in LANGUAGES if knows(name, wanted))


def unknown_to(encoder: str, languages: Iterable[str]) -> tuple[str, ...]:
    """Those of some languages that an encoder does not know; none for an encoder that is not in the table."""
    known = LANGUAGES.get(encoder)
    if known is None:
        return ()
    return tuple(code for code in dict.fromkeys(languages) if SAME.get(code, code) not in known)


def knows(encoder: str, languages: Iterable[str]) -> bool:
    """Whether an encoder is in the table and knows all of some languages."""
    return encoder in LANGUAGES and not unknown_to(encoder, languages)
