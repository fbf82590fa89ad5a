"""The origin of every export: tool, models and files; and the history of a row."""

from __future__ import annotations

from importlib.metadata import version

from align.alignment.bead import Crossing
from align.bitext_data import BitextData
from align.export.row import ExportRow
from align.facsimile.json_value import PAGES_SCHEMA
from align.review.row import sentence_id

SCHEMA = "align/rows-1"
"""Name of the rows' schema; an import refuses any other."""


def provenance(bitext: BitextData) -> dict[str, str]:
    """Name -> value, each one line of text: schema, tool, settings, encoder, files by hash, metadata.

    Also what both texts have in common: passages that are translated out of order, and notes.
    """
    signature = bitext.signature
    found = {"schema": SCHEMA, "tool": f"align {signature.align}", "config": signature.config}
    if signature.encoder is not None:
        found["encoder"] = f"{signature.encoder} {signature.encoder_sha256 or ''}".rstrip()
    for text in bitext.texts:
        found[f"{text.side}-file"] = text.document.name
        found[f"{text.side}-sha256"] = text.document.sha256
        found[f"{text.side}-language"] = text.language
    if bitext.alignment.crossings:
        found["out-of-order"] = "; ".join(_places(bitext, one) for one in bitext.alignment.crossings)
    if bitext.pair_notes:
        found["notes"] = "; ".join(bitext.pair_notes)
    metadata = bitext.documents[0].metadata
    for name, value in (("title", metadata.title), ("date", metadata.date), ("citation", metadata.citation)):
        if value:
            found[name] = " ".join(value.split())
    return found


def provenance_of_pages(name: str) -> dict[str, str]:
    """Likewise of pages as they were read from a scan.

    Args:
        name: That of the scan.
    """
    return {"schema": PAGES_SCHEMA, "tool": f"align {version('bitext-align')}", "source-file": name}


def _places(bitext: BitextData, crossing: Crossing) -> str:
    """``s120-s340 = t800-t1020``: the ids of the first and last sentence of a crossing on either side."""
    sides = []
    for text, indices in zip(bitext.texts, (crossing.source, crossing.target), strict=True):
        first, last = (sentence_id(text.side, text.sentences[at].origin) for at in (indices[0], indices[-1]))
        sides.append(first if first == last else f"{first}-{last}")
    return " = ".join(sides)


def history(row: ExportRow) -> list[str]:
    """A line for each correction (``Баш → Ваш (anna)``), then one for each open flag."""
    lines = [f"{one.old} → {one.new or '∅'}" + (f" ({one.by})" if one.by else "") for one in row.corrections]
    for flag in row.flags:
        best = f" → {flag.suggestions[0].text or '∅'}" if flag.suggestions else ""
        lines.append(f"{flag.text}{best}? ({flag.kind} {flag.confidence:.2f}: {flag.reason})")
    return lines
