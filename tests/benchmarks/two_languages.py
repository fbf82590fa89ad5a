"""Russian and English on scans, end to end: ``python tests/benchmarks/two_languages.py SHARED [KIND …]``.

One page of each kind and level (see ``scan_layout.py``) is written as a picture, and aligned as users do it.
Printed: the character error rate of each side, how many of the pairs hold sentences of one paragraph on
both sides, and how many sentences or groups of them have no partner.
A paragraph and its translation are cut to the same number of whole sentences.
``note`` has an English note of the archive above the two texts; ``files`` is a scan of each language.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from archive_pages import MARGIN, Texts, blank, letter, make, put, typed
from layout_pages import LEVELS, Job, folded, texts, typist
from PIL import Image
from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio

import align
from align.bitext import Bitext
from align.text.side_text import SideText

PARAGRAPHS = {"stacked": 2, "side-by-side": 3, "interleaved": 2, "note": 2, "files": 3}
SENTENCE = re.compile(r".*?[.!?…][\"»”)]*(?:\s+|$)")
NOTE = "Received from the embassy in Moscow by courier on Friday. File copy, translated by the section."


def main() -> None:
    """Print a line a kind and level."""
    for kind in sys.argv[2:] or PARAGRAPHS:
        count = PARAGRAPHS[kind]
        for level, (seed, *_) in LEVELS.items():
            with tempfile.TemporaryDirectory() as folder:
                job = Job(Path(sys.argv[1]), Path(folder), kind, level, seed)
                print(kind, level, judged(aligned(job), known(job), count), flush=True)


def known(job: Job) -> Texts:
    """What is typed: of each paragraph and its translation the same number of whole sentences."""
    found = texts(job.shared / "data" / "ocr-dev", job.seed)
    both = [
        (SENTENCE.findall(one), SENTENCE.findall(other)) for one, other in zip(*astuple(found), strict=True)
    ]
    counts = [max(min(len(one), len(other)), 1) for one, other in both]
    return Texts(
        *(
            tuple("".join(pair[side][:count]).strip() for pair, count in zip(both, counts, strict=True))
            for side in range(2)
        )
    )


def aligned(job: Job) -> Bitext:
    """The scan of a job, aligned."""
    names = ("russian", "english") if job.kind == "files" else ("page",)
    files = [job.keep / (f"{name}.pdf" if job.kind == "files" else f"{name}.png") for name in names]
    for file, (picture, dpi) in zip(files, pictures(job), strict=True):
        picture.save(file, dpi=(dpi, dpi), resolution=dpi)
    return align.align_file(files[0], files[1] if len(files) > 1 else None)


def pictures(job: Job) -> list[tuple[Image.Image, int]]:
    """The pages and their pixels an inch."""
    known_texts, (typing, wear, dpi) = known(job), typist(job)
    if job.kind not in {"note", "files"}:
        return [(make(job.kind, known_texts, typing, wear, job.seed, dpi).picture, dpi)]
    both = known_texts.russian, known_texts.english
    if job.kind == "files":
        return [(wear(letter(typing, side[:3])), dpi) for side in both]
    page = blank()
    top = put(page, typing(typed([NOTE], 50)), MARGIN, 300) + 100
    for paragraph in (*both[0][:2], *both[1][:2]):
        top = put(page, typing(typed([paragraph])), MARGIN, top) + 60
    return [(wear(page), dpi)]


def judged(bitext: Bitext, typed_texts: Texts, count: int) -> str:
    """The error rates and the pairs."""
    if bitext.source is None or bitext.target is None:
        return "one side is missing"
    russian, english = typed_texts.russian[:count], typed_texts.english[:count]
    beads = bitext.alignment.beads
    paired = [bead for bead in beads if bead.source and bead.target]
    right = sum(
        numbers(bitext.source, bead.source, russian) == numbers(bitext.target, bead.target, english)
        for bead in paired
    )
    rates = f"{rate(bitext.source, russian):.3f} {rate(bitext.target, english):.3f}"
    return f"{rates} pairs {right} of {len(paired)}, without a partner {len(beads) - len(paired)}"


def rate(side: SideText, paragraphs: Sequence[str]) -> float:
    """The character error rate of a side."""
    got, wanted = folded(" ".join(one.text for one in side.sentences)), folded(" ".join(paragraphs))
    return Levenshtein.distance(got, wanted) / len(wanted)


def numbers(side: SideText, sentences: Sequence[int], paragraphs: Sequence[str]) -> set[int]:
    """Of the paragraphs that sentences are from."""
    found = [folded(side.sentences[at].text) for at in sentences]
    every = range(len(paragraphs))
    return {max(every, key=lambda at: partial_ratio(text, folded(paragraphs[at]))) for text in found}


if __name__ == "__main__":
    main()
