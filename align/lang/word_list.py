"""The lists of wordfreq (Speer 2022) as tables that are kept for all processes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from align.lang.folding import fold, unify
from align.lang.form_table import FormTable, form_arrays
from align.user_cache import Arrays, kept

SIZES = ("large", "small")
"""Of the lists; the larger one is taken."""


def list_file(language: str) -> Path | None:
    """The list of a language in the installed package, which is not imported."""
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        return None
    paths = (Path(spec.origin).parent / "data" / f"{size}_{language}.msgpack.gz" for size in SIZES)
    return next((path for path in paths if path.is_file()), None)


@cache
def listed_shares(language: str) -> FormTable:
    """Of each form of a list the fraction of all words, the most frequent first.

    A form that is listed only with ё has its number with е as well.
    """
    return FormTable.of(_tables(language), "shares")


@cache
def listed_folded_shares(language: str) -> FormTable:
    """Of each folded form the fraction of all words of its most frequent spelling; 0 for other forms."""
    return FormTable.of(_tables(language), "folded")


@cache
def _tables(language: str) -> Arrays:
    return kept(f"words-{language}", version("wordfreq"), lambda: _made_tables(language))


def _made_tables(language: str) -> Arrays:
    from wordfreq import get_frequency_dict

    listed: dict[str, float] = get_frequency_dict(language, "best")
    shares = listed | {
        fold(form): share for form, share in listed.items() if "ё" in form and fold(form) not in listed
    }
    best = folded(listed)
    return {
        **form_arrays(list(shares)),
        "shares": np.array(list(shares.values())),
        "folded": np.array([best.get(form, 0.0) for form in shares]),
    }


def folded(shares: Mapping[str, float]) -> dict[str, float]:
    """Of each folded form the fraction of all words of its most frequent spelling."""
    found: dict[str, float] = {}
    for form, share in shares.items():
        spelling = unify(form)
        found[spelling] = max(share, found.get(spelling, 0.0))
    return found
