"""py3langid (Lui & Baldwin, 2012) with its model mapped from the user's cache: unpacking it takes 40 MB."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from align.user_cache import Arrays, kept

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier


@cache
def identifier() -> LanguageIdentifier:
    """The identifier of the installed package, all its languages."""
    from py3langid.langid import LanguageIdentifier

    arrays = kept("language-identifier", version("py3langid"), _unpacked)
    return LanguageIdentifier(
        arrays["letters_given_language"],
        arrays["languages"],
        arrays["codes"].tolist(),
        arrays["transitions"].data,
        arrays["outputs"].data,
        tk_row=arrays["rows"].data,
    )


def _unpacked() -> Arrays:
    from py3langid import langid, modelio

    letters, languages, codes, transitions, rows, outputs = modelio.load_model(
        Path(langid.MODEL_DIR, langid.MODEL_FILE)
    )
    return {
        "letters_given_language": np.asarray(letters),
        "languages": np.asarray(languages),
        "codes": np.array(codes),
        "transitions": np.asarray(transitions),
        "rows": np.asarray(rows),
        "outputs": np.array(outputs, dtype=np.int32),
    }
