"""Layers of small networks in numpy: no torch is loaded. Weights are stored in bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Layers = Mapping[str, Floats]
"""Weights by the names that torch gives them, all of two dimensions."""


def restored(arrays: Mapping[str, NDArray[Any]]) -> dict[str, Floats]:
    """The layers of a file: whole bytes by name, each with the step of each row under ``NAME.steps``."""
    return {
        name: arrays[name].astype(np.float32) * arrays[f"{name}.steps"][:, None]
        for name in arrays
        if f"{name}.steps" in arrays
    }


def linear(layers: Layers, name: str, inputs: Floats) -> Floats:
    """The layer ``name`` of inputs ``(…, n)``, with its bias where it has one."""
    outputs: Floats = inputs @ layers[f"{name}.weight"].T
    bias = layers.get(f"{name}.bias")
    return outputs if bias is None else outputs + bias[0]


def sigmoid(values: Floats) -> Floats:
    """The logistic function."""
    found: Floats = 0.5 * np.tanh(0.5 * values) + 0.5
    return found


def gelu(values: Floats) -> Floats:
    """Gaussian error linear unit (Hendrycks & Gimpel 2016), within 1e-6.

    The error function is formula 7.1.26 of Abramowitz & Stegun (1964).
    """
    size = np.abs(values) * np.float32(0.5**0.5)
    t = 1 / (1 + np.float32(0.3275911) * size)
    sums = ((((1.061405429 * t - 1.453152027) * t) + 1.421413741) * t - 0.284496736) * t + 0.254829592
    error = 1 - sums * t * np.exp(-size * size)
    found: Floats = 0.5 * values * (1 + np.sign(values) * error)
    return found


def log_sum_exp(values: Floats) -> Floats:
    """The logarithm of the sum of exponentials over the last axis."""
    highest = values.max(-1, keepdims=True)
    found: Floats = np.log(np.exp(values - highest).sum(-1)) + highest[..., 0]
    return found


def recurrent(layers: Layers, name: str, inputs: Floats, lengths: NDArray[np.int64]) -> Floats:
    """The states of a gated recurrent layer (GRU, Cho et al. 2014).

    Args:
        layers: The weights.
        name: Of the layer.
        inputs: Of sequences, longest first, ``(n, longest, width)``; what is behind the end of one is not
            read.
        lengths: Of the sequences, ``(n,)``, descending.

    Returns:
        The state after each input, ``(n, longest, units)``; 0 behind the end of a sequence.
    """
    weight, bias = layers[f"{name}.weight_hh_l0"].T, layers[f"{name}.bias_hh_l0"][0]
    given = inputs @ layers[f"{name}.weight_ih_l0"].T + layers[f"{name}.bias_ih_l0"][0]
    units = len(weight)
    states = np.zeros((*inputs.shape[:2], units), dtype=np.float32)
    state = np.zeros((len(inputs), units), dtype=np.float32)
    for at in range(inputs.shape[1]):
        here = int(np.searchsorted(-lengths, -at))
        before, own = state[:here], given[:here, at]
        kept = before @ weight + bias
        gates = sigmoid(own[:, : 2 * units] + kept[:, : 2 * units])
        reset, update = gates[:, :units], gates[:, units:]
        new = np.tanh(own[:, 2 * units :] + reset * kept[:, 2 * units :])
        state = new + update * (before - new)
        states[:here, at] = state
    return states
