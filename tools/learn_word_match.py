"""Train the word matcher of Russian and English: ``python tools/learn_word_match.py [DATA] [-o FILE]``.

DATA (default ``../shared/data``) holds ``parallel-ru-en/*.tsv.xz``: Russian, English, score. The cloze model
(``tools/learn_cloze.py``) stays as it is; the matcher learns what the translation adds to it. Words of both
sides are given as the encoder's vectors of single words. These are similar for similar words, so the matcher
also scores words that do not occur in the old novels. Each batch of masked words trains two conditional
distributions: which of many words stands there, and which of the words that look alike or share a stem. A
thousand beads are held out to measure what was learned. A quarter of an hour on one core.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from cloze_module import ClozeNetwork, restore
from learn_bilingual_lexicon import LANGUAGES, beads
from learn_cloze import NOWHERE, Batch, Corpus, Ids, batch_of, corpus_of, first, save
from numpy.typing import NDArray
from word_match_module import EncodedTarget, Matcher, mixture_log_odds

from align.embed.encoder import Encoder, load
from align.lang.lemma import lemmatizer
from align.ocr.lm import cloze
from align.ocr.lm.cloze import ClozeLm
from align.ocr.lm.cloze_network import MARKS
from align.ocr.translation.matcher import ENCODED, MATCHED, NOT_A_WORD
from align.text.word_tokens import word_tokens, words_of

OUTPUT = Path(__file__).parents[1] / "align/ocr/data/word_match.npz"
SCORE = -1.5
"""Of a bead that is sure enough."""
SHORTEST, LONGEST, MAX_TARGET = 3, 64, 80
BATCH, POOL = 3000, 4000
"""Tokens of a batch; beads that are put into batches of one length together."""
RIVALS, ALIKE = 250, 500
"""Words that each word competes with; words of a batch that are set against their look-alikes."""
ROUNDS, KEPT, CHOSEN = 6, 1000, 12000
"""Times that all beads are read; beads kept; words that the encoder's chief directions are found with."""
RATE, RATE_KNOWN = 2e-3, 4e-4
"""Of what is learned from nothing, and of what begins with the encoder's likeness of words."""


@dataclass(frozen=True, eq=False)
class Bitext:
    """``corpus``: the Russian; ``encoded``: its forms and dictionary forms, ``(n_tokens, 2, ENCODED)``.

    ``target_words``: numbers of the English words, bead after bead from ``bounds``; ``words``: their vectors.
    """

    corpus: Corpus
    encoded: torch.Tensor
    target_words: Ids
    bounds: Ids
    words: torch.Tensor

    def length(self, bead: int) -> int:
        """Tokens of its Russian."""
        return int(self.corpus.bounds[bead + 1] - self.corpus.bounds[bead])

    def target(self, group: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor]:
        """The English words' vectors, ``(n, longest, ENCODED)``, and which of them are there."""
        sizes = [int(self.bounds[bead + 1] - self.bounds[bead]) for bead in group]
        vectors = torch.zeros(len(group), max(sizes), ENCODED)
        there = torch.zeros(len(group), max(sizes), dtype=torch.bool)
        for row, (bead, size) in enumerate(zip(group, sizes, strict=True)):
            vectors[row, :size] = self.words[self.target_words[self.bounds[bead] : self.bounds[bead + 1]]]
            there[row, :size] = True
        return vectors, there


def read(data: Path, model: ClozeLm, encoder: Encoder) -> Bitext:
    """All beads that are sure and not too long."""
    pairs = [(word_tokens(s), words_of(t)) for s, t in beads(data, SCORE)]
    pairs = [
        (s, t) for s, t in pairs if SHORTEST <= len(s) <= LONGEST and SHORTEST - 1 <= len(t) <= MAX_TARGET
    ]
    corpus = corpus_of([source for source, _ in pairs], model.vectors, tuple(model.classes))
    lemma = lemmatizer(LANGUAGES[0])
    encoded = torch.zeros(len(MARKS) + len(corpus.words), 2, ENCODED, dtype=torch.float16)
    for at, forms in enumerate((corpus.words, [lemma(word) for word in corpus.words])):
        encoded[len(MARKS) :, at] = torch.from_numpy(np.asarray(encoder.encode(list(forms)), np.float16))
    numbers = {
        word: at
        for at, word in enumerate(dict.fromkeys(word for _, target_words in pairs for word in target_words))
    }
    return Bitext(
        corpus,
        encoded,
        np.array([numbers[word] for _, target_words in pairs for word in target_words]),
        np.cumsum([0, *(len(target_words) for _, target_words in pairs)]),
        torch.from_numpy(np.asarray(encoder.encode(list(numbers)), np.float32)),
    )


def shipped(classes: int) -> ClozeNetwork:
    """The cloze model of the package, for training beside it."""
    network = ClozeNetwork(classes)
    with np.load(cloze.DATA) as arrays:
        restore(network, arrays)
    return network


def begun(bitext: Bitext) -> Matcher:
    """Words are matched by the encoder's chief directions at first."""
    matcher = Matcher(len(bitext.corpus.classes))
    all_words = torch.cat([bitext.words, bitext.encoded[len(MARKS) :: 3, 0].float()])
    middle = all_words.mean(0)
    some = all_words[torch.randperm(len(all_words))[:CHOSEN]] - middle
    chief = torch.linalg.svd(some, full_matrices=False)[2][:MATCHED]
    for layer, share in ((matcher.form, 0.5), (matcher.lemma, 0.5), (matcher.target, 1.0)):
        layer.weight.data.copy_(chief * share)
        layer.bias.data.copy_(-(chief @ middle) * share)
    return matcher


def batches(bitext: Bitext, chosen: Ids) -> Iterator[list[int]]:
    """Beads of about one length together."""
    for start in range(0, len(chosen), POOL):
        group: list[int] = []
        for bead in sorted(chosen[start : start + POOL].tolist(), key=bitext.length):
            group.append(bead)
            if len(group) * (bitext.length(bead) + 2) >= BATCH:
                yield group
                group = []
        if group:
            yield group


@dataclass(frozen=True, eq=False)
class Gaps:
    """The masked places of a batch: their rows and tokens, the words there, and their context.

    ``likely``: the vectors that the cloze model predicts; ``odds`` of the words of the translation.
    """

    rows: torch.Tensor
    words: torch.Tensor
    likely: torch.Tensor
    odds: torch.Tensor

    def part(self, some: torch.Tensor) -> Gaps:
        """Those of some gaps."""
        return Gaps(self.rows[some], self.words[some], self.likely[some], self.odds[some])


@dataclass(frozen=True, eq=False)
class Lesson:
    """All that a batch is conditioned with."""

    bitext: Bitext
    cloze: ClozeNetwork
    matcher: Matcher

    def offers(self, words: torch.Tensor) -> torch.Tensor:
        """Words as the matcher takes them."""
        corpus = self.bitext.corpus
        vectors, endings = corpus.vectors[words].float(), corpus.endings[words]
        return self.matcher.encode_candidates(vectors, endings, self.bitext.encoded[words].float())

    def known(self, words: torch.Tensor) -> torch.Tensor:
        """Words as the cloze model takes them."""
        with torch.no_grad():
            return self.cloze.word_vectors(self.bitext.corpus.tokens(words))

    def losses(self, group: Sequence[int], chance: np.random.Generator) -> list[torch.Tensor]:
        """Of words among others and among look-alikes; and of the cloze model alone."""
        corpus = self.bitext.corpus
        places = [(int(corpus.bounds[bead]), int(corpus.bounds[bead + 1]), -1) for bead in group]
        batch = batch_of(corpus, places, chance)
        vectors, there = self.bitext.target(group)
        target = self.matcher.encode_target(vectors)
        gaps = self.gaps(batch, [self.bitext.length(bead) for bead in group], target, there, chance)
        return [*self._among(gaps, target, chance), *self._alike(gaps, target, chance)]

    def gaps(
        self,
        batch: Batch,
        lengths: Sequence[int],
        target: EncodedTarget,
        there: torch.Tensor,
        chance: np.random.Generator,
    ) -> Gaps:
        """Some of the words of a batch, each hidden."""
        network, corpus = self.cloze, self.bitext.corpus
        rows, columns = np.nonzero(chance.random(batch.ids.shape) < corpus.wanted[batch.ids])
        with torch.no_grad():
            inputs = network.inputs(batch.read)
            before, behind = network.forward_gru(inputs)[0], network.backward_gru(inputs.flip(1))[0].flip(1)
            around = torch.cat([before[rows, columns - 1], behind[rows, columns + 1]], 1)
            likely = network.query_vectors(around)
        own, at = torch.from_numpy(rows), torch.from_numpy(columns)
        apart = _fraction(columns, np.array(lengths)[rows])[:, None] - _fraction(
            np.arange(1, there.shape[1] + 1)[None], there.sum(1).numpy()[rows][:, None]
        )
        conditioned = EncodedTarget(*(part[own] for part in target))
        odds = self.matcher.alignment_log_odds(around, conditioned, apart, self.taken(batch, target)(own, at))
        there = torch.cat([torch.ones(len(there), 1, dtype=torch.bool), there], 1)
        odds = odds.masked_fill(~there[own], NOWHERE)
        return Gaps(own, torch.from_numpy(batch.ids[rows, columns]), likely, odds)

    def taken(
        self, batch: Batch, target: EncodedTarget
    ) -> Callable[[torch.Tensor, torch.Tensor], torch.Tensor]:
        """How strongly other words of the original call for each word of the translation."""
        strengths = self.matcher.match_scores(self.offers(batch.seen), target.matched)
        strengths = strengths.masked_fill((batch.read.endings == 0)[..., None], NOT_A_WORD)
        best, where = strengths.topk(2, dim=1)

        def others(rows: torch.Tensor, columns: torch.Tensor) -> torch.Tensor:
            return torch.where(where[rows, 0] == columns[:, None], best[rows, 1], best[rows, 0])

        return others

    def _among(self, gaps: Gaps, target: EncodedTarget, chance: np.random.Generator) -> list[torch.Tensor]:
        some = gaps.words[torch.from_numpy(chance.integers(0, len(gaps.words), RIVALS))]
        same = some[None] == gaps.words[:, None]
        known = gaps.likely @ self.known(some).T
        rivals = self.matcher.match_scores(self.offers(some)[None], target.matched)[gaps.rows]
        learned = known + mixture_log_odds(gaps.odds[:, None], rivals)
        own = self._own(gaps, target)
        return [
            first(torch.cat([score[:, None], others.masked_fill(same, NOWHERE)], 1))
            for score, others in ((own[0] + own[1], learned), (own[0], known))
        ]

    def _alike(self, gaps: Gaps, target: EncodedTarget, chance: np.random.Generator) -> list[torch.Tensor]:
        gaps = gaps.part(torch.from_numpy(chance.permutation(len(gaps.words))[:ALIKE]))
        corpus = self.bitext.corpus
        alike = corpus.alike[gaps.words]
        known = (self.known(alike) @ gaps.likely[..., None])[..., 0] + corpus.usual[alike]
        strengths = self.matcher.match_scores(self.offers(alike), target.matched[gaps.rows])
        learned = known + mixture_log_odds(gaps.odds[:, None], strengths)
        own = self._own(gaps, target)
        usual = own[0] + corpus.usual[gaps.words]
        return [
            first(torch.cat([score[:, None], others.masked_fill(alike == 0, NOWHERE)], 1))
            for score, others in ((usual + own[1], learned), (usual, known))
        ]

    def _own(self, gaps: Gaps, target: EncodedTarget) -> tuple[torch.Tensor, torch.Tensor]:
        """The scores of the right words by the cloze model and by the matcher."""
        strengths = self.matcher.match_scores(self.offers(gaps.words)[:, None], target.matched[gaps.rows])
        return (gaps.likely * self.known(gaps.words)).sum(1), mixture_log_odds(gaps.odds[:, None], strengths)[
            :, 0
        ]


def _fraction(at: NDArray[np.int64], size: NDArray[np.int64]) -> NDArray[np.float64]:
    """Where the middle of the ``at``-th of ``size`` tokens stands, 0-1."""
    return np.asarray((at - 0.5) / size)


def train(bitext: Bitext, cloze: ClozeNetwork, rounds: int) -> Matcher:
    """The rates rise at once, stay for a third of the steps and fall to nothing."""
    torch.manual_seed(1950)
    chance = np.random.default_rng(1950)
    matcher = begun(bitext)
    lesson = Lesson(bitext, cloze, matcher)
    order = chance.permutation(len(bitext.bounds) - 1)
    known = [p for layer in (matcher.form, matcher.lemma, matcher.target) for p in layer.parameters()]
    new = [p for p in matcher.parameters() if all(p is not other for other in known)]
    optimizer = torch.optim.Adam([{"params": known, "lr": RATE_KNOWN}, {"params": new, "lr": RATE}])
    steps = rounds * sum(1 for _ in batches(bitext, order[KEPT:]))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: max(min((step + 1) / 50, 1.0, (1 - step / steps) / 0.7), 0.0)
    )
    for number in range(1, rounds + 1):
        groups = list(batches(bitext, chance.permutation(order[KEPT:])))
        for group in chance.permutation(len(groups)):
            words, _, alike, _ = lesson.losses(groups[group], chance)
            optimizer.zero_grad()
            torch.autograd.backward(words + alike)
            torch.nn.utils.clip_grad_norm_(matcher.parameters(), 2.0)
            optimizer.step()
            schedule.step()
        print(f"round {number} of {rounds}: {report(lesson, order[:KEPT])}", flush=True)
    return matcher


def report(lesson: Lesson, kept: Ids) -> str:
    """What is lost on beads that were kept, with the translation and without."""
    chance = np.random.default_rng(3)
    with torch.no_grad():
        found = [[float(x) for x in lesson.losses(g, chance)] for g in batches(lesson.bitext, kept)]
    words, alone, alike, alike_alone = np.mean(found, axis=0)
    return f"words {words:.3f} ({alone:.3f}), look-alikes {alike:.3f} ({alike_alone:.3f}) nats"


def main() -> None:
    """Learn and write."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    options.add_argument("-o", "--output", type=Path, default=OUTPUT)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = options.parse_args()
    model = cloze.load(LANGUAGES[0])
    if model is None:
        raise SystemExit("expected the vectors of the natasha wheel: pip install natasha")
    bitext = read(chosen.data, model, load("embedded"))
    matcher = train(bitext, shipped(len(model.classes)), chosen.rounds)
    folder = chosen.data / "parallel-ru-en"
    signature = {
        "script": "tools/learn_word_match.py",
        "classes": len(bitext.corpus.classes),
        "cloze": dict(model.signature),
        "sources": {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.glob("*.xz"))},
        "rounds": chosen.rounds,
    }
    save(chosen.output, matcher, signature)


if __name__ == "__main__":
    main()
