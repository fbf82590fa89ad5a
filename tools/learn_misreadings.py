"""Count the confusions of OCR engines on degraded pages: align/ocr/data/misreadings.tsv.

    python tools/learn_misreadings.py MAKER TEXT FOLDER [--older TESSDATA] [--pages 6] [--jobs 2] [-o OUT.tsv]

MAKER is ../shared/tools/make_ocr_bitext.py with what it needs; TEXT is public-domain Russian prose
(../shared/data/text-ru/*.txt.xz). MAKER types sentences of it, mixed with words of a list of English words,
in eight faces at three levels of degradation, scans and reads them: ``--pages`` of each. The pages are kept
in FOLDER, by engine; pages that are there already are not made again. Two cores make twenty a minute.

TESSDATA holds the ``rus.traineddata`` of Tesseract 3.02 to 3.04 (Apache-2.0), which Tesseract 5 still reads
with the engine of that time: it recognised single letters by shape, today's recognises whole lines. The pages
of the first level are typed once more for it (it cannot read worse ones), four a minute, and counted apart.

Each word is aligned with the word that was read for it along the cheapest path, first by the costs of glyph
similarity, then by those of the counts, and so on (EM along the best path). The file has, for each engine,
letters, marks and pairs of Latin letters: how often each was typed and what it was read as. Latin letters are
counted for today's engine only.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import lzma
import os
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path

from align.evaluate.gold_errors import read_gold_errors
from align.ocr.channel.channel import Channel, Edit
from align.ocr.channel.engines import LATIN_COUNTS_WEIGHT, MisreadCount, engine_of, misread_counts, mix
from align.ocr.channel.glyphs import error_conditioned_channel, glyph_channel

OUT = Path(__file__).parents[1] / "align" / "ocr" / "data" / "misreadings.tsv"
FACES = (
    "freemono", "liberationmono", "cmutt", "gnutypewriter", "ptmono", "freemono-light", "ptserif", "cmuserif",
)  # fmt: skip
LEVELS, OLDER_LEVELS = (1, 2, 3), (1,)
ENGINE, OLDER = "tesseract-5", "tesseract-3"
LINES = 60
WORDS = 30_000
SENTENCE = re.compile(r"[А-Я][^.!?=\n]{40,110}[.!?]")
LATIN = re.compile(r"[^\w\s]*[A-Za-z]{2,}[^\w\s]*")
CYRILLIC = re.compile(r"[^A-Za-z0-9\s]+")
FEWEST, TYPED = 2, 50
"""Of a row's misreadings, and of what was typed; rarer ones say nothing."""
ROUNDS = 4


@dataclass(frozen=True)
class Page:
    """A page to make: its text's seed, face and level."""

    face: str
    level: int
    number: int

    @property
    def name(self) -> str:
        """Of its folder."""
        return f"{self.face}-{self.level}-{self.number}"


def make(page: Page, maker: Path, folder: Path, lines: Sequence[str], tessdata: Path | None) -> None:
    """Type, degrade, scan and read a page. ``tessdata``: the data of an engine other than the machine's."""
    text, out = folder / f"{page.name}.txt", folder / page.name
    if (out / "errors.tsv").exists():
        return
    text.write_text("\n".join(lines), encoding="utf-8")
    seed = str(1000 * page.level + 10 * page.number + FACES.index(page.face))
    order = [sys.executable, str(maker), str(text), str(text), str(out), "--page", "0"]
    order += ["--font", page.face, "--level", str(page.level), "--seed", seed]
    settings = {"OMP_THREAD_LIMIT": "1"} | ({"TESSDATA_PREFIX": str(tessdata)} if tessdata else {})
    subprocess.run(order, check=True, env=os.environ | settings)  # noqa: S603 - a script of this project's


def lines(sentences: Sequence[str], words: Sequence[str], chance: random.Random) -> list[str]:
    """Sentences, each with one to three foreign words in a row."""
    found = []
    for sentence in chance.sample(sentences, LINES):
        own = sentence.split()
        at = chance.randrange(1, len(own))
        own[at:at] = [foreign(words, chance) for _ in range(chance.choice((1, 1, 2, 3)))]
        found.append(" ".join(own))
    return found


def foreign(words: Sequence[str], chance: random.Random) -> str:
    """A word as texts hold them: most have a capital, some nothing but capitals, some stand in quotes."""
    word = chance.choice(words)
    kind = chance.random()
    if kind < 0.25 and len(word) < 6:
        word = word.upper()
    elif kind < 0.8:
        word = word.capitalize()
    return chance.choices((word, f"{word},", f"«{word}»"), (8, 1, 1))[0]


def pairs(pages: Iterable[Path], kind: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Words of a kind that were misread, each with what was read for it."""
    for page in pages:
        for row in read_gold_errors(page / "errors.tsv"):
            one = row.counts and kind.fullmatch(row.truth) and " " not in row.ocr
            if one and abs(len(row.ocr) - len(row.truth)) <= max(2, len(row.truth) // 3):
                yield row.truth, row.ocr


def counted(
    appearance: Channel, wrong: Sequence[tuple[str, str]], typed: Mapping[str, int]
) -> list[MisreadCount]:
    """What was read for what, as the cheapest ways from one to the other show it."""
    channel, rows = appearance, list[MisreadCount]()
    for _ in range(ROUNDS):
        paths = channel.best_edits_batch([text for text, _ in wrong], [read for _, read in wrong])
        edits = Counter(edit for path in paths for edit in path)
        rows = [
            MisreadCount(edit, count, typed[edit[0]])
            for edit, count in edits.items()
            if edit[0] != edit[1]
            and count >= FEWEST
            and typed.get(edit[0], 0) >= TYPED
            and is_distinct(appearance, edit)
        ]
        channel = mix(appearance, [engine_of(rows)], [LATIN_COUNTS_WEIGHT])
    return sorted(rows, key=lambda row: (row.edit[0], -row.count, row.edit[1]))


def is_distinct(channel: Channel, edit: Edit) -> bool:
    """Whether the channel can tell the edit from all others."""
    codes = [[channel.alphabet.get(character, 0) for character in text] for text in edit]
    last = channel.split.shape[1] - 1
    pair = next((text for text in codes if len(text) == 2), [])
    return all(map(all, codes)) and all(code < last for code in pair)


def letters_and_pairs(texts: Iterable[str]) -> Counter[str]:
    """How often each character, and each two beside each other, was typed."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(text)
        found.update(a + b for a, b in pairwise(text))
    return found


def learn(pages: Sequence[Path]) -> list[MisreadCount]:
    """The counts of all pages: of Cyrillic letters and marks among all typed, of Latin ones where misread."""
    truth = [word for page in pages for word in (page / "truth.txt").read_text("utf-8").split()]
    cyrillic, latin = (list(pairs(pages, kind)) for kind in (CYRILLIC, LATIN))
    plain = letters_and_pairs(word for word in truth if CYRILLIC.fullmatch(word))
    return [
        *counted(glyph_channel(), cyrillic, plain),
        *(
            row
            for row in counted(
                error_conditioned_channel(), latin, letters_and_pairs(text for text, _ in latin)
            )
            if row.latin
        ),
    ]


def main() -> None:
    """Make the pages, count, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("maker", type=Path)
    parser.add_argument("text", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--older", type=Path, metavar="TESSDATA")
    parser.add_argument("--pages", type=int, default=6)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    options = parser.parse_args()
    prose = lzma.decompress(options.text.read_bytes())
    found = dict(misread_counts())  # counts of the older engine stay where it does not run
    for engine, tessdata, levels in ((ENGINE, None, LEVELS), (OLDER, options.older, OLDER_LEVELS)):
        if engine == OLDER and tessdata is None:
            continue
        pages = [Page(face, level, n) for n, level, face in product(range(options.pages), levels, FACES)]
        folder = options.folder / engine
        folder.mkdir(parents=True, exist_ok=True)
        make_all(pages, options, folder, prose.decode(), tessdata)
        rows = learn([folder / page.name for page in pages])
        found[engine] = tuple(row for row in rows if engine == ENGINE or not row.latin)
    write(options.output, found, hashlib.sha256(prose).hexdigest(), options.pages * len(FACES))


def make_all(
    pages: Sequence[Page], options: argparse.Namespace, folder: Path, prose: str, tessdata: Path | None
) -> None:
    """Make the pages, some at a time."""
    from wordfreq import top_n_list

    sentences = SENTENCE.findall(prose)
    words = [word for word in top_n_list("en", WORDS) if word.isascii() and word.isalpha() and len(word) > 1]
    texts = [lines(sentences, words, random.Random(page.name)) for page in pages]  # noqa: S311 - no secret
    with ThreadPoolExecutor(options.jobs) as pool:
        list(pool.map(lambda page, text: make(page, options.maker, folder, text, tessdata), pages, texts))


def write(path: Path, found: Mapping[str, Sequence[MisreadCount]], digest: str, pages: int) -> None:
    """The table with its source. ``pages``: of each level."""
    source = f"{pages} pages a level of prose (sha256 {digest}) with English words put in"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# counted by tools/learn_misreadings.py: {source}, typed, degraded, read by Tesseract\n")
        table = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        table.writerow(("engine", "typed", "read", "count", "of"))
        table.writerows(
            (engine, *row.edit, row.count, row.typed) for engine, rows in found.items() for row in rows
        )


if __name__ == "__main__":
    main()
