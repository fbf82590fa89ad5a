"""Which copies of a letter are found among other letters, and which letters are taken for copies wrongly.

    python tests/benchmarks/duplicates.py [--data ../shared/data] [--documents 2000] [--seed 7]

Each kind of copy is made of documents of a collection (``tools/make_collection.py``), its original misread
anew: one word in six of both. ``scans``: the letters of ``ocr-dev`` as Tesseract read them, with their text
misread by ``tools/confuse_text.py``. For another translation stand the same words, shuffled. ``telegrams``
share an opening and a closing, ``forms`` differ in numbers and a name; none of them may be linked. A kind has
its pairs, the part of them that share bands of their signatures (found), and the part that is linked; then
wrong links and the precision of all.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np
from numpy.typing import NDArray

from align.corpus.candidates import candidate_pairs
from align.corpus.document_link import BothTexts, link_of
from align.corpus.minhash import minhash
from align.corpus.same_text import PlainText
from align.text.document import SIDES, Side

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from confuse_text import confuse
from make_collection import Made, Settings, made

RATE = 1 / 70
PAIRS = 60
"""Pairs of each kind."""
OPENING = (
    (
        "Совершенно секретно. Передайте немедленно лично товарищу командующему. Сообщаем вам для сведения "
        "и руководства следующее решение, принятое на вчерашнем заседании. "
    ),
    (
        "Top secret. Deliver at once to the comrade commander in person. For your information and guidance "
        "we inform you of the following decision taken at yesterday's meeting. "
    ),
)
CLOSING = (
    (
        " Получение этой телеграммы подтвердите. Об исполнении донесите в обычном порядке. С "
        "коммунистическим приветом, по поручению секретариата."
    ),
    (
        " Confirm receipt of this telegram. Report on execution in the usual way. With communist greetings, "
        "on behalf of the secretariat."
    ),
)
FORM = (
    (
        "Отправьте не позднее {0} числа {1} винтовок, {2} ящиков патронов и {3} лошадей на станцию {4}, где "
        "их примет уполномоченный штаба. Остальное имущество оставьте на складе до особого распоряжения."
    ),
    (
        "By the {0}th send {1} rifles, {2} cases of cartridges and {3} horses to the station of {4}, where "
        "the representative of the staff will take them over. Leave the other stores at the depot until "
        "further orders."
    ),
)
STATIONS = (("Пермь", "Perm"), ("Омск", "Omsk"), ("Самара", "Samara"), ("Тула", "Tula"), ("Уфа", "Ufa"))


@dataclass(frozen=True)
class Letter:
    """A document: its name, its texts, and what it is a copy of."""

    name: str
    source: str
    target: str
    kind: str = ""
    copy_of: str = ""


def letters(options: argparse.Namespace) -> list[Letter]:
    """A collection, copies of some of its documents, scans, telegrams and forms."""
    rng = random.Random(options.seed)  # noqa: S311 - no secret is made of it
    settings = Settings(documents=options.documents, seed=options.seed, clean=True, alone=0.0, copies=0.0)
    documents = list(made(options.data, settings))
    whole = [Letter(one.id, read(one.original, rng), one.translation) for one in documents]
    return [
        *whole,
        *copies(documents, rng),
        *scans(options.data, rng),
        *telegrams(documents, rng),
        *forms(rng),
    ]


def read(text: str, rng: random.Random) -> str:
    """A text as another engine reads it."""
    return confuse(text, rng.randrange(10**9), RATE)[0]


def copies(documents: Sequence[Made], rng: random.Random) -> Iterator[Letter]:
    """Copies of each kind."""
    for part, name in ((1.0, "copy"), (0.35, "excerpt of a third"), (0.17, "excerpt of a sixth")):
        for translation in ("same", "other", "no"):
            kind = f"{name}, {translation} translation"
            for number, one in enumerate(rng.sample(documents, min(PAIRS, len(documents)))):
                source, target = cut(one.original, part), cut(one.translation, part)
                other = " ".join(rng.sample(target.split(), len(target.split())))
                target = {"same": target, "other": other, "no": ""}[translation]
                yield Letter(f"z-{kind}-{number}", read(source, rng), target, kind, one.id)


def cut(text: str, part: float) -> str:
    """The middle of a text."""
    words = text.split()
    size = round(part * len(words))
    start = (len(words) - size) // 2
    return " ".join(words[start : start + size])


def scans(data: Path, rng: random.Random) -> Iterator[Letter]:
    """Letters that Tesseract has read, each beside another reading."""
    for folder in sorted((data / "ocr-dev").iterdir()):
        texts = {name: (folder / f"{name}.txt").read_text("utf-8") for name in ("source", "target", "truth")}
        yield Letter(folder.name, texts["source"], texts["target"])
        yield Letter(f"{folder.name}-2", read(texts["truth"], rng), "", "scans", folder.name)


def telegrams(documents: Sequence[Made], rng: random.Random) -> Iterator[Letter]:
    """Telegrams with an opening and a closing in common, and some sentences of their own between them."""
    for number, one in enumerate(rng.sample(documents, min(3 * PAIRS, len(documents)))):
        size = rng.randint(15, 40)
        own = [" ".join(text.split()[:size]) for text in (one.original, one.translation)]
        source, target = (a + b + c for a, b, c in zip(OPENING, own, CLOSING, strict=True))
        yield Letter(f"telegram-{number}", read(source, rng), target)


def forms(rng: random.Random) -> Iterator[Letter]:
    """Orders that differ in numbers and a name alone, with and without translations."""
    for number in range(PAIRS):
        numbers = rng.randint(1, 28), rng.randint(100, 900), rng.randint(10, 99), rng.randint(10, 99)
        station = rng.choice(STATIONS)
        texts = [text.format(*numbers, name) for text, name in zip(FORM, station, strict=True)]
        yield Letter(f"form-{number}", read(texts[0], rng), texts[1] if number % 2 else "")


def candidates(several: Sequence[Letter]) -> set[tuple[int, int]]:
    """The pairs that are compared."""
    found: set[tuple[int, int]] = set()
    for side in SIDES:
        places, values = signatures(several, side)
        found |= {(min(pair), max(pair)) for pair in places[candidate_pairs(values)].tolist()}
    return found


def signatures(several: Sequence[Letter], side: Side) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """The places of the letters with a signature on a side, and the signatures."""
    signed = {at: minhash(getattr(one, side)) for at, one in enumerate(several)}
    found = {at: values for at, values in signed.items() if values}
    return np.array(list(found)), np.array(list(found.values()), np.uint32)


def main() -> None:
    """Print the table."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--data", type=Path, default=Path("../shared/data"))
    given.add_argument("--documents", type=int, default=2000)
    given.add_argument("--seed", type=int, default=7)
    several = sorted(letters(given.parse_args()), key=lambda one: one.name)
    began = process_time()
    pairs = candidates(several)
    searched = process_time()
    linked = confirmed(several, pairs)
    report(several, pairs, linked)
    print(
        f"{len(several)} documents, {searched - began:.1f} s for signatures and {len(pairs)} candidates, "
        f"{process_time() - searched:.1f} s to confirm them (processor, one thread)"
    )


def confirmed(several: Sequence[Letter], pairs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The pairs that are linked."""
    used = sorted({at for pair in pairs for at in pair})
    texts = {at: BothTexts(PlainText.of(several[at].source), PlainText.of(several[at].target)) for at in used}
    return {
        (one, other)
        for one, other in sorted(pairs)
        if link_of((several[one].name, several[other].name), texts[one], texts[other])
    }


def report(several: Sequence[Letter], pairs: set[tuple[int, int]], linked: set[tuple[int, int]]) -> None:
    """Print what was found of each kind, and the links that are wrong."""
    at = {one.name: number for number, one in enumerate(several)}
    true = {one.name: tuple(sorted((at[one.name], at[one.copy_of]))) for one in several if one.copy_of}
    print(f"{'kind':38} pairs  found  linked")
    for kind in dict.fromkeys(one.kind for one in several if one.kind):
        of_kind = [true[one.name] for one in several if one.kind == kind]
        shares = [sum(pair in some for pair in of_kind) / len(of_kind) for some in (pairs, linked)]
        print(f"{kind:38} {len(of_kind):5}  {shares[0]:5.2f}  {shares[1]:6.2f}")
    wrong = [(several[a], several[b]) for a, b in sorted(linked) if not same(several[a], several[b])]
    print(f"{len(linked)} links, {len(wrong)} wrong, precision {1 - len(wrong) / max(len(linked), 1):.3f}")
    for one, other in wrong[:10]:
        print(f"  {one.name} = {other.name}")


def same(one: Letter, other: Letter) -> bool:
    """Whether two letters are copies of the same one, or one of the other."""
    return (one.copy_of or one.name) == (other.copy_of or other.name)


if __name__ == "__main__":
    main()
