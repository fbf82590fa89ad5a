"""The header of TEI: title, who is responsible, where the text comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from align.bitext_data import BitextData
from align.export.provenance import provenance
from align.export.tei_element import add
from align.export.xml import XML_ID, XmlSanitizer


def add_header(root: Any, bitext: BitextData, reviewers: Mapping[str, str], sanitize: XmlSanitizer) -> None:  # noqa: ANN401  # lxml's own
    """Add the ``teiHeader``; ``reviewers``: name -> ``xml:id``."""
    about = {name: sanitize(value, name) for name, value in provenance(bitext).items()}
    header = add(root, "teiHeader")
    file = add(header, "fileDesc")
    title = add(file, "titleStmt")
    add(title, "title", about.get("title", bitext.documents[0].name))
    named = {ident: sanitize(name, "name") for name, ident in reviewers.items()}
    _responsible(title, {"align": about["tool"], "reviewer": "a reviewer"} | named)
    add(add(file, "publicationStmt"), "p", "Not published.")
    source = add(file, "sourceDesc")
    for name, value in about.items():
        add(source, "p", f"{name}: {value}")


def _responsible(title: Any, known: Mapping[str, str]) -> None:  # noqa: ANN401
    """One ``respStmt`` for the tool, one for reviewers without a name, one for each reviewer."""
    for ident, name in known.items():
        statement = add(title, "respStmt")
        statement.set(XML_ID, ident)
        add(statement, "resp", "found by" if ident == "align" else "reviewed by")
        add(statement, "name", name)
