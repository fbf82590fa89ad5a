"""Makes a collection of documents with a manifest: to try, to test and to measure ``align corpus``.

    python tools/make_collection.py OUT [--documents 2000] [--data ../shared/data] [--seed 7]
        [--clean] [--shared] [--rate 0.0143] [--pages 0.1] [--alone 0.03] [--copies 0.03]

Documents of 5 to 40 aligned sentences are cut from the development data (``scale`` and ``parallel-ru-en``),
and their originals misread: about one word in six. Each document has confusions of its own, or all share the
same (``--shared``). A share of the documents is one file with both texts, a share has no translation, a share
is a copy of another document: read anew, in part an excerpt, in part without its translation.

    OUT/manifest.tsv    id, original, translation
    OUT/truth.tsv       id, kind (document, copy, excerpt), copy_of, passage, translated, words, misread
    OUT/texts/…         the files

The same arguments make the same files.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from collection_passages import Passage, passages
from confuse_text import Confusions, confuse, draw_confusions, look_alikes

EXCERPT = 0.35
"""Part of a document that an excerpt holds."""
DRAWS = 12
"""Sets of confusions among which one is chosen for a whole collection."""
USUAL_MISREAD = 1 / 6
"""Part of the words that is misread."""
PARAGRAPH = 5
"""Beads of a paragraph."""
FILES = 200
"""Documents of a folder."""


@dataclass(frozen=True)
class Settings:
    """How a collection is made; the last four are shares of its documents, ``rate`` is of characters."""

    documents: int = 2000
    seed: int = 7
    clean: bool = False
    shared: bool = False
    rate: float = 1 / 70
    pages: float = 0.1
    alone: float = 0.03
    copies: float = 0.03


@dataclass(frozen=True)
class Made:
    """A document: its texts, and what is true of it.

    Attributes:
        id: Its id.
        kind: ``document``, ``copy`` or ``excerpt``.
        copy_of: The id of the document that it repeats; empty for none.
        passage: Where its text was cut from.
        original: As it is read.
        translation: Its translation; empty for none.
        misread: Stretches of the original that are misread.
        in_one: Whether both texts stand in one file.
    """

    id: str
    kind: str
    copy_of: str
    passage: str
    original: str
    translation: str
    misread: int
    in_one: bool

    @property
    def words(self) -> int:
        """Of the original."""
        return len(self.original.split())


def made(data: Path, settings: Settings) -> Iterator[Made]:
    """The documents of a collection, in the order of its manifest."""
    rng = random.Random(settings.seed)  # noqa: S311 - no secret is made of it
    copies = round(settings.documents * settings.copies)
    cut = passages(data, settings.documents - copies, rng)
    common = _common(cut, settings) if settings.shared else None
    kinds = [("document", one) for one in cut]
    kinds += [(rng.choice(("copy", "copy", "excerpt")), one) for one in rng.sample(cut, copies)]
    rng.shuffle(kinds)
    names = {id(one): _name(number) for number, (kind, one) in enumerate(kinds) if kind == "document"}
    for number, (kind, one) in enumerate(kinds):
        copy_of = "" if kind == "document" else names[id(one)]
        part = _excerpt(one, rng) if kind == "excerpt" else one
        translated = rng.random() >= (0.4 if copy_of else settings.alone)
        in_one = translated and rng.random() < settings.pages
        original, misread = _read(part, settings, rng.randrange(10**9), common)
        translation = _text(part, 1) if translated else ""
        yield Made(_name(number), kind, copy_of, part.name, original, translation, misread, in_one)


def _name(number: int) -> str:
    return f"letter-{number + 1:05}"


def _common(cut: Sequence[Passage], settings: Settings) -> Confusions:
    """The confusions of the whole collection: of several draws the one that misreads most nearly a sixth."""
    text, rng = "\n".join(_text(one, 0) for one in cut[:20]), random.Random(settings.seed)  # noqa: S311
    drawn = [draw_confusions(rng, look_alikes(), text, settings.rate) for _ in range(DRAWS)]

    def error(one: Confusions) -> float:
        misread = len(confuse(text, settings.seed, settings.rate, confusions=one)[1])
        return abs(misread / len(text.split()) - USUAL_MISREAD)

    return min(drawn, key=error)


def _excerpt(passage: Passage, rng: random.Random) -> Passage:
    """Some beads of a passage that follow each other."""
    count = max(round(EXCERPT * len(passage.beads)), 3)
    start = rng.randint(0, max(len(passage.beads) - count, 0))
    return Passage(f"{passage.name}+{start}:{count}", passage.beads[start : start + count])


def _read(passage: Passage, settings: Settings, seed: int, common: Confusions | None) -> tuple[str, int]:
    """The original as it is read, and how many of its stretches are misread."""
    text = _text(passage, 0)
    if settings.clean:
        return text, 0
    read, rows = confuse(text, seed, settings.rate, confusions=common)
    return read, len(rows)


def _text(passage: Passage, side: int) -> str:
    """One side of a passage in paragraphs."""
    parts = [passage.beads[at : at + PARAGRAPH] for at in range(0, len(passage.beads), PARAGRAPH)]
    return "\n\n".join(" ".join(filter(None, (bead[side] for bead in part))) for part in parts) + "\n"


def write(out: Path, documents: Sequence[Made]) -> None:
    """Write the files of the documents, the manifest and the truth."""
    manifest, truth = (
        ["id\toriginal\ttranslation"],
        ["id\tkind\tcopy_of\tpassage\ttranslated\twords\tmisread"],
    )
    for number, one in enumerate(documents):
        names = _files(f"texts/{number // FILES:03}/{one.id}", one)
        for name, text in names.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_text(text, "utf-8")
        manifest.append("\t".join([one.id, *names, ""][:3]))
        known = one.id, one.kind, one.copy_of, one.passage, bool(one.translation), one.words, one.misread
        truth.append("\t".join(map(str, known)))
    (out / "manifest.tsv").write_text("\n".join(manifest) + "\n", "utf-8")
    (out / "truth.tsv").write_text("\n".join(truth) + "\n", "utf-8")


def _files(base: str, one: Made) -> dict[str, str]:
    """Name of each file of a document -> its text."""
    if one.in_one:
        return {f"{base}.txt": f"{one.original}\n\n{one.translation}"}
    files = {f"{base}.ru.txt": one.original}
    return files | {f"{base}.en.txt": one.translation} if one.translation else files


def main() -> None:
    """Read the arguments, write the collection, print what it holds."""
    given, default = (
        argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter),
        Settings(),
    )
    given.add_argument("out", type=Path)
    given.add_argument("--data", type=Path, default=Path("../shared/data"))
    for name in ("documents", "seed"):
        given.add_argument(f"--{name}", type=int, default=getattr(default, name))
    for name in ("rate", "pages", "alone", "copies"):
        given.add_argument(f"--{name}", type=float, default=getattr(default, name))
    for name in ("clean", "shared"):
        given.add_argument(f"--{name}", action="store_true")
    options = vars(given.parse_args())
    out, data = options.pop("out"), options.pop("data")
    documents = list(made(data, Settings(**options)))
    write(out, documents)
    print(summary(documents))


def summary(documents: Sequence[Made]) -> str:
    """What a collection holds, in one line."""
    words, misread = sum(one.words for one in documents), sum(one.misread for one in documents)
    repeated = sum(bool(one.copy_of) for one in documents)
    alone = sum(not one.translation for one in documents)
    return (
        f"{len(documents)} documents, {words} words, {misread / max(words, 1):.3f} of them misread, "
        f"{repeated} copies and excerpts, {alone} without translation, "
        f"{sum(one.in_one for one in documents)} as one file"
    )


if __name__ == "__main__":
    main()
