"""Where the time of a run goes: ``python tests/benchmarks/profile_run.py [letter|long] [DATA]``.

``letter``: the letter of ``seeds`` as ``align show`` reads it, from a cold start. ``long``: the thousand
misread sentences of ``long_document.py``. Printed are, for each stage, its seconds of processor time without
those of the stages inside it, how often it was entered, and how much memory the process had gained when it
was last left (resident, MB). All batches run in this process, as they would in one of several. Imports are a
stage of their own, wherever they happen. At the end stands what ``import torch, spacy`` takes in another
process. ``--figures FILE`` writes the seconds as a column of a table of the site
(``docs/benchmarks/profile.json``); the column of the other document stays.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial, wraps
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[2]
BASELINE = "import time, torch, spacy; print(time.process_time())"
PAGE = 4096
STAGES = {
    "reading, cleaning": ("align.loading:documents_of", "align.text.clean:clean"),
    "languages": ("align.text.side_languages:side_languages",),
    "sentences": ("align.text.sentences:split",),
    "word lists": ("align.lang.lexicon:load",),
    "dictionaries": ("align.lang.lexicon:_morphology", "align.lang.spelling_dictionary:dictionary"),
    "indexes of forms": ("align.ocr.candidates.form_indexes:FormIndexes._kept",),
    "models of letters": ("align.ocr.lm.printed:spelling_model", "align.ocr.lm.printed:misreading_model"),
    "other models": (
        "align.ocr.lm:load",
        "align.ocr.grammar:load",
        "align.ocr.lm.cloze:load",
        "align.ocr.translation.matcher:load",
    ),
    "loading the encoder": ("align.embed.encoder:load", "align.embed.encoder:_network"),
    "encoding": ("align.embed.encoder:EmbeddedEncoder.encode",),
    "alignment": ("align.alignment.aligner:align_sentences", "align.alignment.realign:realign"),
    "confusions of the document": ("align.ocr.channel.seed:document_confusions",),
    "lattice": ("align.ocr.candidates.build:build_lattice",),
    "lookup of forms": ("align.ocr.candidates.lookup:search",),
    "reranker": ("align.ocr.reranker:LogLinearReranker.score", "align.ocr.decoder:adapt_channel"),
    "flags": ("align.ocr.report.flags:FlagMaker.flags",),
    "checks": ("align.pipeline:_checks",),
}
"""Name of each stage -> the functions that are it."""


COLUMNS = {"letter": "a letter, from a cold start", "long": "a thousand misread sentences"}
"""Document -> the column of its seconds on the site."""

LEAST = 0.1
"""Seconds from which a stage has a row there."""


class Meter:
    """Processor seconds of stages, each without the stages inside it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.entered: dict[str, int] = {}
        self.memory: dict[str, float] = {}
        self._open = ["the rest"]
        self._since = process_time()

    def _count(self) -> None:
        """Give the time since the last call to the innermost stage."""
        now = process_time()
        name = self._open[-1]
        self.seconds[name] = self.seconds.get(name, 0.0) + now - self._since
        self._since = now

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is done inside as a stage."""
        self._count()
        self._open.append(name)
        try:
            yield
        finally:
            self._count()
            self._open.pop()
            self.entered[name] = self.entered.get(name, 0) + 1
            self.memory[name] = resident()

    def wrapped(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function whose calls are a stage."""

        @wraps(function)
        def call(*args: Any, **named: Any) -> Any:
            with self.stage(name):
                return function(*args, **named)

        return call

    def table(self) -> str:
        """A line for each stage, the longest first."""
        self._count()
        rows = sorted(self.seconds.items(), key=lambda row: -row[1])
        lines = [
            f"{name:38}{seconds:9.2f}{self.entered.get(name, 1):9}{self.memory.get(name, resident()):9.0f}"
            for name, seconds in rows
        ]
        head = f"{'stage':38}{'seconds':>9}{'entered':>9}{'MB':>9}"
        return "\n".join([head, *lines, f"{'all':38}{sum(self.seconds.values()):9.2f}"])


def write_figures(path: Path, column: str, seconds: Mapping[str, float]) -> None:
    """Write the seconds of stages as a column of a table of the site, and today's date."""
    held = json.loads(path.read_text("utf-8"))
    values = {row["measured"]: row["values"] for row in held["rows"]}
    for name in {**values, **seconds}:
        columns = values.get(name, {one: {"": 0} for one in COLUMNS.values()})
        values[name] = {**columns, column: {"": round(seconds.get(name, 0.0), 1)}}
    order = sorted(values, key=lambda name: -sum(one[""] for one in values[name].values()))
    rows = [{"measured": name, "values": values[name]} for name in order if any(_shown(values[name]))]
    held["rows"] = [{**rows[0], "command": held["rows"][0]["command"]}, *rows[1:]]
    held["date"] = datetime.now(tz=UTC).date().isoformat()
    path.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _shown(columns: Mapping[str, Mapping[str, float]]) -> list[bool]:
    """Whether each column of a row is more than a tenth of a second."""
    return [column[""] >= LEAST for column in columns.values()]


def resident() -> float:
    """Memory of this process, MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6


def watch_imports(meter: Meter) -> None:
    """Make imports a stage: those of torch and spaCy, with what they import, and all others."""
    bootstrap: Any = sys.modules["_frozen_importlib"]
    found = bootstrap._find_and_load

    def load(name: str, *rest: Any) -> Any:
        top = name.split(".", maxsplit=1)[0]
        large = next((one for one in meter._open if one in ("import torch", "import spacy")), None)
        with meter.stage(large or (f"import {top}" if top in ("torch", "spacy") else "other imports")):
            return found(name, *rest)

    bootstrap._find_and_load = load


def watch(meter: Meter) -> None:
    """Wrap the functions of all stages, and those of the feature groups; keep all work in this process."""
    for name, places in STAGES.items():
        for place in places:
            path, _, attribute = place.partition(":")
            _replace(importlib.import_module(path), attribute, partial(meter.wrapped, name))
    from align.ocr.features.registry import GROUPS
    from align.ocr.runtime import parallel

    parallel.MAX_PROCESSES = 1
    gc.set_threshold(*parallel.GC_THRESHOLD)
    for group in GROUPS:
        object.__setattr__(group, "compute", meter.wrapped(f"features: {group.name}", group.compute))


def _replace(module: ModuleType, attribute: str, wrap: Callable[[Any], Any]) -> None:
    """Put a wrapped function in the place of a function, in every module that has it."""
    owner, _, method = attribute.partition(".")
    if method:
        cls = getattr(module, owner)
        own = cls.__dict__[method]
        setattr(cls, method, classmethod(wrap(own.__func__)) if isinstance(own, classmethod) else wrap(own))
        return
    original = getattr(module, attribute)
    replacement = wrap(original)
    for other in [one for name, one in sys.modules.items() if name.startswith("align")]:
        for key, value in list(vars(other).items()):
            if value is original:
                setattr(other, key, replacement)


def main() -> None:
    """Run, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("letter", "long"), nargs="?", default="letter")
    parser.add_argument("--figures", type=Path, metavar="FILE")
    parser.add_argument("data", type=Path, nargs="?", default=ROOT.parent / "shared/data")
    options = parser.parse_args()
    meter = Meter()
    watch_imports(meter)
    import align.pipeline

    watch(meter)
    if options.what == "letter":
        align.align_file(next((ROOT / "seeds").glob("002*")))
    else:
        import long_document

        long_document.find(options.data)
    print(meter.table())
    done = subprocess.run([sys.executable, "-c", BASELINE], capture_output=True, text=True, check=True)
    print(f"{'import torch, spacy':38}{float(done.stdout):9.2f}")
    if options.figures is not None:
        whole = {"together": sum(meter.seconds.values()), "`import torch, spacy` alone": float(done.stdout)}
        write_figures(options.figures, COLUMNS[options.what], {**meter.seconds, **whole})


if __name__ == "__main__":
    main()
