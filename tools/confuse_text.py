"""Makes misread text out of clean text, with errors that no engine makes: to fit and to test the flags on.

    python tools/confuse_text.py IN.txt OUT_FOLDER [--seed 7] [--rate 0.02]

For each document a few confusions are drawn (a letter that is often read as a similar one, from
align/ocr/data/glyph_distances.tsv) and a rate of other errors: similar letters, letters lost or doubled,
spaces and hyphens lost or added, capitals, marks, dirt alone or before a word, words typed twice. OUT_FOLDER
gets ``source.txt`` and ``errors.tsv`` (start, stop, ocr, truth, kind) as the development data has them.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from align.ocr.channel.glyphs import glyph_distances

SHARPNESS = 0.04
MAX_DISTANCE = 0.2
RARE = frozenset("ѣѳѵіїєґ")
DIRT = ".,:;'`|-°^_~‘"
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
MARK_SLIPS = {",": ".;", ".": ",:", ";": ",:", ":": ";.", "-": ".~", "»": ">", "«": "<"}


@dataclass(frozen=True)
class Row:
    """One misread stretch of the text, code points ``start:stop``; ``truth`` was typed."""

    start: int
    stop: int
    ocr: str
    truth: str


@dataclass(frozen=True)
class Confusions:
    """``likely``: for a letter its look-alike and how often it is taken for it (fraction of its occurrences).

    ``rate``: chance of another slip, a character.
    """

    likely: Mapping[str, tuple[str, float]]
    rate: float


def look_alikes() -> dict[str, list[tuple[str, float]]]:
    """For each character similar ones, with weights that fall with the distance."""
    found: dict[str, list[tuple[str, float]]] = {}
    for a, b, distance in glyph_distances():
        weight = math.exp(-distance / SHARPNESS)
        for one, other in ((a, b), (b, a)):
            if len(one) == 1 and weight > 0.01:
                found.setdefault(one, []).append((other, weight))
    return found


def same_kind(a: str, b: str) -> bool:
    """Letters of one alphabet and case."""
    return b.isalpha() and a.islower() == b.islower() and (ord(a) > 1000) == (ord(b[0]) > 1000)


def draw_confusions(
    rng: random.Random, alike: Mapping[str, list[tuple[str, float]]], text: str, rate: float
) -> Confusions:
    """The confusions of a document: two to six letters that are read as others of their kind."""
    letters = sorted({c for c in text if c.islower()})
    likely = {}
    for letter in rng.sample(letters, min(len(letters), rng.randint(2, 6))):
        choices = [
            (b, w) for b, w in alike.get(letter, []) if same_kind(letter, b) and b in letters and b != letter
        ]
        if choices:
            other = rng.choices([b for b, _ in choices], [w for _, w in choices])[0]
            likely[letter] = (other, rng.choice((0.03, 0.08, 0.2, 0.5)))
    return Confusions(likely, rate)


def misread_word(
    word: str, confusions: Confusions, alike: Mapping[str, list[tuple[str, float]]], rng: random.Random
) -> str:
    """One word as it is read; it may be split, or lost."""
    out = []
    for at, character in enumerate(word):
        other, share = confusions.likely.get(character, ("", 0.0))
        if rng.random() < share:
            out.append(other)
        elif rng.random() < confusions.rate:
            out.append(slip(character, at, alike, rng))
        else:
            out.append(character)
    return "".join(out).strip()


def slip(character: str, at: int, alike: Mapping[str, list[tuple[str, float]]], rng: random.Random) -> str:
    """A character misread in one of the usual ways."""
    if not character.isalnum():
        return rng.choice([*list(MARK_SLIPS.get(character, "")), "", character + rng.choice(".,'")])
    way = rng.random()
    if way < 0.10:
        return ""
    if way < 0.16:
        return character + rng.choice((character, "-", " ", ".", "'"))
    if way < 0.24 and at == 0:
        return character.swapcase()
    choices = [(b, w) for b, w in alike.get(character, []) if b != character]
    if not choices:
        return character
    kin = [
        (b, w * (6 if same_kind(character, b) else 1) * (0.1 if set(b.lower()) & RARE else 1))
        for b, w in choices
    ]
    return rng.choices([b for b, _ in kin], [w for _, w in kin])[0]


def mistyped(word: str, rng: random.Random) -> str:
    """A word keyed with one slip: a letter lost, doubled or beside the right key, two neighbours swapped.

    The four kinds that make up most slips (Damerau 1964), equally often.
    """
    at = rng.randrange(1, len(word) - 1)
    before, letter, following, after = word[:at], word[at], word[at + 1], word[at + 2 :]
    slips = (following, letter * 2 + following, beside(letter, rng) + following, following + letter)
    return before + rng.choice(slips) + after


def beside(letter: str, rng: random.Random) -> str:
    """The letter left or right of this one on the keyboard."""
    row = next((row for row in KEYS if letter in row), letter)
    at = row.index(letter)
    return rng.choice(row[max(at - 1, 0) : at] + row[at + 1 : at + 2] or letter)


def confuse(
    text: str, seed: int, rate: float, hand: float = 0.0, confusions: Confusions | None = None
) -> tuple[str, list[Row]]:
    """The text as a page would be read, with confusions of its own unless some are given; what is misread.

    ``hand``: chance of a typist's slip, a letter. ``confusions``: in the place of its own.
    """
    rng, alike = random.Random(seed), look_alikes()  # noqa: S311 - no secret is made of it
    confusions = confusions or draw_confusions(rng, alike, text, rate)
    out, rows = "", []
    pieces = re.findall(r"\S+|\s+", text)
    while pieces:
        piece = pieces.pop(0)
        if piece.isspace():
            out += piece
            continue
        slipped = piece.isalpha() and len(piece) > 2 and rng.random() < hand * len(piece)
        truth, read = piece, misread_word(mistyped(piece, rng) if slipped else piece, confusions, alike, rng)
        if len(pieces) > 1 and pieces[0] == " " and rng.random() < rate / 8:
            pieces.pop(0)
            following = pieces.pop(0)
            truth, read = f"{truth} {following}", read + misread_word(following, confusions, alike, rng)
        if piece.isalpha() and rng.random() < rate / 8:  # the typist's slip, not the scanner's
            read = f"{read} {read}"
        if rng.random() < rate / 6:
            rows.append(Row(len(out), len(out) + 1, rng.choice(DIRT), ""))
            out += f"{rows[-1].ocr} "
        if read and rng.random() < rate / 6:
            read = rng.choice(DIRT) + read
        if read and read != truth:
            rows.append(Row(len(out), len(out) + len(read), read, truth))
        out += read
    return out, rows


def write_misread(folder: Path, read: str, rows: Sequence[Row]) -> None:
    """Write a misread text and what is misread in it, as the development data have them."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = (f"{row.start}\t{row.stop}\t{row.ocr}\t{row.truth}\tocr" for row in rows)
    (folder / "source.txt").write_text(read, encoding="utf-8")
    table = "\n".join(["start\tstop\tocr\ttruth\tkind", *lines]) + "\n"
    (folder / "errors.tsv").write_text(table, encoding="utf-8")


def main() -> None:
    """Read the arguments, write the folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rate", type=float, default=0.02)
    options = parser.parse_args()
    read, rows = confuse(options.text.read_text(encoding="utf-8"), options.seed, options.rate)
    write_misread(options.out, read, rows)
    print(f"{options.out}: {len(rows)} misread stretches")


if __name__ == "__main__":
    main()
