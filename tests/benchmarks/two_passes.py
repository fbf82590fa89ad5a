"""What a second pass is worth where the truth is known: errors found, first suggestions, false alarms.

    python tests/benchmarks/two_passes.py FOLDER... [--folds 2] [--parts]

Each folder is a collection: it holds a folder for each document (source.txt, target.txt, errors.tsv, and
truth.txt and aside.tsv where there are any). Each document is searched with what was learned from the
documents of the other folds alone. ``--parts`` shows what errors and words are worth by themselves.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from align.api import align_file
from align.bitext import Bitext
from align.config import Config
from align.corpus import tables
from align.corpus.document import CorpusDocument
from align.corpus.knowledge import FILE_NAME, learn, write_knowledge
from align.corpus.placing import place_tables
from align.corpus.rows import rows_of
from align.corpus.store import Partition
from align.evaluate.report import ErrorScore, evaluate_bitext
from align.ocr.collection import CollectionKnowledge, LanguageKnowledge

SURE = 0.5
"""Confidence of flags that the tables hold."""


def searched(folder: Path, knowledge: Path | None = None) -> Bitext:
    """A document with flags of every confidence."""
    config = replace(Config(), ocr=replace(Config().ocr, min_confidence=0.0, collection=knowledge))
    return align_file(folder / "source.txt", folder / "target.txt", config)


def scored(folder: Path, bitext: Bitext) -> ErrorScore:
    """The errors of a document against its gold."""
    truth, furniture = (folder / name for name in ("truth.txt", "aside.tsv"))
    report = evaluate_bitext(
        bitext,
        errors=folder / "errors.tsv",
        truth=truth if truth.exists() else None,
        furniture=furniture if furniture.exists() else None,
    )
    if report.errors is None:
        raise SystemExit(f"{folder}: errors.tsv is missing")
    return report.errors


def learned(found: Mapping[Path, Bitext]) -> CollectionKnowledge:
    """What is learned from the bitexts of some documents, by way of the tables that a first pass writes."""
    with TemporaryDirectory() as place:
        partition = Partition(Path(place), 0, 1)
        several = []
        for folder, bitext in found.items():
            sure = replace(bitext, flags=tuple(flag for flag in bitext.flags if flag.confidence >= SURE))
            document = CorpusDocument(folder.name, (folder,), (folder.name,))
            several.append(tables.of_rows(rows_of(document, "", sure)))
        place_tables(partition, tables.in_order(tables.joined(several)))
        return learn([partition])


def without_errors(known: LanguageKnowledge) -> LanguageKnowledge:
    """The words alone."""
    return replace(known, confusions=())


def without_words(known: LanguageKnowledge) -> LanguageKnowledge:
    """The errors alone."""
    return replace(known, listed=())


PARTS = {"errors": without_words, "words": without_errors}


def variants(known: CollectionKnowledge, *, parts: bool) -> Iterator[tuple[str, CollectionKnowledge]]:
    """What a second pass may know, by name."""
    for name, part in PARTS.items() if parts else ():
        yield name, CollectionKnowledge({code: part(own) for code, own in known.languages.items()})
    yield "two", known


def measured(folders: Sequence[Path], folds: int, *, parts: bool) -> dict[str, ErrorScore]:
    """The scores of a collection with one pass, and with each variant of a second."""
    first = {folder: searched(folder) for folder in folders}
    found = {"one": sum((scored(*item) for item in first.items()), start=ErrorScore())}
    for fold in range(folds):
        others = {folder: first[folder] for at, folder in enumerate(folders) if at % folds != fold}
        for name, known in variants(learned(others), parts=parts):
            score = partial(second_pass, known=known)
            found[name] = sum(map(score, folders[fold::folds]), start=found.get(name, ErrorScore()))
    return found


def second_pass(folder: Path, known: CollectionKnowledge) -> ErrorScore:
    """The errors of a document that is searched with what is known of its collection."""
    with TemporaryDirectory() as place:
        path = Path(place, FILE_NAME)
        write_knowledge(path, known)
        return scored(folder, searched(folder, path))


def line(name: str, errors: ErrorScore) -> str:
    """The figures of some documents, pooled."""
    found, characters = errors.detection.counts, errors.characters
    return (
        f"{name:8} {found.precision or 0:.3f}  {found.recall or 0:.3f}  {found.f1 or 0:.3f}  "
        f"{errors.correction.rate(1) or 0:.3f}  {characters.before / characters.length:10.4f} "
        f"{characters.after / characters.length:.4f}  {errors.detection.false_alarms or 0:10.1f}"
    )


def main() -> None:
    """Print the table of each collection."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=2)
    parser.add_argument("--parts", action="store_true")
    options = parser.parse_args()
    for root in options.folders:
        folders = sorted(path.parent for path in root.glob("*/errors.tsv"))
        print(f"{root}: {len(folders)} documents")
        print("passes       P      R     F1  first  CER before  after  false/1000")
        folds = min(options.folds, len(folders))
        for name, score in measured(folders, folds, parts=options.parts).items():
            print(line(name, score), flush=True)


if __name__ == "__main__":
    main()
