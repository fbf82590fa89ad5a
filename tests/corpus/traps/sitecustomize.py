"""On the path of worker processes: documents whose files have certain names crash, hang or eat memory.

Python imports this module when it starts. Only worker processes of a collection change by it.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

HELPER = ("sleep", "86411")
"""A program that a document starts and leaves behind."""


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    subprocess.Popen(HELPER)
    os._exit(3)


def hang() -> None:
    """Compiled code that takes no end and lets no other thread run."""
    subprocess.Popen(HELPER)
    re.match(r"(a|a)*$", "a" * 200 + "b")


def grow() -> None:
    held = []
    while True:
        held.append(b"\1" * (50 << 20))


def burst() -> None:
    """Ten gigabytes at once."""
    bytearray(b"\1") * (10 << 30)


TRAPS = {trap.__name__: trap for trap in (crash, leave, hang, grow, burst)}

if "align.corpus.child" in sys.orig_argv:
    from align import loading

    read = loading.documents_of

    def trapped(file: Path, *others: Any) -> Any:
        TRAPS.get(file.name.partition(".")[0], lambda: None)()
        return read(file, *others)

    vars(loading)["documents_of"] = trapped
