"""Hunspell's dictionaries, read by spylls: whether a word is one of the language.

Taking a word apart in pure Python takes a fifth of a millisecond, and reading a dictionary half a second. So
the forms of a dictionary without free compounds are all made once, by its affix rules, and kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from importlib.metadata import version
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from align.lang.form_table import FormTable, form_arrays
from align.user_cache import Arrays, kept

if TYPE_CHECKING:
    from spylls.hunspell.data.aff import Affix

HYPHEN = "-"
"""Where hunspell takes a word apart by default."""

NUMBER = re.compile(r"\d+(?:\.\d+)?")
NOTHING = "(?!)"
"""An expression that matches nothing."""


def dictionary(name: str) -> Callable[[str], bool] | None:
    """Whether a folded form is a word, in any case of its letters; ``None`` where spylls is not installed.

    Args:
        name: A dictionary that ships with spylls, as ``folder/name``.

    Example:
        >>> known = dictionary("en/en_US")
        >>> known("translators"), known("trnaslators"), known("london-based"), known("21st")
        (True, False, True, True)
    """
    stem = _stem(name)
    if stem is None:
        return None
    if has_free_compounds(name):
        return lambda form: bool(_spylls(stem).lookup(form.upper()))
    kept_lists = kept(f"forms-{stem.name}", (version("spylls"), name), lambda: _lists(_spylls(stem)))
    numerals = re.compile(kept_lists["numerals"].tobytes().decode())
    return partial(_is_form, forms=FormTable.of(kept_lists, "numbers"), numerals=numerals)


def has_free_compounds(name: str) -> bool:
    """Whether the rules of a dictionary make words of any number of words, as Swedish has them."""
    stem = _stem(name)
    text = "" if stem is None else stem.with_suffix(".aff").read_text("utf-8", "replace")
    return any(line.startswith(("COMPOUNDFLAG", "COMPOUNDBEGIN")) for line in text.splitlines())


def _stem(name: str) -> Path | None:
    """The path of a dictionary in the installed package, without its suffix."""
    spec = find_spec("spylls")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "hunspell" / "data" / name


def _is_form(form: str, forms: FormTable, numerals: re.Pattern[str]) -> bool:
    """As spylls has it: a listed form, a number, a numeral by its rules, or such parts between hyphens."""
    if form in forms or NUMBER.fullmatch(form):
        return True
    return all(part in forms or numerals.fullmatch(part) for part in form.split(HYPHEN) if part)


@cache
def _spylls(stem: Path) -> Any:  # noqa: ANN401 - spylls has no types
    from spylls.hunspell import Dictionary

    return Dictionary.from_files(str(stem))


def all_forms(read: Any) -> set[str]:  # noqa: ANN401 - spylls has no types
    """All forms of a dictionary, in small letters.

    Args:
        read: A ``spylls.hunspell.Dictionary`` without free compounds.
    """
    rules = read.aff
    excluded = {flag for flag in (rules.ONLYINCOMPOUND, rules.FORBIDDENWORD) if flag}
    words = (word for word in read.dic.words if excluded.isdisjoint(word.flags))
    return {form.lower() for word in words for form in _forms(word.stem, word.flags, rules)}


def _forms(stem: str, flags: Iterable[str], rules: Any) -> Iterator[str]:  # noqa: ANN401
    """A stem, with each of its suffixes, with each of its prefixes, and with one of both."""
    suffixes = list(chain.from_iterable(rules.SFX.get(flag, ()) for flag in flags))
    prefixes = list(chain.from_iterable(rules.PFX.get(flag, ()) for flag in flags))
    yield stem
    for suffix in suffixes:
        yield from _with_suffix(stem, suffix)
    for prefix in prefixes:
        for whole in _with_prefix(stem, prefix):
            yield whole
            for suffix in suffixes if prefix.crossproduct else ():
                yield from _with_suffix(whole, suffix) if suffix.crossproduct else ()


def _with_suffix(stem: str, suffix: Affix) -> Iterator[str]:
    if stem.endswith(suffix.strip) and suffix.cond_regexp.search(stem):
        yield stem.removesuffix(suffix.strip) + suffix.add


def _with_prefix(stem: str, prefix: Affix) -> Iterator[str]:
    if stem.startswith(prefix.strip) and prefix.cond_regexp.search(stem):
        yield prefix.add + stem.removeprefix(prefix.strip)


def numeral_pattern(read: Any) -> str:  # noqa: ANN401 - spylls has no types
    """An expression for the compounds that rules make of listed parts: the ordinals of English.

    Args:
        read: A ``spylls.hunspell.Dictionary`` whose flags are single characters.
    """
    parts: dict[str, list[str]] = {}
    for word in read.dic.words:
        for flag in word.flags:
            parts.setdefault(flag, []).append(re.escape(word.stem))
    rules = [
        "".join(one if one in "*?" else f"(?:{'|'.join(parts.get(one, [NOTHING]))})" for one in rule.text)
        for rule in read.aff.COMPOUNDRULE
    ]
    return "|".join(rules) or NOTHING


def _lists(read: Any) -> Arrays:  # noqa: ANN401 - spylls has no types
    """The forms of a dictionary with a number each, and the expression for its numerals."""
    forms = sorted(all_forms(read))
    return {
        **form_arrays(forms),
        "numbers": np.arange(len(forms), dtype=np.float64),
        "numerals": np.frombuffer(numeral_pattern(read).encode(), dtype=np.uint8),
    }
