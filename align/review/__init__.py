"""A bitext and a person: decisions that are never lost, and the text they make.

    Bitext --State.of--> State --effect(operation)--> Patch --> State …
    Review: the state, its history, and the journal on disk;   review.widget(): the same in a notebook

A decision is an :mod:`operation <.operation>`, about places in the raw file. :func:`.effect.effect` says what
it changes, :class:`.history.History` keeps what can be undone, :class:`.journal.Journal` puts it on the disk,
and :mod:`.view` cuts the state into pieces that a browser can draw.
"""

from align.review.journal import read_decisions
from align.review.session import Review

__all__ = ["Review", "read_decisions"]
