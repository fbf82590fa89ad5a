"""The corrected original and its apparatus."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from align.bitext import Bitext
from align.export.corrected import apparatus, corrected
from align.flag import Flag


def test_only_certain_suggestions_are_applied(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """A suggestion of confidence .9 is applied at .9, and not at .95; nothing else of the file changes."""
    [document] = tiny((doubt,)).documents
    raw = document.raw
    text, changes = corrected(tiny((doubt,)), 0.9)
    assert text.decode() == raw.replace("Баш", "Ваш")
    assert len(changes) == 1
    assert corrected(tiny((doubt,)), 0.95) == (raw.encode(), ())


def test_the_apparatus_names_what_was_changed_where_and_why(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """Old, new, place, confidence and reason stand in one row."""
    _, changes = corrected(tiny((doubt,)), 0.9)
    [row] = csv.DictReader(io.StringIO(apparatus(changes)), delimiter="\t")
    assert row == {
        "start": "12",
        "stop": "15",
        "old": "Баш",
        "new": "Ваш",
        "confidence": "0.900",
        "reason": "the translation says “your”",
    }


def test_a_translation_alone_is_corrected_itself(tiny: Callable[..., Bitext]) -> None:
    """Where there is no original the file of the translation comes back."""
    bitext = tiny(source=False)
    text, _ = corrected(bitext, 0.9)
    assert bitext.target is not None
    assert text.decode() == bitext.target.document.raw
