"""Train the cloze model of Russian: ``python tools/learn_cloze.py [DATA] [-o FILE]``.

DATA (default ``../shared/data``) holds ``text-ru/*.xz``. Words come as navec's vectors of news (in the
``natasha`` wheel), so words that the old prose lacks are scored as well. The model learns how the context on
both sides of a masked word predicts the word, its capital and the mark behind it. Each batch has four losses:

- which of its words stands in a masked place, among all of them (van den Oord et al. 2018: the score is a log
  ratio);
- which of the words that look alike or share a stem, each with its frequency;
- whether the word begins with a capital; sentences run together, often without the mark between them, so that
  the place of a word alone does not decide it;
- which mark follows a word, or none.

Words are masked or replaced by look-alikes, and capitals are changed, as OCR of a scanned page does. Half an
hour on one core.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from cloze_module import ClozeNetwork, TokenFeatures, quantise
from learn_ngram import russian, sentences
from numpy.typing import NDArray
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from align.ocr.lm.cloze_network import MARKS, VECTOR, mark_number
from align.ocr.lm.word_forms import normalise, suffix_class
from align.ocr.runtime.word_vectors import WordVectors, slovnet_folder

OUTPUT = Path(__file__).parents[1] / "align/ocr/data/cloze.npz"
VECTORS = "navec_news_v1_1B_250K_300d_100q"
CLASSES = 4000
LONGEST = 64
"""Tokens of a sentence; longer ones are cut."""
BATCH, POOL = 4096, 8000
"""Tokens of a batch; sentences that are put into batches of one length together."""
RIVALS, ALIKE = 800, 12
"""Words of a batch that each word competes with, and look-alikes of each."""
RATE = 2e-3
HIDDEN, TAKEN, TURNED = 0.08, 0.05, 0.03
"""Shares of tokens that are not seen, of words taken for another, of capitals that are none."""
TOGETHER, UNMARKED = 0.25, 0.5
"""Shares of sentences run together with the next, and of those without the mark between them."""
NOWHERE = -1e4
Ids = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Corpus:
    """Sentences as numbers of tokens, one after the other; numbers below ``len(MARKS)`` are those of marks.

    ``bounds``: where each sentence begins, and the end; ``capitals``: of each token. By number of token:
    ``counts``; ``vectors``; ``endings``; ``alike``, words that look alike or share a stem, 0 for none.
    ``words``: those of the numbers from ``len(MARKS)`` on.
    """

    ids: Ids
    capitals: NDArray[np.bool_]
    bounds: Ids
    counts: Ids
    vectors: torch.Tensor
    endings: torch.Tensor
    alike: torch.Tensor
    classes: tuple[str, ...]
    words: tuple[str, ...]

    @cached_property
    def share(self) -> NDArray[np.float64]:
        """Of each token among all."""
        return np.asarray(self.counts / self.counts.sum())

    @cached_property
    def wanted(self) -> NDArray[np.float64]:
        """How likely a token is to be queries for: words, the frequent ones less often."""
        words = np.arange(len(self.counts)) >= len(MARKS)
        return np.asarray(np.sqrt(5e-4 / np.maximum(self.share, 1e-9)).clip(0.15, 1.0) * words)

    @cached_property
    def usual(self) -> torch.Tensor:
        """Log of the share of each token."""
        return torch.from_numpy(np.log(np.maximum(self.share, 1e-8))).float()

    def tokens(self, ids: torch.Tensor, capitals: torch.Tensor | None = None) -> TokenFeatures:
        """As the network sees them."""
        marks = torch.where(ids < len(MARKS), ids, 0)
        shown = torch.zeros(ids.shape) if capitals is None else capitals
        return TokenFeatures(self.vectors[ids].float(), self.endings[ids], marks, shown)


def read(data: Path, vectors: WordVectors) -> Corpus:
    """All sentences of the prose."""
    parts = (
        sentence[start : start + LONGEST]
        for sentence in sentences(russian(data))
        for start in range(0, len(sentence), LONGEST)
    )
    return corpus_of((part for part in parts if len(part) > 2), vectors)


def corpus_of(parts: Iterable[Sequence[str]], vectors: WordVectors, classes: Sequence[str] = ()) -> Corpus:
    """Sentences of tokens as a corpus; ``classes`` of endings: the commonest if not given."""
    numbers: dict[str, int] = {}
    ids: list[int] = []
    capitals: list[bool] = []
    bounds = [0]
    for part in parts:
        ids += [number_of(token, numbers) for token in part]
        capitals += [token[0].isupper() for token in part]
        bounds.append(len(ids))
    table = np.zeros((len(MARKS) + len(numbers), VECTOR), np.float16)
    table[len(MARKS) :] = vectors.of(list(numbers))[0]
    counts = np.bincount(ids, minlength=len(table))
    own = tuple(classes) or _classes(numbers, counts)
    known = {name: number for number, name in enumerate(own)}
    endings = np.zeros(len(table), np.int64)
    endings[len(MARKS) :] = [known.get(suffix_class(word), 1) for word in numbers]
    return Corpus(
        np.array(ids),
        np.array(capitals),
        np.array(bounds),
        counts,
        torch.from_numpy(table),
        torch.from_numpy(endings),
        torch.from_numpy(look_alikes(numbers, counts)),
        own,
        tuple(numbers),
    )


def _classes(numbers: Mapping[str, int], counts: Ids) -> tuple[str, ...]:
    """What is no word, the rare ones, and the commonest classes of endings."""
    often = Counter[str]()
    for word, number in numbers.items():
        often[suffix_class(word)] += int(counts[number])
    return ("", "<rare>", *(name for name, _ in often.most_common(CLASSES - 2)))


def number_of(token: str, numbers: dict[str, int]) -> int:
    """Of a mark, or of a word; 0 for marks that do not count."""
    if not token[0].isalpha():
        return mark_number(token)
    return numbers.setdefault(normalise(token), len(numbers) + len(MARKS))


def look_alikes(numbers: dict[str, int], counts: Ids) -> Ids:
    """The ``ALIKE`` commonest words that share a key with each, 0 where there are fewer."""
    words = {word: number for word, number in numbers.items() if counts[number] > 1 and word.isalpha()}
    shared = defaultdict[str, list[int]](list)
    for word, number in sorted(words.items(), key=lambda entry: -counts[entry[1]]):
        for key in _keys(word):
            if len(shared[key]) < 40:
                shared[key].append(number)
    found = np.zeros((len(counts), ALIKE), np.int64)
    for word, number in words.items():
        others = {other for key in _keys(word) for other in shared[key]} - {number}
        best = sorted(others, key=lambda other: -counts[other])[:ALIKE]
        found[number, : len(best)] = best
    return found


def _keys(word: str) -> set[str]:
    """A word without any one of its letters (Garbe 2012), and what may be its stem."""
    short = {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
    stems = (
        {word[: len(word) - cut] + "…" for cut in range(4) if len(word) - cut >= 4} if len(word) > 4 else ()
    )
    return {*short, *stems}


@dataclass(frozen=True, eq=False)
class Batch:
    """Sentences between two empty tokens, ``(n, longest + 2)``: as they are, as they are read.

    ``seen``: the numbers of the tokens that are read; ``lost``: behind which words a mark was taken away.
    """

    ids: Ids
    capitals: NDArray[np.float32]
    seen: torch.Tensor
    read: TokenFeatures
    lost: NDArray[np.bool_]


def batches(corpus: Corpus, chance: np.random.Generator) -> Iterator[Batch]:
    """Without end."""
    while True:
        parts = list(_parts(corpus, chance))
        chance.shuffle(parts)
        for start in range(0, len(parts), POOL):
            pool = sorted(parts[start : start + POOL], key=lambda part: part[1] - part[0])
            groups: list[list[tuple[int, int, int]]] = [[]]
            for part in pool:
                groups[-1].append(part)
                if len(groups[-1]) * (part[1] - part[0] + 2) >= BATCH:
                    groups.append([])
            for group in chance.permutation(len(groups)):
                if groups[group]:
                    yield batch_of(corpus, groups[group], chance)


def _parts(corpus: Corpus, chance: np.random.Generator) -> Iterator[tuple[int, int, int]]:
    """Where sentences begin and end, some run together; where the mark between them was lost, or -1."""
    bounds = corpus.bounds.tolist()
    sentence = 0
    while sentence < len(bounds) - 1:
        start, stop, lost = bounds[sentence], bounds[sentence + 1], -1
        further = bounds[sentence + 2] if sentence + 2 < len(bounds) else stop + LONGEST
        if chance.random() < TOGETHER and further - start <= LONGEST:
            if chance.random() < UNMARKED and corpus.ids[stop - 1] < len(MARKS):
                lost = stop - 1
            stop, sentence = further, sentence + 1
        yield start, stop, lost
        sentence += 1


def batch_of(corpus: Corpus, parts: Sequence[tuple[int, int, int]], chance: np.random.Generator) -> Batch:
    """Sentences as they are, and as OCR might give them."""
    shape = len(parts), max(stop - start for start, stop, _ in parts) + 2
    ids, capitals, lost = np.zeros(shape, np.int64), np.zeros(shape, np.float32), np.zeros(shape, bool)
    for row, (start, stop, gone) in enumerate(parts):
        kept = np.delete(np.arange(start, stop), [] if gone < 0 else gone - start)
        ids[row, 1 : 1 + len(kept)] = corpus.ids[kept]
        capitals[row, 1 : 1 + len(kept)] = corpus.capitals[kept]
        lost[row, gone - start if gone >= 0 else 0] = gone >= 0
    fate = chance.random(shape)
    others = corpus.alike[
        torch.from_numpy(ids), torch.from_numpy(chance.integers(0, ALIKE // 2, shape))
    ].numpy()
    seen = torch.from_numpy(
        np.where((fate > 1 - TAKEN) & (others > 0), others, np.where(fate < HIDDEN, 0, ids))
    )
    shown = np.where(chance.random(shape) < TURNED, 1 - capitals, capitals).astype(np.float32)
    return Batch(ids, capitals, seen, corpus.tokens(seen, torch.from_numpy(shown)), lost)


def losses(
    network: ClozeNetwork, corpus: Corpus, batch: Batch, chance: np.random.Generator
) -> list[torch.Tensor]:
    """Of the words among others, of the words among look-alikes, of capitals, of marks."""
    inputs = network.inputs(batch.read)
    before, behind = network.forward_gru(inputs)[0], network.backward_gru(inputs.flip(1))[0].flip(1)
    rows, columns = np.nonzero(chance.random(batch.ids.shape) < corpus.wanted[batch.ids])
    around = torch.cat([before[rows, columns - 1], behind[rows, columns + 1]], 1)
    words = torch.from_numpy(batch.ids[rows, columns])
    queries, offered = network.query_vectors(around), network.word_vectors(corpus.tokens(words))
    own = (queries * offered).sum(1, keepdim=True)
    capitals = binary_cross_entropy_with_logits(
        network.capital_log_odds(around, offered), torch.from_numpy(batch.capitals[rows, columns])
    )
    some = torch.from_numpy(chance.integers(0, len(words), RIVALS))
    rivals = (queries @ offered[some].T).masked_fill(words[some][None] == words[:, None], NOWHERE)
    some = torch.from_numpy(chance.permutation(len(words))[:RIVALS])
    alike = corpus.alike[words[some]]
    scores = (network.word_vectors(corpus.tokens(alike)) @ queries[some][..., None])[..., 0] + corpus.usual[
        alike
    ]
    likely = torch.cat(
        [own[some] + corpus.usual[words[some]][:, None], scores.masked_fill(alike == 0, NOWHERE)], 1
    )
    return [
        first(torch.cat([own, rivals], 1)),
        first(likely),
        capitals,
        _stops(network, batch, before, behind),
    ]


def first(scores: torch.Tensor) -> torch.Tensor:
    """The loss where the first of each row is the right one."""
    return cross_entropy(scores, torch.zeros(len(scores), dtype=torch.long))


def _stops(network: ClozeNetwork, batch: Batch, before: torch.Tensor, behind: torch.Tensor) -> torch.Tensor:
    """The loss of the mark, or none, behind each word."""
    here, following = batch.ids[:, :-2], batch.ids[:, 1:-1]
    rows, columns = np.nonzero((here >= len(MARKS)) & (following > 0) & ~batch.lost[:, :-2])
    marks = np.where(following[rows, columns] < len(MARKS), following[rows, columns], 0)
    around = torch.cat([before[rows, columns], behind[rows, columns + 1 + (marks > 0)]], 1)
    return cross_entropy(network.mark_scores(around), torch.from_numpy(marks))


def train(corpus: Corpus, steps: int) -> ClozeNetwork:
    """The rate rises at once, stays for a fifth of the steps and falls to nothing."""
    torch.manual_seed(1950)
    chance = np.random.default_rng(1950)
    network = ClozeNetwork(len(corpus.classes))
    optimizer = torch.optim.Adam(network.parameters(), RATE)
    rise = max(steps // 25, 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / rise, 1.0, (1 - step / steps) / 0.8)
    )
    seen = np.zeros(4)
    for step, batch in zip(range(1, steps + 1), batches(corpus, chance), strict=False):
        found = losses(network, corpus, batch, chance)
        optimizer.zero_grad()
        torch.autograd.backward(torch.stack(found).sum())
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        schedule.step()
        seen += [float(loss.detach()) for loss in found]
        if step % 100 == 0:
            words = ", ".join(f"{name} {value / 100:.3f}" for name, value in zip(LOSSES, seen, strict=True))
            print(f"step {step} of {steps}: {words} nats", flush=True)
            seen[:] = 0
    return network


LOSSES = ("words", "look-alikes", "capitals", "marks")


def main() -> None:
    """Learn and write."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    options.add_argument("-o", "--output", type=Path, default=OUTPUT)
    options.add_argument("--steps", type=int, default=5500)
    chosen = options.parse_args()
    folder = slovnet_folder()
    if folder is None:
        raise SystemExit("expected the vectors of the natasha wheel: pip install natasha")
    corpus = read(chosen.data, WordVectors.load(folder / f"emb/{VECTORS}.tar"))
    network = train(corpus, chosen.steps)
    signature = {
        "script": "tools/learn_cloze.py",
        "vectors": VECTORS,
        "sources": {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted((chosen.data / "text-ru").glob("*.xz"))
        },
        "steps": chosen.steps,
    }
    classes = np.frombuffer("\n".join(corpus.classes).encode(), np.uint8)
    save(chosen.output, network, signature, classes=classes)


def save(path: Path, network: torch.nn.Module, signature: Mapping[str, object], **more: NDArray[Any]) -> None:
    """The layers in whole bytes, and how they were learned."""
    layers = {name: value.numpy() for name, value in network.state_dict().items()}
    np.savez_compressed(
        path,
        allow_pickle=False,
        signature=np.frombuffer(json.dumps(signature, sort_keys=True).encode(), np.uint8),
        **more,
        **{key: value for name, layer in layers.items() for key, value in quantise(name, layer).items()},
    )
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
