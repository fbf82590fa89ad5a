"""Align an OCR'd original with its translation, sentence by sentence, and flag probable OCR errors.

:func:`align_texts`, :func:`align_file` and :func:`align_files` take strings and files and return a
:class:`Bitext`; :func:`align_sentences` takes lists of sentences and returns an :class:`Alignment`;
:class:`Review` opens a bitext for review, :func:`review_folder` shows all documents of a folder.

Example:
    >>> import align
    >>> bitext = align.align_texts("Баш ответ получил. Я ушёл.", "I received your reply. I left.")
    >>> for source, target in bitext.pairs():
    ...     print(source, "|", target)
    Баш ответ получил. | I received your reply.
    Я ушёл. | I left.
    >>> bitext.correct()
    'Ваш ответ получил. Я ушёл.'
"""

import typing as _typing
from importlib import import_module as _import_module

if _typing.TYPE_CHECKING:
    from align.alignment.aligner import align_sentences
    from align.alignment.bead import Alignment, Bead
    from align.api import align_file, align_files, align_texts, open_file
    from align.bitext import Bitext
    from align.config import Config
    from align.embed.encoder import Encoder
    from align.embed.encoder import load as load_encoder
    from align.errors import (
        AlignError,
        InputError,
        InvariantError,
        LanguageError,
        ModelError,
        OutputError,
        PlaceError,
        ReadError,
    )
    from align.flag import Flag, Suggestion
    from align.folder.review_folder import review_folder
    from align.notebook_progress import progress_display
    from align.progress import Step
    from align.review import Review

    __version__: str

__all__ = [
    "AlignError",
    "Alignment",
    "Bead",
    "Bitext",
    "Config",
    "Encoder",
    "Flag",
    "InputError",
    "InvariantError",
    "LanguageError",
    "ModelError",
    "OutputError",
    "PlaceError",
    "ReadError",
    "Review",
    "Step",
    "Suggestion",
    "__version__",
    "align_file",
    "align_files",
    "align_sentences",
    "align_texts",
    "load_encoder",
    "open_file",
    "progress_display",
    "review_folder",
]

_HOME = {name: "errors" for name in __all__ if name.endswith("Error")} | {
    "Alignment": "alignment.bead",
    "Bead": "alignment.bead",
    "Bitext": "bitext",
    "Config": "config",
    "Encoder": "embed.encoder",
    "Flag": "flag",
    "Review": "review",
    "Step": "progress",
    "Suggestion": "flag",
    "align_file": "api",
    "align_files": "api",
    "align_sentences": "alignment.aligner",
    "align_texts": "api",
    "load_encoder": "embed.encoder",
    "open_file": "api",
    "progress_display": "notebook_progress",
    "review_folder": "folder.review_folder",
}
"""Public name -> the module that defines it. A module is imported when a name of it is first used."""

_NAME_THERE = {"load_encoder": "load"}
"""Public names that differ from the name in the module."""


if not _typing.TYPE_CHECKING:  # a type checker would take any name for one that this function knows

    def __getattr__(name: str) -> object:
        """Import a public name when it is first used, so that ``import align`` loads no library."""
        if name == "__version__":
            from importlib.metadata import version

            return version("bitext-align")
        if name in _HOME:
            return getattr(_import_module(f"align.{_HOME[name]}"), _NAME_THERE.get(name, name))
        raise AttributeError(f"module 'align' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, and no others."""
    return sorted(__all__)
