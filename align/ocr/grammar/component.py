"""The same tagger as a component of a spaCy pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.errors import ModelError
from align.ocr.grammar.tagger import Tagger, slovnet_folder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAME = "slovnet"


@dataclass(frozen=True)
class TaggerComponent:
    """Sets ``pos_``, ``morph`` and ``ents`` of a Russian ``Doc``."""

    tagger: Tagger

    def __call__(self, doc: Doc) -> Doc:
        """The same document, annotated."""
        from spacy.tokens import Span

        words = [token.text for token in doc]
        if not words:
            return doc
        for token, tag in zip(doc, self.tagger.tag([words])[0], strict=True):
            part, _, features = tag.partition("|")
            token.pos_ = part
            token.set_morph(features)  # type: ignore[attr-defined]  # the stub of spaCy lacks it
        names = self.tagger.names([words])[0]
        doc.set_ents([Span(doc, start, stop, label=label) for start, stop, label in spans(names)])
        return doc


def spans(names: list[str]) -> list[tuple[int, int, str]]:
    """``B-PER I-PER O`` as token ranges with their kind."""
    found: list[tuple[int, int, str]] = []
    for place, name in enumerate(names):
        mark, _, kind = name.partition("-")
        if mark == "B" or (mark == "I" and not (found and found[-1][1] == place and found[-1][2] == kind)):
            found.append((place, place + 1, kind))
        elif mark == "I":
            found[-1] = (found[-1][0], place + 1, kind)
    return found


def register() -> str:
    """Make the component known to spaCy; ``nlp.add_pipe(register())`` adds it."""
    from spacy.language import Language

    if not Language.has_factory(NAME):
        Language.factory(NAME, assigns=["token.pos", "token.morph", "doc.ents"], func=_create)
    return NAME


def _create(nlp: Language, name: str) -> TaggerComponent:  # noqa: ARG001 - what spaCy calls a factory with
    folder = slovnet_folder()
    if folder is None:
        raise ModelError(
            "expected slovnet's models in the natasha package, which is not installed: pip install natasha"
        )
    return TaggerComponent(Tagger.load(folder))
