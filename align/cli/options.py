"""The options that every command takes, and the settings they make.

Annotations are evaluated here: typer reads the options from them.
"""

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from align.config import Config


def _config(
    *,
    encoder: Annotated[
        str, typer.Option(help="embedded, or a sentence-transformers model.", metavar="NAME|FOLDER")
    ] = "embedded",
    spacy_source: Annotated[
        str | None, typer.Option(help="Installed spaCy pipeline for the original.", metavar="NAME")
    ] = None,
    spacy_target: Annotated[
        str | None, typer.Option(help="Installed spaCy pipeline for the translation.", metavar="NAME")
    ] = None,
    source_language: Annotated[
        str | None, typer.Option(help="Of the original, ISO 639-1; found by itself.", metavar="CODE")
    ] = None,
    target_language: Annotated[
        str | None, typer.Option(help="Of the translation, ISO 639-1; found by itself.", metavar="CODE")
    ] = None,
    encoding: Annotated[str, typer.Option(help="Encoding of the files.", metavar="NAME")] = "utf-8",
    min_confidence: Annotated[
        float, typer.Option(help="Report flags at least this sure, 0 to 1.", metavar="P", min=0.0, max=1.0)
    ] = 0.5,
    context: Annotated[
        str | None,
        typer.Option(help="A masked language model of the original's language.", metavar="NAME|FOLDER"),
    ] = None,
    old_spelling: Annotated[
        bool, typer.Option("--old-spelling", help="The original is in Russian as spelt before 1918.")
    ] = False,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="Two files with one sentence a line, split already.")
    ] = False,
    pre_aligned: Annotated[
        bool, typer.Option("--pre-aligned", help="A TMX, or two files whose lines are pairs.")
    ] = False,
    off: Annotated[
        list[str] | None, typer.Option(help="A cleaning rule not to run; may be repeated.", metavar="RULE")
    ] = None,
    check_off: Annotated[
        list[str] | None,
        typer.Option(help="A check of the translation not to run, or all; may be repeated.", metavar="CHECK"),
    ] = None,
    glossary: Annotated[
        Path | None, typer.Option(help="Terms and their translations: a table with tabs.", metavar="TSV")
    ] = None,
    words: Annotated[
        Path | None,
        typer.Option(help="Words that are right, one a line; a review adds to them.", metavar="TXT"),
    ] = None,
) -> "Config":
    """The settings of a run, from the options every command takes."""
    from align.check.registry import CHECKS
    from align.check.run import CheckConfig
    from align.config import Config
    from align.ocr.detect import OcrConfig
    from align.text.clean import CleanConfig

    silent = frozenset(CHECKS if check_off and "all" in check_off else check_off or ())
    return Config(
        encoding=encoding,
        sentences=sentences,
        pre_aligned=pre_aligned,
        source_language=source_language,
        target_language=target_language,
        source_pipeline=spacy_source,
        target_pipeline=spacy_target,
        encoder=encoder,
        clean=CleanConfig(off=frozenset(off or ())),
        ocr=OcrConfig(min_confidence, context, old_spelling),
        check=CheckConfig(silent, glossary, min_confidence),
        words=words,
    )


def configured(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command with a parameter ``config`` take the options of :func:`_config` in its place.

    An option that the command declares itself is its own.
    """
    own = inspect.signature(command).parameters
    options = {name: p for name, p in inspect.signature(_config).parameters.items() if name not in own}

    @functools.wraps(command)
    def run(**given: Any) -> None:  # noqa: ANN401  # whatever the command line holds
        settings = {name: given.pop(name) for name in options}
        command(config=_config(**settings), **given)

    parameters = [p.replace(kind=p.KEYWORD_ONLY) for name, p in own.items() if name != "config"]
    run.__signature__ = inspect.Signature([*parameters, *options.values()])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in [*parameters, *options.values()]}
    return run
