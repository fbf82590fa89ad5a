"""A person's review of a bitext: decisions that are never lost, and the text they make.

    Bitext --State.of--> State --reduce(operation)--> Patch --State.patched--> State …
    Review: the state, its history, and the journal on disk;   review.widget(): the same in a notebook

A decision is an :mod:`operation <.operation>` about places in the raw file. :func:`.reducer.reduce` gives
what it changes, :class:`.history.History` keeps what can be undone, :class:`.journal_file.Journal` writes it
to the disk, and :mod:`.view` cuts the state into segments that a browser can draw.
"""

from align.review.journal import read_decisions
from align.review.session import Review

__all__ = ["Review", "read_decisions"]
