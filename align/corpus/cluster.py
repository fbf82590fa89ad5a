"""The cluster of Ray on which a collection is run."""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from align.errors import InputError, ModelError

OBJECT_STORE = 256 << 20
"""Bytes of shared memory of a local cluster: what passes through it are names of files and receipts."""


@contextmanager
def connected(address: str | None, workers: int | None) -> Iterator[Any]:
    """Join a cluster, or start one on this machine for the time of the run.

    Where the caller is connected to Ray already, that connection is used, and stays.

    Args:
        address: Of the cluster; ``None`` starts one.
        workers: Processors of the cluster that is started; ``None`` for those of the machine.

    Yields:
        The module ``ray``.

    Raises:
        ModelError: Ray is not installed, or cannot start.
        InputError: There is no cluster at the address.
    """
    os.environ.setdefault("RAY_DATA_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray.data
    except ModuleNotFoundError as error:
        raise ModelError("expected Ray for a collection; pip install 'bitext-align[corpus]'") from error
    if ray.is_initialized():  # by the caller, whose connection stays as it is
        with _documents_lost_are_kept():
            yield ray
        return
    handler = signal.getsignal(signal.SIGTERM)
    common: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    try:
        if address is None:
            ray.init(
                address="local",
                num_cpus=workers,
                include_dashboard=False,
                object_store_memory=OBJECT_STORE,
                **common,
            )
        else:
            ray.init(address=address, **common)
    except (ConnectionError, ValueError) as error:
        raise InputError(f"found no cluster of Ray at {address!r}: {error}; ray status shows one") from error
    except Exception as error:
        raise ModelError(f"Ray could not start: {error}; the same command tries again") from error
    try:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, handler)  # Ray puts its own there, which prints its stack
        with _documents_lost_are_kept():
            yield ray
    finally:
        ray.shutdown()


@contextmanager
def _documents_lost_are_kept() -> Iterator[None]:
    """For a time Ray Data goes on after a batch that is lost, and shows nothing."""
    from ray.data import DataContext

    context, logger = DataContext.get_current(), logging.getLogger("ray.data")
    before = context.enable_progress_bars, context.max_errored_blocks, logger.level
    context.enable_progress_bars = False
    context.max_errored_blocks = -1  # documents without a receipt are tried again
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        context.enable_progress_bars, context.max_errored_blocks, level = before
        logger.setLevel(level)
