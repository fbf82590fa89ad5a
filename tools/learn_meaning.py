"""Learn which Russian words go together: ``python tools/learn_meaning.py [DATA] [-o FILE]``.

DATA (default ``../shared/data``) holds ``text-ru/*.xz``. The words themselves come as navec's vectors of news
(in the ``natasha`` wheel), so that a word the old prose lacks still has its place; only how neighbours call
for a word is learned here: a log-bilinear model (Mnih & Hinton 2007) from the vectors around a gap to the
vector of the word in it, trained to tell that word from the others of its batch (van den Oord et al. 2018),
so that its score is a log ratio. Every tenth neighbour is hidden, as OCR hides it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from learn_context import russian, sentences
from navec import Navec
from numpy.typing import NDArray

from align.ocr.context.meaning import BAG, MARKS, NEAR, mark, quantised
from align.ocr.grammar.tagger import models

OUTPUT = Path(__file__).parents[1] / "align/ocr/data/meaning.npz"
BATCH, RATE = 1024, 2e-3


def read(data: Path, vectors: Navec) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The text as rows of a table: 0 between sentences and for unknown words, then marks, then words."""
    numbers: dict[str, int] = {}
    text: list[int] = []
    for sentence in sentences(russian(data)):
        text += [0] * BAG
        for token in sentence:
            text.append(mark(token) or numbers.setdefault(token.lower(), len(numbers) + len(MARKS)))
    table = np.zeros((len(numbers) + len(MARKS), 300), np.float32)
    for word, row in numbers.items():
        if (vector := vectors.get(word)) is not None or (
            vector := vectors.get(word.replace("ё", "е"))
        ) is not None:
            table[row] = vector
    known = np.abs(table).sum(1) > 0
    known[: len(MARKS)] = True
    ids = np.array(text + [0] * BAG)
    return np.where(known[ids], ids, 0), table


class Network(torch.nn.Module):
    """Slots of neighbours -> the vector asked for, whose product with a word's vector is the word's score."""

    def __init__(self, table: NDArray[np.float32]) -> None:
        super().__init__()
        self.table = torch.from_numpy(table)
        self.marks = torch.nn.Parameter(0.1 * torch.randn(len(MARKS), 300))
        self.asked = torch.nn.Linear((2 * NEAR + 2) * 300, 300)
        self.asked.weight.data = 0.1 * torch.eye(300).repeat(1, 2 * NEAR + 2)
        self.word = torch.nn.Linear(300, 300, bias=False)
        torch.nn.init.eye_(self.word.weight)

    def vectors(self, ids: torch.Tensor) -> torch.Tensor:
        """Of words and marks; nothing for 0."""
        marks = torch.cat([torch.zeros(1, 300), self.marks[1:]])
        known = ids < len(MARKS)
        return torch.where(known[..., None], marks[ids.clamp(max=len(MARKS) - 1)], self.table[ids])

    def forward(self, around: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
        """Scores of every word of the batch in every gap of the batch."""
        return self.asked(slots_of(self.vectors(around))) @ self.word(self.vectors(words)).T


def slots_of(vectors: torch.Tensor) -> torch.Tensor:
    """As ``meaning.slots``, in torch."""
    left, right = vectors[:, :BAG], vectors[:, BAG:]
    near = torch.cat([left[:, -NEAR:], right[:, :NEAR]], 1).flatten(1)
    return torch.cat([near, left[:, :-NEAR].mean(1), right[:, NEAR:].mean(1)], 1)


def train(ids: NDArray[np.int64], table: NDArray[np.float32], steps: int) -> Network:
    """One pass over ``steps`` batches of gaps drawn at random, frequent words less often."""
    generator = np.random.default_rng(1950)
    torch.manual_seed(1950)
    frequency = np.bincount(ids) / len(ids)
    wanted = np.minimum(1.0, np.sqrt(5e-4 / np.maximum(frequency, 1e-9)))
    wanted[: len(MARKS)] = 0.0
    places = np.flatnonzero(generator.random(len(ids)) < wanted[ids])
    generator.shuffle(places)
    offsets = np.concatenate([np.arange(-BAG, 0), np.arange(1, BAG + 1)])
    network = Network(table)
    optimizer = torch.optim.Adam(network.parameters(), RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps)
    seen = 0.0
    for step in range(steps):
        at = places[np.arange(step * BATCH, (step + 1) * BATCH) % len(places)]
        around = ids[at[:, None] + offsets]
        around[generator.random(around.shape) < 0.1] = 0
        words = torch.from_numpy(ids[at])
        scores = network(torch.from_numpy(around), words)
        same = (words[:, None] == words[None]) & ~torch.eye(len(words), dtype=torch.bool)
        loss = torch.nn.functional.cross_entropy(scores.masked_fill(same, -1e4), torch.arange(len(words)))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        seen = 0.99 * seen + 0.01 * float(loss.detach())
        if step % 200 == 199:
            print(f"step {step + 1} of {steps}: {seen / (1 - 0.99 ** (step + 1)):.3f} nats", flush=True)
    return network


def main() -> None:
    """Learn and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    options.add_argument("-o", "--output", type=Path, default=OUTPUT)
    options.add_argument("--steps", type=int, default=4000)
    chosen = options.parse_args()
    torch.set_num_threads(2)
    folder = models()
    if folder is None:
        raise SystemExit("expected the vectors of the natasha wheel: pip install natasha")
    vectors = Navec.load(folder / "emb/navec_news_v1_1B_250K_300d_100q.tar")
    ids, table = read(chosen.data, vectors)
    network = train(ids, table, chosen.steps)
    prints = {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted((chosen.data / "text-ru").glob("*.xz"))
    }
    signature = {
        "script": "tools/learn_meaning.py",
        "vectors": "navec_news_v1_1B_250K_300d_100q",
        "sources": prints,
        "steps": chosen.steps,
    }
    weights = {name: value.detach().numpy() for name, value in network.named_parameters()}
    np.savez_compressed(
        chosen.output,
        signature=np.frombuffer(json.dumps(signature, sort_keys=True).encode(), np.uint8),
        **{key: value for name, weight in weights.items() for key, value in quantised(name, weight).items()},
    )
    print(f"{chosen.output}: {chosen.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
