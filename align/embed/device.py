"""Where an encoder computes."""

from __future__ import annotations

from align.errors import ModelError


def choose_device(wanted: str | None) -> str:
    """A device that torch has here, written as torch writes it; ``None`` takes a GPU where there is one."""
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
