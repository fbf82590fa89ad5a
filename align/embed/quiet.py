"""Loading a model without the libraries' logs, warnings and download bars on the caller's terminal."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing is logged, warned of or drawn inside; what went wrong is in the exceptions."""
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
