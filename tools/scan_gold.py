"""Scans that an engine has read -> the gold of what it read, in the form of the development data.

    python tools/scan_gold.py SCANS [SCANS …] [--maker ../shared/tools] [--language ru]

SCANS holds folders of ``tools/make_scan.py``, or is one. The pictures of scan.pdf are read as ``align read``
reads them, which keeps its pages beside it. Into the folder ``read`` of each goes source.txt (the text of its
pages), facsimile.json (the pages), target.txt, truth.txt (without the numbers of pages), errors.tsv,
beads.json and aside.tsv as the development data has them: the places of the truth are moved to the text by
the cheapest edits.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from align.facsimile.json_value import to_value
from align.scan.read_scan import read_scan
from align.scan.scan_run import ScanRun

Stretch = tuple[int, int]


def maker_of(folder: Path) -> ModuleType:
    """What aligns a truth with its reading."""
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    return import_module("make_ocr_bitext")


def write_gold(folder: Path, maker: ModuleType, language: str) -> str:
    """The gold of one scan; returns its figures."""
    facsimile = read_scan(folder / "scan.pdf", ScanRun(languages=(language,))).facsimile
    truth = (folder / "truth.txt").read_text("utf-8")
    read = facsimile.text
    places = maker.char_map(truth, read)
    asides = _asides(folder / "aside.tsv")
    moved = [(places[start], max(places[stop - 1] + 1, places[start] + 1)) for start, stop in asides]
    errors = [
        (
            start,
            stop,
            _line(read[start:stop]),
            typed,
            maker.kind(read[start:stop], typed) if start < stop else "lost",
        )
        for start, stop, typed in maker.error_regions(truth, read)
        if not any(start < b and a < max(stop, start + 1) for a, b in moved)
    ]
    beads = [
        {**bead, "source": [_letter(read, places[at]) for at in bead["source"]]}
        for bead in json.loads((folder / "beads.json").read_text("utf-8"))
    ]
    out = folder / "read"
    out.mkdir(exist_ok=True)
    texts = {
        "source.txt": read,
        "target.txt": (folder / "target.txt").read_text("utf-8"),
        "truth.txt": _without(truth, asides),
        "beads.json": json.dumps(beads),
        "facsimile.json": json.dumps(to_value(facsimile), ensure_ascii=False),
    }
    for name, text in texts.items():
        (out / name).write_text(text, encoding="utf-8", newline="")
    _table(out / "errors.tsv", ("start", "stop", "ocr", "truth", "kind"), errors)
    _table(out / "aside.tsv", ("start", "stop", "text"), [(a, b, _line(read[a:b])) for a, b in moved])
    wrong = sum(kind == "ocr" for *_, kind in errors)
    return f"{folder.name}: {len(read.split())} words, {wrong} errors, {len(beads)} beads"


def _asides(path: Path) -> list[Stretch]:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    return [(int(row[0]), int(row[1])) for row in rows]


def _line(text: str) -> str:
    return " ".join(text.split())


def _letter(read: str, at: int) -> int:
    """The first letter from a place on."""
    while at < len(read) - 1 and not read[at].isalnum():
        at += 1
    return at


def _without(truth: str, asides: Sequence[Stretch]) -> str:
    for start, stop in reversed(asides):
        truth = truth[:start].rstrip() + " " + truth[stop:].lstrip()
    return "\n".join(" ".join(line.split()) for line in truth.splitlines() if line.strip()) + "\n"


def _table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(
            file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None, escapechar="\\"
        )
        writer.writerow(columns)
        writer.writerows(rows)


def main() -> None:
    """Write the gold of all scans that were read."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scans", type=Path, nargs="+")
    parser.add_argument("--maker", type=Path, default=Path("../shared/tools"))
    parser.add_argument("--language", default="ru")
    options = parser.parse_args()
    maker = maker_of(options.maker)
    for folder in (path.parent for scans in options.scans for path in _truths(scans)):
        print(write_gold(folder, maker, options.language), flush=True)


def _truths(scans: Path) -> list[Path]:
    """The truths of a folder of scans, or of one scan."""
    own = scans / "truth.txt"
    return [own] if own.exists() else sorted(scans.glob("*/truth.txt"))


if __name__ == "__main__":
    main()
