"""A bitext in the formats other programs read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from align.bitext import Bitext
from align.export.bitext_json import to_json
from align.export.html import to_html


def _json(bitext: Bitext) -> str:
    return json.dumps(to_json(bitext), ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Bitext], str]] = MappingProxyType({"json": _json, "html": to_html})
"""Name on the command line -> what writes it."""
