"""Links of pairs of documents -> one link for each document that repeats another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from align.corpus.document_link import DocumentLink


def one_link_each(links: Iterable[DocumentLink]) -> list[DocumentLink]:
    """One link for each document that repeats another, in the order of their ids.

    Copies, and copies of copies, are a group: each is linked to the first of it by id. The first of a group
    of excerpts is linked to the first of the group of what holds them. No chain of links leads back to its
    beginning.

    Args:
        links: Of pairs of documents.

    Example:
        >>> copies = [DocumentLink("b", "a", "copy", 0.9), DocumentLink("c", "b", "copy", 0.8)]
        >>> [(link.document, link.other) for link in one_link_each(copies)]
        [('b', 'a'), ('c', 'a')]
    """
    ordered = sorted(links, key=lambda link: (-link.similarity, link.document, link.other))
    firsts = _firsts([link for link in ordered if link.kind == "copy"])
    found = {link.document: link for link in _copies(ordered, firsts)}
    for link in ordered:
        excerpt, whole = firsts.get(link.document, link.document), firsts.get(link.other, link.other)
        if link.kind == "excerpt" and excerpt not in found and excerpt not in _chain(whole, found):
            found[excerpt] = DocumentLink(excerpt, whole, "excerpt", link.similarity)
    return [found[name] for name in sorted(found)]


def _firsts(copies: Iterable[DocumentLink]) -> dict[str, str]:
    """Each document that has copies -> the first of its group by id (union and find)."""
    parents: dict[str, str] = {}

    def first_of(name: str) -> str:
        while (parent := parents.setdefault(name, name)) != name:
            parents[name] = parents[parent]
            name = parent
        return name

    for link in copies:
        first, later = sorted((first_of(link.document), first_of(link.other)))
        parents[later] = first
    return {name: first_of(name) for name in parents}


def _copies(ordered: Iterable[DocumentLink], firsts: Mapping[str, str]) -> Iterator[DocumentLink]:
    """The links of copies to the first of their group, with the similarity to it, or else the greatest."""
    best: dict[str, float] = {}
    direct: dict[str, float] = {}
    for link in ordered:
        if link.kind == "copy":
            for name, other in ((link.document, link.other), (link.other, link.document)):
                best.setdefault(name, link.similarity)
                if other == firsts[name]:
                    direct[name] = link.similarity
    for name, similarity in best.items():
        if name != firsts[name]:
            yield DocumentLink(name, firsts[name], "copy", direct.get(name, similarity))


def _chain(name: str, found: Mapping[str, DocumentLink]) -> list[str]:
    """A document, the one that it repeats, and so on."""
    names = [name]
    while names[-1] in found:
        names.append(found[names[-1]].other)
    return names
