"""The formats of ready pairs that are read."""

from __future__ import annotations

from align.text.readers.input_format import InputFormat
from align.text.readers.tmx import read_tmx
from align.text.readers.ttx import read_ttx
from align.text.readers.xliff import read_xliff

TMX = InputFormat(
    "TMX",
    (".tmx",),
    "root `tmx`",
    lambda head: head.root.lower() == "tmx",
    "segments of two languages, regions told apart; text of `hi`, `sub`",
    "codes of tools (not said); units without one of the two languages, empty or doubled segments, other "
    "languages",
    read_pairs=read_tmx,
)

XLIFF = InputFormat(
    "XLIFF",
    (".xliff", ".xlf", ".sdlxliff", ".mqxliff", ".mxliff"),
    "root `xliff` (1.2, 2.x)",
    lambda head: head.root == "xliff",
    "translated segments, also those that `mrk` cuts",
    "codes, proposals and notes (not said); segments without a translation",
    read_pairs=read_xliff,
)

TTX = InputFormat(
    "TTX",
    (".ttx",),
    "root `TRADOStag`",
    lambda head: head.root == "TRADOStag",
    "translated units of Trados TagEditor",
    "codes (not said); text that is not translated",
    read_pairs=read_ttx,
)
