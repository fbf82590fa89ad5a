"""The matcher as a witness: how much more the translation calls for a reading than for what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from align.embed.encoder import Encoder
from align.ocr.context import tokens
from align.ocr.context.tokens import normal, words_of
from align.ocr.page import Page
from align.ocr.partner import Partner
from align.ocr.testimony import Question, set_against
from align.ocr.translation.matcher import UNSEEN, Matcher, Said, mixed
from align.ocr.translation.vectors import WordVectors
from align.text.lemma import lemmatizer

if TYPE_CHECKING:
    from align.ocr.context.gap import Around, GapModel
    from align.ocr.neighbours import Belief

Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Matching:
    """A side's believed text and its translation, ready to be asked; ``vectors``: of words encoded before."""

    matcher: Matcher
    model: GapModel
    encoder: Encoder
    belief: Belief
    partner: Partner
    vectors: WordVectors

    def matches(self, page: Page, asked: Sequence[Question], around: Mapping[int, Around]) -> Values:
        """For each reading: nats, against what was read; ``around``: the sentences asked about."""
        out = np.zeros(len(page.readings))
        if not asked:
            return out
        beads: dict[int, list[Question]] = {}
        for question in asked:
            beads.setdefault(self.partner.beads[question.sentence], []).append(question)
        texts = self._texts(beads)
        said = {bead: words_of(self.partner.texts[bead]) for bead in beads}
        with torch.inference_mode():
            words = self._prepared(texts.values(), said.values(), asked)
            for bead, questions in beads.items():
                if said[bead]:
                    told = words.told(texts[bead], said[bead])
                    for question, scores in zip(questions, told.scores(questions, around), strict=True):
                        whole, *new = (
                            sum(scores[word] for word in own) for own in (question.read, *question.words)
                        )
                        set_against(out, page, question, whole, new)
        return out

    def _texts(self, wanted: Iterable[int]) -> Mapping[int, Text]:
        """The believed tokens of beads."""
        texts = {bead: Text([], {}) for bead in wanted}
        for sentence, (bead, chunks) in enumerate(zip(self.partner.beads, self.belief, strict=True)):
            if bead in texts:
                texts[bead].starts[sentence] = len(texts[bead].tokens)
                texts[bead].tokens.extend(token for text in chunks for token in tokens(text))
        return texts

    def _prepared(
        self, texts: Iterable[Text], said: Iterable[Sequence[str]], asked: Sequence[Question]
    ) -> Words:
        """All words there are, encoded in one go."""
        own = {token for text in texts for token in text.tokens}
        own |= {word for question in asked for words in (question.read, *question.words) for word in words}
        forms = sorted(own)
        small = [normal(form) for form in forms]
        lemma = lemmatizer("ru")
        lemmas = [lemma(form) for form in small]
        others = {word for words in said for word in words}
        vectors = self.vectors.extended({*small, *lemmas, *others}, self.encoder)
        known = self.model.tokens(forms)
        worded = (known.endings > 0)[:, None]
        encoded = torch.from_numpy(np.stack([vectors.of(small), vectors.of(lemmas)], 1)) * worded[..., None]
        offers = self.matcher.offers(known.vectors, known.endings, encoded)
        return Words(self.matcher, {form: at for at, form in enumerate(forms)}, offers, worded[:, 0], vectors)


@dataclass(frozen=True, eq=False)
class Text:
    """The tokens of a bead, and where in them each of its sentences begins."""

    tokens: list[str]
    starts: dict[int, int]


@dataclass(frozen=True, eq=False)
class Words:
    """What all words of a side offer; ``worded``: which of them are words at all."""

    matcher: Matcher
    numbers: Mapping[str, int]
    offers: torch.Tensor
    worded: torch.Tensor
    vectors: WordVectors

    def told(self, text: Text, said: Sequence[str]) -> Told:
        """A bead ready to be asked."""
        heard = self.matcher.hear(torch.from_numpy(self.vectors.of(said)))
        own = torch.tensor([self.numbers[token] for token in text.tokens], dtype=torch.long)
        strengths = self.matcher.strengths(self.offers[own], heard.matched)
        return Told(self, text, heard, strengths.masked_fill(~self.worded[own][:, None], UNSEEN))


@dataclass(frozen=True, eq=False)
class Told:
    """A bead: its tokens, what its translation says, and how each pair of the two goes together."""

    words: Words
    text: Text
    said: Said
    strengths: torch.Tensor

    def scores(
        self, questions: Sequence[Question], around: Mapping[int, Around]
    ) -> Sequence[Mapping[str, float]]:
        """For each question, of each of its words: nats against a word that answers nothing."""
        places = [
            range(self.text.starts[question.sentence] + question.start, self._stop(question))
            for question in questions
        ]
        odds = self._odds([around[q.sentence].gap(q.start, q.stop) for q in questions], places)
        flat = [
            (number, word)
            for number, question in enumerate(questions)
            for word in {word for words in (question.read, *question.words) for word in words}
        ]
        own = torch.tensor([self.words.numbers[word] for _, word in flat], dtype=torch.long)
        rows = torch.tensor([number for number, _ in flat], dtype=torch.long)
        matcher = self.words.matcher
        plain = mixed(odds, (-matcher.least).expand(len(odds), odds.shape[1] - 1))
        strengths = matcher.strengths(self.words.offers[own], self.said.matched)
        found: list[dict[str, float]] = [{} for _ in questions]
        for (number, word), score in zip(
            flat, (mixed(odds[rows], strengths) - plain[rows]).tolist(), strict=True
        ):
            found[number][word] = score
        return found

    def _stop(self, question: Question) -> int:
        return self.text.starts[question.sentence] + question.stop

    def _odds(self, gaps: Sequence[torch.Tensor], places: Sequence[range]) -> torch.Tensor:
        """Of each gap that nothing, or each word of the translation, is answered there."""
        count = self.strengths.shape[1]
        middles = np.array([(place.start + place.stop) / 2 for place in places]) / len(self.text.tokens)
        apart = middles[:, None] - (np.arange(count) + 0.5)[None] / count
        said = Said(*(part[None] for part in self.said))
        taken = torch.stack([self._taken(place) for place in places])
        return self.words.matcher.odds(torch.stack(list(gaps)), said, apart, taken)

    def _taken(self, place: range) -> torch.Tensor:
        """How strongly the tokens outside a place go with each word of the translation."""
        others = torch.cat([self.strengths[: place.start], self.strengths[place.stop :]])
        return others.amax(0) if len(others) else torch.full(self.strengths.shape[1:], UNSEEN)
