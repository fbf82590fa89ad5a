"""Bring an OCR'd original and its translation together, and get the original right.

    file(s) --read--> Document --clean--> running text --split--> sentences
        sentences of both sides --embed--> vectors --align--> beads
            sentences + beads --flag--> Bitext --> show, export

>>> import align
>>> bitext = align.align_file("letter.txt")  # doctest: +SKIP
>>> [bead.type for bead in bitext.alignment.beads]  # doctest: +SKIP
['1-0', '1-1', '1-1', '1-2', ...]
"""

from align.bitext import Bitext
from align.config import Config
from align.errors import AlignError
from align.pipeline import align_file

__all__ = ["AlignError", "Bitext", "Config", "align_file"]
