"""Count words and misreadings of old print: four tables of align/ocr/data.

    python tools/learn_print.py [PAGES] [-o FOLDER]

PAGES (default ../shared/data/ocr-real/icdar2019) holds pages of the ICDAR 2019 competition on post-OCR
correction (CC BY 4.0), one folder a language. Pages whose true text stands in another order than the text
that was read are left out. The tables:

- ``printed_words.tsv``: the words of the true text, folded;
- ``misread_words.tsv``: the words that were misread, as they were read;
- ``print_misreadings.tsv``: what was read for which character, and for which two, along the cheapest path;
- ``spelling_rules.tsv``: the letters that words no list has show in the place of those of today's words.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from competition_pages import CompetitionPage, read_pages
from learn_misreadings import counted, letters_and_pairs

from align.lang import lexicon
from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.channel.channel import Edit
from align.ocr.channel.glyphs import glyph_channel
from align.ocr.channel.seed import alphabet, seed_profile
from align.text.token import parse, tokenize

OUT = Path(__file__).parents[1] / "align" / "ocr" / "data"
MAX_ASIDE = 0.3
"""Share of a page's words of unknown truth from which the page teaches nothing."""


MAX_RULES, MIN_RULE_COUNT = 30, 5.0
"""Rules of the spelling of a language; expected words, each as often as it stands there, that show a rule."""


def learnable(pages: Iterable[CompetitionPage]) -> list[CompetitionPage]:
    """The pages whose truth is known for most of their words."""
    return [page for page in pages if len(page.aside) <= MAX_ASIDE * len(page.raw.split())]


def words(text: str) -> Iterator[str]:
    """The words of a text that have a letter, folded."""
    cores = (token.core for token in tokenize(text))
    return (fold(core) for core in cores if any(map(str.isalpha, core)))


def misread(page: CompetitionPage) -> Iterator[tuple[str, str]]:
    """Words that were misread for one other: the true one, and what was read."""
    for error in page.errors:
        read, truth = error.ocr.split(), error.truth.split()
        if error.counts and len(read) == len(truth) == 1:
            yield parse(truth[0]).core, parse(read[0]).core


def misread_cores(page: CompetitionPage) -> Iterator[str]:
    """Every word in which something was misread."""
    for error in page.errors:
        if error.counts:
            yield from filter(None, (token.core for token in tokenize(error.ocr)))


def alike(truth: str, read: str) -> bool:
    """Whether one word may be the other misread, by their lengths."""
    return bool(truth and read) and abs(len(truth) - len(read)) <= max(1, len(truth) // 3)


def learn(pages: Sequence[CompetitionPage], folder: Path) -> None:
    """Count and write the tables."""
    texts = "".join(page.raw for page in pages)
    source = f"{len(pages)} pages (sha256 {hashlib.sha256(texts.encode()).hexdigest()})"
    right = Counter((page.language, word) for page in pages for word in words(page.truth))
    wrong = Counter((page.language, word) for page in pages for word in misread_cores(page))
    pairs = [pair for page in pages for pair in misread(page) if alike(*pair)]
    typed = letters_and_pairs(token.core for page in pages for token in tokenize(page.truth))
    rows = counted(glyph_channel(), pairs, typed)
    table(folder / "printed_words.tsv", source, "language\tword\tcount", _counts(right))
    table(folder / "misread_words.tsv", source, "language\tword\tcount", _counts(wrong))
    edits = (f"{row.edit[0]}\t{row.edit[1]}\t{row.count}\t{row.typed}" for row in rows)
    table(folder / "print_misreadings.tsv", source, "typed\tread\tcount\tof", edits)
    table(folder / "spelling_rules.tsv", source, "language\ttoday\told\tcount", _rules(right))


def _rules(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    """The rules of the spelling of each language, those of most words first."""
    for language in sorted({language for language, _ in counts}):
        own = [word for one, word in counts.elements() if one == language]
        ranked = sorted(_edits(own, lexicon.load(language)).items(), key=lambda row: (-row[1], row[0]))
        often = ((edit, count) for edit, count in ranked[:MAX_RULES] if count >= MIN_RULE_COUNT)
        yield from (f"{language}\t{today}\t{old}\t{count:.1f}" for (today, old), count in often)


def _edits(words: Sequence[str], known: Lexicon) -> Mapping[Edit, float]:
    """What stands for which letters of today's words, with its expected count."""

    def share(word: str) -> float:
        return known.frequencies.get(word, 0.0)

    return seed_profile(words, share, alphabet(known), most=None).edits


def _counts(found: Counter[tuple[str, str]]) -> Iterator[str]:
    ranked = sorted(found.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    return (f"{language}\t{word}\t{count}" for (language, word), count in ranked if "\t" not in word)


def table(path: Path, source: str, names: str, lines: Iterable[str]) -> None:
    """Write a table, its source and the names of its columns on top."""
    head = f"# counted by tools/learn_print.py on pages of ICDAR 2019 (CC BY 4.0): {source}"
    path.write_text("\n".join([head, names, *lines]) + "\n", encoding="utf-8")


def main() -> None:
    """Read the pages, count, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "pages", type=Path, nargs="?", default=Path("../shared/data/ocr-real/icdar2019"), metavar="PAGES"
    )
    parser.add_argument("-o", "--output", type=Path, default=OUT, metavar="FOLDER")
    options = parser.parse_args()
    learn(learnable(read_pages(options.pages)), options.output)


if __name__ == "__main__":
    main()
