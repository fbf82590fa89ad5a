"""A worker process without models: what it does with a document stands in the id of the document.

``python fake_child.py FOLDER CONNECTION LIFELINE``: in the folder it notes what it has tried.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from align.corpus.child_limits import end_with
from align.corpus.failed_rows import named_row
from align.corpus.job import KeyedDocument
from align.corpus.messages import BatchEnd, Begun, Done, OutOfMemory, Ready, Unable

folder, connection, lifeline = Path(sys.argv[1]), Connection(int(sys.argv[2])), int(sys.argv[3])
held: list[bytes] = []


def is_first(name: str) -> bool:
    """Whether this is tried for the first time, by whatever process."""
    note = folder / f"{name}.tried"
    found = not note.exists()
    note.touch()
    return found


def act(name: str) -> None:
    word = name.partition("-")[0]
    if word == "crash" or (word == "once" and is_first(name)):
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "leaves":
        helper = subprocess.Popen(["sleep", "600"])
        (folder / "helper").write_text(str(helper.pid))
        os._exit(3)
    if word == "grows":
        held.append(b"\1" * (300 << 20))
        time.sleep(600)
    if word == "refused" and is_first(name):
        connection.send(OutOfMemory())
        os._exit(0)
    if word == "heavy":  # what it holds stays
        held.append(b"\1" * (70 << 20))
        time.sleep(1.2)
    if word == "hangs":
        time.sleep(600)


def do(batch: Sequence[KeyedDocument]) -> None:
    connection.send(Begun(None))
    if any(one.document.id.startswith("together") for one in batch):
        os._exit(4)
    for number, one in enumerate(batch):
        connection.send(Begun(number))
        act(one.document.id)
        row = named_row(one.document, one.key) | {"status": "aligned"}
        connection.send(Done(number, {"documents": [row]}))
        if one.document.id.startswith("after") and is_first(one.document.id):
            os._exit(5)
    connection.send(BatchEnd())


end_with(lifeline)
connection.recv()
if (folder / "broken").exists() or ((folder / "late").exists() and is_first("start")):
    os._exit(6)
if (folder / "unable").exists():
    connection.send(Unable("the model is missing"))
connection.send(Ready())
while True:
    do(connection.recv())
