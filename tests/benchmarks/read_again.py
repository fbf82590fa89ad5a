"""A reviewed scan is read again: ``python tests/benchmarks/read_again.py SHARED``.

A typed page of each level is read, all doubts are accepted or dismissed and all rows confirmed, and the page
is read again with other settings. Printed: how many decisions are placed again, need no place as the text
reads as corrected, or have no place. It ends with an error where one that is placed stands elsewhere on the
page or at other letters.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from archive_pages import letter
from layout_pages import LEVELS, Job, texts, typist

import align
from align.bitext import Bitext
from align.bitext_data import BitextData
from align.config import Config
from align.facsimile.box import Box
from align.review import read_decisions
from align.review.operation import Accept, Confirm, Operation, QuotedPlace, Reject, TextChange
from align.review.place import Place
from align.review.session import Review
from align.scan.scan_config import ScanConfig

AGAIN = {
    "one column": ScanConfig("rus", 4),
    "a block": ScanConfig("rus", 6),
    "two languages": ScanConfig("rus+eng"),
    "English too, a block": ScanConfig("eng+rus", 6),
}


def main() -> None:
    """Print a line a level and second reading."""
    for level, seeds in LEVELS.items():
        with tempfile.TemporaryDirectory() as folder:
            job = Job(Path(sys.argv[1]), Path(folder), "letter", level, seeds[0])
            files = written(job)
            journal = job.keep / "j.jsonl"
            first = read(*files, ScanConfig("rus"))
            with Review.open(first, journal) as review:
                for made in decisions(review):
                    review.apply(made)
            for name, config in AGAIN.items():
                with Review.open(read(*files, config), journal) as again:
                    print(level, name, judged(first, again), flush=True)


def written(job: Job) -> tuple[Path, Path]:
    """A scan and the text of its translation."""
    typing, wear, dpi = typist(job)
    known = texts(job.shared / "data" / "ocr-dev", job.seed)
    scan, target = job.keep / "scan.png", job.keep / "target.txt"
    wear(letter(typing, known.russian)).save(scan, dpi=(dpi, dpi))
    target.write_text("\n\n".join(known.english), encoding="utf-8")
    return scan, target


def read(scan: Path, target: Path, config: ScanConfig) -> Bitext:
    """The scan with its translation."""
    return align.align_files(scan, target, config=Config(scan=config))


def decisions(review: Review) -> Iterator[Operation]:
    """A decision on every doubt about words of the original, then on every row."""
    for flag in review.bitext.flags:
        if (
            flag.side != "source"
            or not flag.spans
            or review.state.covers_sentence(Place("source", flag.spans))
        ):
            continue
        place = Place("source", review.state.side_views["source"].normalise(flag.spans))
        old = review.state.quote(place)
        if flag.suggestions:
            yield Accept(TextChange(place, old, flag.suggestions[0].text))
        else:
            yield Reject(QuotedPlace(place, old))
    for row in review.rows:
        yield Confirm((row.pairing,))


def judged(first: Bitext, again: Review) -> str:
    """What became of the decisions."""
    history = again.history
    placed = [made for made, _ in history.done]
    kinds = {"words": (Accept, Reject), "rows": (Confirm,)}
    counts = []
    for name, kind in kinds.items():
        lost = sum(isinstance(made, kind) for made, _ in history.unplaced)
        here = sum(isinstance(made, kind) for made in placed)
        counts.append(f"{name}: {here} placed, {lost} not")
    old = {made.id: made for made in decisions_of(again)}
    apart = sum(
        made.id in old and not is_same(first, old[made.id], again.bitext, made)
        for made in placed
        if isinstance(made, Accept | Reject)
    )
    if apart:
        raise SystemExit(f"{apart} decisions stand elsewhere on the page or at other letters")
    return f"{'; '.join(counts)}; {len(history.needless)} read as corrected"


def is_same(first: BitextData, old: Operation, again: BitextData, made: Operation) -> bool:
    """Whether a decision that was placed again stands at the same place of the page, at the same letters."""
    before, now = box_of(first, old), box_of(again, made)
    return (before is None or overlap(before, now)) and letters_of(first, old) == letters_of(again, made)


def letters_of(bitext: BitextData, made: Operation) -> list[str]:
    """The words of the text of a decision, as it was read."""
    place = place_of(made)
    assert bitext.source is not None
    assert place is not None
    return "".join(span.of(bitext.source.document.raw) for span in place.spans).split()


def place_of(made: Operation) -> Place | None:
    """The text that a decision on words is about."""
    if isinstance(made, Accept):
        return made.change.place
    return made.quote.place if isinstance(made, Reject) else None


def decisions_of(again: Review) -> list[Operation]:
    """The decisions of the journal, at their first places."""
    assert again.journal is not None
    return [entry.operation for entry in read_decisions(again.journal.path).entries]


def box_of(bitext: BitextData, made: Operation) -> Box | None:
    """Where on its page the text of a decision begins."""
    assert bitext.source is not None
    facsimile = bitext.source.document.facsimile
    assert facsimile is not None
    place = place_of(made)
    if place is None:
        return None
    found = facsimile.words_between(place.spans[0].start, place.spans[0].stop)
    return found[0].box if found else None


def overlap(one: Box, other: Box | None) -> bool:
    """Whether two boxes share some of their area."""
    if other is None:
        return False
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > 0 and min(one.bottom, other.bottom) > max(one.top, other.top)


if __name__ == "__main__":
    main()
