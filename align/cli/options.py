"""The options that every command takes which reads documents, and the settings that they make.

One function for each group of options: it takes the settings and returns them with its options set.
Annotations are evaluated here: typer reads the options from them.
"""

import functools
import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from align.config import Config

# ``readable=False``: the readers say in one line what cannot be read, typer would draw a box
File = Annotated[
    Path,
    typer.Argument(
        help="The original or a page that holds both texts, as text, .docx, .odt, .html, .epub, .pdf or a "
        "scan (.pdf, .tif, .jpg, .png, a folder of pictures); or ready pairs (TMX, XLIFF, TTX, a table in "
        ".docx or .odt).",
        readable=False,
    ),
]
Target = Annotated[
    Path | None, typer.Argument(help="The translation, where it is in a file of its own.", readable=False)
]
Fresh = Annotated[bool, typer.Option("--fresh", help="Compute anew what an earlier run kept.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite a file that exists.")]


def _reading(
    config: "Config",
    *,
    source_language: Annotated[
        str | None,
        typer.Option(
            help="Language of the original (ISO 639-1; of ready pairs also zh-TW); by default detected.",
            metavar="CODE",
        ),
    ] = None,
    target_language: Annotated[
        str | None,
        typer.Option(help="Language of the translation, likewise.", metavar="CODE"),
    ] = None,
    encoding: Annotated[str, typer.Option(help="Encoding of the files.", metavar="NAME")] = "utf-8",
    sentences: Annotated[
        bool,
        typer.Option("--sentences", help="The two files hold one sentence a line; they are not split again."),
    ] = False,
    pre_aligned: Annotated[
        bool,
        typer.Option(
            "--pre-aligned",
            help="The lines of the two files are pairs; TMX, XLIFF and TTX are recognised without it.",
        ),
    ] = False,
) -> "Config":
    """How the files are read."""
    return replace(
        config,
        source_language=source_language,
        target_language=target_language,
        encoding=encoding,
        sentences=sentences,
        pre_aligned=pre_aligned,
    )


def _scanning(
    config: "Config",
    *,
    ocr_languages: Annotated[
        str | None,
        typer.Option(
            help="Languages that Tesseract reads scans in, such as rus+eng; by default those of the text.",
            metavar="NAMES",
        ),
    ] = None,
    psm: Annotated[
        int,
        typer.Option(
            help="Tesseract's segmentation of a page: 3 finds columns, 4 takes it as one, 6 as one block.",
            metavar="N",
        ),
    ] = 3,
    text_layer: Annotated[
        bool | None,
        typer.Option(
            "--text-layer/--read-again",
            help="Take the text that a scanned PDF holds, or read its pictures again; by default it is taken "
            "where it matches them.",
        ),
    ] = None,
) -> "Config":
    """How scans are read."""
    from align.scan.scan_config import ScanConfig

    return replace(config, scan=ScanConfig(ocr_languages, psm, text_layer))


def _splitting(
    config: "Config",
    *,
    off: Annotated[
        list[str] | None,
        typer.Option(help="Name of a cleaning rule to switch off; may be repeated.", metavar="RULE"),
    ] = None,
    spacy_source: Annotated[
        str | None,
        typer.Option(
            help="Installed spaCy pipeline that splits the original into sentences.", metavar="NAME"
        ),
    ] = None,
    spacy_target: Annotated[
        str | None,
        typer.Option(
            help="Installed spaCy pipeline that splits the translation into sentences.", metavar="NAME"
        ),
    ] = None,
) -> "Config":
    """How text is cleaned and split into sentences."""
    from align.text.clean import CleanConfig

    return replace(
        config,
        clean=CleanConfig(off=frozenset(off or ())),
        source_pipeline=spacy_source,
        target_pipeline=spacy_target,
    )


def _aligning(
    config: "Config",
    *,
    encoder: Annotated[
        str,
        typer.Option(
            help="Sentence encoder: embedded, or a sentence-transformers model.", metavar="NAME|FOLDER"
        ),
    ] = "embedded",
) -> "Config":
    """How sentences are compared."""
    return replace(config, encoder=encoder)


def _flagging(
    config: "Config",
    *,
    min_confidence: Annotated[
        float,
        typer.Option(help="Least confidence of a flag, 0 to 1.", metavar="P", min=0.0, max=1.0),
    ] = 0.5,
    context: Annotated[
        str | None,
        typer.Option(
            help="Masked language model of the original's language, used as well.", metavar="NAME|FOLDER"
        ),
    ] = None,
    old_spelling: Annotated[
        bool | None,
        typer.Option(
            "--old-spelling/--no-old-spelling",
            help="The original is in Russian spelling before 1918; by default detected.",
        ),
    ] = None,
    words: Annotated[
        Path | None,
        typer.Option(help="List of words that are right, one a line; a review adds to it.", metavar="TXT"),
    ] = None,
    check_off: Annotated[
        list[str] | None,
        typer.Option(
            help="Name of a check of the translation to switch off, or all; may be repeated.", metavar="CHECK"
        ),
    ] = None,
    glossary: Annotated[
        Path | None,
        typer.Option(help="Terms and their translations: a table with tabs.", metavar="TSV"),
    ] = None,
    alignment_only: Annotated[
        bool,
        typer.Option(
            "--alignment-only", help="Pair the sentences, and look for no errors: several times as fast."
        ),
    ] = False,
) -> "Config":
    """Which flags are raised."""
    from align.check.registry import CHECKS
    from align.check.run import CheckConfig
    from align.ocr.search_config import OcrConfig

    checks_off = frozenset(CHECKS if check_off and "all" in check_off else check_off or ())
    return replace(
        config,
        ocr=OcrConfig(min_confidence, context, old_spelling),
        check=CheckConfig(checks_off, glossary, min_confidence),
        doubts=not alignment_only,
        words=words,
    )


_GROUPS: tuple[Callable[..., "Config"], ...] = (_reading, _scanning, _splitting, _aligning, _flagging)


def _options(group: Callable[..., "Config"]) -> dict[str, inspect.Parameter]:
    """The options of a group by name."""
    parameters = inspect.signature(group).parameters
    return {name: parameter for name, parameter in parameters.items() if name != "config"}


def config_of(**settings: Any) -> "Config":  # noqa: ANN401  # whatever the command line holds
    """The settings of a run, from the shared options by name; what is not given is as by default."""
    from align.config import Config

    config = Config()
    for group in _GROUPS:
        config = group(config, **{name: settings[name] for name in _options(group) if name in settings})
    return config


def configured(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command with a parameter ``config`` take the shared options in its place.

    An option that the command declares itself is its own and does not enter the settings.
    """
    return _with_options(command, _GROUPS)


def scan_configured(command: Callable[..., None]) -> Callable[..., None]:
    """The same with the options for scans alone."""
    return _with_options(command, (_scanning,))


def _with_options(
    command: Callable[..., None], groups: tuple[Callable[..., "Config"], ...]
) -> Callable[..., None]:
    own = inspect.signature(command).parameters
    shared = {name: option for group in groups for name, option in _options(group).items() if name not in own}

    @functools.wraps(command)
    def run(**given: Any) -> None:  # noqa: ANN401
        settings = {name: given.pop(name) for name in shared}
        command(config=config_of(**settings), **given)

    parameters = [p.replace(kind=p.KEYWORD_ONLY) for name, p in own.items() if name != "config"]
    run.__signature__ = inspect.Signature([*parameters, *shared.values()])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in [*parameters, *shared.values()]}
    return run
