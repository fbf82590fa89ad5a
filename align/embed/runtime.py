"""What loading any model needs: a device, quiet libraries, and a hash of the weights."""

from __future__ import annotations

import ctypes
import hashlib
import logging
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from align.errors import ModelError


def choose_device(wanted: str | None) -> str:
    """The device to compute on, written as torch writes it.

    Args:
        wanted: such as ``cpu`` or ``cuda:1``; ``None`` takes a GPU where there is one.

    Raises:
        ModelError: torch does not know the device or cannot use it on this machine.
    """
    import torch

    if wanted is None:
        return "cuda" if torch.cuda.is_available() else "cpu"
    try:
        torch.empty(0, device=wanted)
    except (RuntimeError, AssertionError) as error:  # torch asserts where it was built without CUDA
        reason = str(error).strip().partition("\n")[0]
        msg = f"expected a device that torch has here, such as cpu or cuda; got {wanted!r}: {reason}; try cpu"
        raise ModelError(msg) from error
    return wanted


def may_have_gpu() -> bool:
    """Whether a driver of NVIDIA is installed; torch, which costs a second to import, is not asked."""
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True


def computes_on_gpu() -> bool:
    """Whether the torch of this machine is made for GPUs; of a cluster, all machines have the same."""
    import torch

    return torch.version.cuda is not None


def digest(paths: Iterable[Path]) -> str:
    """Sha256, in hex, over each file's name and own sha256, in the order given; the files are streamed."""
    total = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            total.update(f"{path.name} {hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
    return total.hexdigest()


@contextmanager
def quiet() -> Iterator[None]:
    """Suppress the model libraries' logs, warnings and progress bars; exceptions pass through."""
    from huggingface_hub.utils.tqdm import (
        are_progress_bars_disabled,
        disable_progress_bars,
        enable_progress_bars,
    )

    level, bars = logging.root.manager.disable, not are_progress_bars_disabled()
    logging.disable(logging.CRITICAL)
    disable_progress_bars()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(level)
        if bars:
            enable_progress_bars()
