"""Pages are valid against the published schemas, which are looked for in the folder ``ALIGN_SCHEMAS``.

``alto-4-4.xsd`` of the ALTO board, ``pagecontent.xsd`` (2019-07-15) of PRImA; also beside the repository.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from align.facsimile.alto_writer import to_alto
from align.facsimile.facsimile import Facsimile
from align.facsimile.page_xml_writer import to_page_xml

BESIDE = Path(__file__).parents[3] / "shared" / "schemas"
XLINK = (
    '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xlink">'
    '<xsd:attributeGroup name="simpleLink"/></xsd:schema>'
)
"""What the schema of ALTO takes from another address: attributes that are not written here."""


class _WithoutNetwork(etree.Resolver):  # type: ignore[misc]  # lxml has no types
    def resolve(self, url: str, public_id: str, context: Any) -> Any:  # noqa: ARG002  # lxml's own
        return self.resolve_string(XLINK, context) if url.endswith("xlink.xsd") else None


@cache
def schema(name: str) -> etree.XMLSchema:
    folders = [*map(Path, filter(None, [os.environ.get("ALIGN_SCHEMAS")])), BESIDE]
    path = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if path is None:
        pytest.skip(f"{name} is not in {folders[0]}; put it there, or name its folder in ALIGN_SCHEMAS")
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_WithoutNetwork())
    return etree.XMLSchema(etree.parse(str(path), parser))


@settings(deadline=None)
@given(st.data())
def test_alto_is_valid(facsimiles: st.SearchStrategy[Facsimile], data: st.DataObject) -> None:
    """Generated pages, against ALTO 4.4."""
    known = schema("alto-4-4.xsd")
    for page in data.draw(facsimiles).pages:
        known.assertValid(etree.fromstring(to_alto(page, "engine", 1, {"schema": "rows"}).encode()))


@settings(deadline=None)
@given(st.data())
def test_page_xml_is_valid(facsimiles: st.SearchStrategy[Facsimile], data: st.DataObject) -> None:
    """Generated pages, against PAGE 2019-07-15."""
    known = schema("pagecontent.xsd")
    for page in data.draw(facsimiles).pages:
        text = to_page_xml(page, "2026-11-27T10:00:00Z", "engine", {"schema": "rows"})
        known.assertValid(etree.fromstring(text.encode()))
