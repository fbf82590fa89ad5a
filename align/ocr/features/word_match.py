"""The matcher as a witness: how much more the translation calls for a reading than for what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from align.embed.encoder import Encoder
from align.lang.lemma import lemmatizer
from align.ocr.features.span_queries import SpanQuery, store_log_odds
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lm import word_tokens
from align.ocr.lm.tokens import normalise, words_of
from align.ocr.translation.bead_context import TargetContext
from align.ocr.translation.encoded_words import EncodedWords
from align.ocr.translation.matcher import NOT_A_WORD, EncodedTarget, Matcher, mixture_log_odds

if TYPE_CHECKING:
    from align.ocr.features.ngram import Hypothesis
    from align.ocr.lm.cloze import ClozeLm, EncodedSentence

Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class BeadMatching:
    """A side's believed text and its translation, ready to be asked; ``vectors``: of words encoded before."""

    matcher: Matcher
    model: ClozeLm
    encoder: Encoder
    belief: Hypothesis
    partner: TargetContext
    vectors: EncodedWords

    def matches(
        self, page: CandidateLattice, asked: Sequence[SpanQuery], around: Mapping[int, EncodedSentence]
    ) -> Values:
        """For each reading: nats, against what was read; ``around``: the sentences asked about."""
        out = np.zeros(len(page.candidates))
        if not asked:
            return out
        beads: dict[int, list[SpanQuery]] = {}
        for question in asked:
            beads.setdefault(self.partner.bead_numbers[question.sentence], []).append(question)
        texts = self._texts(beads)
        said = {bead: words_of(self.partner.target_texts[bead]) for bead in beads}
        with torch.inference_mode():
            words = self._prepared(texts.values(), said.values(), asked)
            for bead, questions in beads.items():
                if said[bead]:
                    told = words.told(texts[bead], said[bead])
                    for question, scores in zip(questions, told.scores(questions, around), strict=True):
                        whole, *new = (
                            sum(scores[word] for word in own)
                            for own in (question.observed_words, *question.candidate_words)
                        )
                        store_log_odds(out, page, question, whole, new)
        return out

    def _texts(self, wanted: Iterable[int]) -> Mapping[int, BeadTokens]:
        """The believed tokens of beads."""
        texts = {bead: BeadTokens([], {}) for bead in wanted}
        for sentence, (bead, chunks) in enumerate(zip(self.partner.bead_numbers, self.belief, strict=True)):
            if bead in texts:
                texts[bead].starts[sentence] = len(texts[bead].tokens)
                texts[bead].tokens.extend(token for text in chunks for token in word_tokens(text))
        return texts

    def _prepared(
        self, texts: Iterable[BeadTokens], said: Iterable[Sequence[str]], asked: Sequence[SpanQuery]
    ) -> EncodedVocabulary:
        """All words there are, encoded in one go."""
        own = {token for text in texts for token in text.tokens}
        own |= {
            word
            for question in asked
            for words in (question.observed_words, *question.candidate_words)
            for word in words
        }
        forms = sorted(own)
        small = [normalise(form) for form in forms]
        lemma = lemmatizer("ru")
        lemmas = [lemma(form) for form in small]
        others = {word for words in said for word in words}
        vectors = self.vectors.extend({*small, *lemmas, *others}, self.encoder)
        known = self.model.token_features(forms)
        worded = (known.endings > 0)[:, None]
        encoded = (
            torch.from_numpy(np.stack([vectors.vectors(small), vectors.vectors(lemmas)], 1))
            * worded[..., None]
        )
        offers = self.matcher.encode_candidates(known.vectors, known.endings, encoded)
        return EncodedVocabulary(
            self.matcher, {form: at for at, form in enumerate(forms)}, offers, worded[:, 0], vectors
        )


@dataclass(frozen=True, eq=False)
class BeadTokens:
    """The tokens of a bead, and where in them each of its sentences begins."""

    tokens: list[str]
    starts: dict[int, int]


@dataclass(frozen=True, eq=False)
class EncodedVocabulary:
    """What all words of a side offer; ``worded``: which of them are words at all."""

    matcher: Matcher
    numbers: Mapping[str, int]
    offers: torch.Tensor
    worded: torch.Tensor
    vectors: EncodedWords

    def told(self, text: BeadTokens, said: Sequence[str]) -> EncodedBead:
        """A bead ready to be asked."""
        heard = self.matcher.encode_target(torch.from_numpy(self.vectors.vectors(said)))
        own = torch.tensor([self.numbers[token] for token in text.tokens], dtype=torch.long)
        strengths = self.matcher.match_scores(self.offers[own], heard.matched)
        return EncodedBead(self, text, heard, strengths.masked_fill(~self.worded[own][:, None], NOT_A_WORD))


@dataclass(frozen=True, eq=False)
class EncodedBead:
    """A bead: its tokens, what its translation says, and how each pair of the two goes together."""

    words: EncodedVocabulary
    text: BeadTokens
    said: EncodedTarget
    strengths: torch.Tensor

    def scores(
        self, questions: Sequence[SpanQuery], around: Mapping[int, EncodedSentence]
    ) -> Sequence[Mapping[str, float]]:
        """For each question, of each of its words: nats against a word that answers nothing."""
        places = [
            range(self.text.starts[question.sentence] + question.start, self._stop(question))
            for question in questions
        ]
        odds = self._odds([around[q.sentence].span_context(q.start, q.stop) for q in questions], places)
        flat = [
            (number, word)
            for number, question in enumerate(questions)
            for word in {
                word for words in (question.observed_words, *question.candidate_words) for word in words
            }
        ]
        own = torch.tensor([self.words.numbers[word] for _, word in flat], dtype=torch.long)
        rows = torch.tensor([number for number, _ in flat], dtype=torch.long)
        matcher = self.words.matcher
        plain = mixture_log_odds(odds, (-matcher.least).expand(len(odds), odds.shape[1] - 1))
        strengths = matcher.match_scores(self.words.offers[own], self.said.matched)
        found: list[dict[str, float]] = [{} for _ in questions]
        for (number, word), score in zip(
            flat, (mixture_log_odds(odds[rows], strengths) - plain[rows]).tolist(), strict=True
        ):
            found[number][word] = score
        return found

    def _stop(self, question: SpanQuery) -> int:
        return self.text.starts[question.sentence] + question.stop

    def _odds(self, gaps: Sequence[torch.Tensor], places: Sequence[range]) -> torch.Tensor:
        """Of each gap that nothing, or each word of the translation, is answered there."""
        count = self.strengths.shape[1]
        middles = np.array([(place.start + place.stop) / 2 for place in places]) / len(self.text.tokens)
        apart = middles[:, None] - (np.arange(count) + 0.5)[None] / count
        said = EncodedTarget(*(part[None] for part in self.said))
        taken = torch.stack([self._taken(place) for place in places])
        return self.words.matcher.alignment_log_odds(torch.stack(list(gaps)), said, apart, taken)

    def _taken(self, place: range) -> torch.Tensor:
        """How strongly the tokens outside a place go with each word of the translation."""
        others = torch.cat([self.strengths[: place.start], self.strengths[place.stop :]])
        return others.amax(0) if len(others) else torch.full(self.strengths.shape[1:], NOT_A_WORD)
