"""Where a reviewer stopped, kept in the user's cache folder: a review opened the next day begins there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from align import user_cache

NAME = "place"
MAX_PLACES = 200
"""Reviews whose place is kept; that of the review not opened for longest goes."""

KeptPlace = dict[str, Any]
"""The message ``SavedPlace`` of the screen: row, side, filter, counts."""


def keep_place(journal: Path, place: Mapping[str, Any]) -> None:
    """Keep the place of the review with this journal. Nothing is said where the folder cannot be written.

    Args:
        journal: The file of the review's decisions.
        place: JSON values.
    """
    data = np.frombuffer(json.dumps(place).encode(), dtype=np.uint8)
    user_cache.keep(NAME, str(journal.resolve()), {"json": data}, newest=MAX_PLACES)


def kept_place(journal: Path) -> KeptPlace:
    """The place that :func:`keep_place` kept for this journal; empty where there is none."""
    found = user_cache.find(NAME, str(journal.resolve()))
    if found is None or "json" not in found:
        return {}
    try:
        place = json.loads(found["json"].tobytes())
    except ValueError:  # damaged
        return {}
    return place if isinstance(place, dict) else {}
