"""The reference pages that are generated from the package's registries.

    python tools/docs_reference.py [FOLDER]   writes them to FOLDER, to look at (default: build/reference)

mkdocs takes them from :func:`pages` when the site is built (``tools/docs_hooks.py``). Each page is one
function; :data:`REGISTRIES` names the module that each registry lives in.
"""

from __future__ import annotations

import importlib
import inspect
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
REGISTRIES = {
    "kinds": ("align.flag", "KINDS"),
    "checks": ("align.check.registry", "CHECKS"),
    "rules": ("align.text.clean", "RULES"),
    "formats": ("align.export", "FORMATS"),
    "inputs": ("align.text.readers.formats", "FORMATS"),
    "refused": ("align.text.readers.refused_formats", "REFUSED"),
    "features": ("align.ocr.features.registry", "GROUPS"),
    "app": ("align.cli.app", "app"),
}
"""Registry -> module and name."""

LAYERS = re.compile(r"^<!-- layers: ([\w.]+) -->$", re.MULTILINE)
"""Where a page wants the order of a package's parts."""

INPUTS = "<!-- inputs -->"
"""Where a page wants the formats of files that are read, and those that are refused."""

SCHEMAS = ROOT / "align" / "export" / "schema"
"""The folder of the JSON Schema; its newest version is published."""


def pages() -> Mapping[str, str]:
    """Path inside the site -> Markdown."""
    made: Mapping[str, Callable[[], str]] = {
        "reference/api.md": api,
        "reference/cli.md": cli,
        "reference/json.md": json_page,
        "reference/flags.md": flags,
        "reference/checks.md": checks,
        "reference/cleaning.md": cleaning,
        "reference/features.md": features,
        "changelog.md": lambda: root("CHANGELOG.md"),
        "contributing.md": lambda: root("CONTRIBUTING.md"),
        "security.md": lambda: root("SECURITY.md"),
    }
    return {path: make() for path, make in made.items()}


def registry(name: str) -> Any:  # noqa: ANN401 - each registry has a type of its own
    """The object that :data:`REGISTRIES` names."""
    module, attribute = REGISTRIES[name]
    return getattr(importlib.import_module(module), attribute)


def root(name: str) -> str:
    """A file of the repository's root as a page: links into ``docs/`` become links of the site."""
    return (ROOT / name).read_text(encoding="utf-8").replace("](docs/", "](")


def api() -> str:
    """Every public name, documented by its docstring."""
    import align

    names = "\n\n".join(f"::: align.{name}" for name in align.__all__ if not name.startswith("_"))
    return (
        "# Python\n\n`import align` loads no model; each name is loaded when it is first used. "
        f"[From Python](../how-to/python.md) shows the names at work.\n\n{names}\n"
    )


def flags() -> str:
    """The kinds of flags."""
    found: Mapping[str, str] = registry("kinds")
    groups = {"ocr": "What the OCR got wrong", "layout": "Layout", "check": "Checks of the translation"}
    text = ["# Kinds of flags\n"]
    text.append(
        "A flag marks a stretch of text that may be wrong. Its `kind` is one of these names; `confidence` is "
        "the probability (fraction 0–1) that something is wrong there. Flags less sure than "
        "`--min-confidence` (.5) are not reported. Each suggestion has a confidence of its own, the "
        "probability that it is the text as it was typed, and its "
        "[evidence](../concepts/doubtful-word.md#evidence).\n"
    )
    for prefix, title in groups.items():
        rows = [(f"`{kind}`", meaning) for kind, meaning in found.items() if kind.startswith(f"{prefix}.")]
        text.append(f"## {title}\n\n{table(('kind', 'meaning'), rows)}")
    return "\n".join(text)


def checks() -> str:
    """The checks of the translation."""
    rows = [(f"`{name}`", check.label) for name, check in registry("checks").items()]
    return (
        "# Checks\n\nChecks compare the translation with the original, one by one in this order. "
        "`--check-off NAME` switches one off, `--check-off all` all of them. [Flags](flags.md) lists the "
        "kinds of flags that they raise.\n\n"
        f"{table(('check', 'finds'), rows)}"
    )


def cleaning() -> str:
    """The rules of cleaning."""
    rows = [(f"`{rule.name}`", rule.label) for rule in registry("rules")]
    return (
        "# Cleaning rules\n\nThe rules run in this order, each over the text that the rules before it left. "
        "`--off NAME` switches one off. What a rule takes out is kept in the "
        "[ledger](../concepts/provenance.md#the-ledger) with the rule's reason.\n\n"
        f"{table(('rule', 'what it handles'), rows)}"
    )


def features() -> str:
    """The features of the OCR reranker, group by group, with their fitted linear weights."""
    from align.ocr import reranker

    passes = ("first", "draft", "final")
    weights = [reranker.load(name, "with grammar").weights for name in passes]
    intro = (
        "# OCR features\n\nEach feature is one number for each candidate: what the table describes, for the "
        "candidate less the same for the observed text. Features are computed in groups. [Noisy channel and "
        "reranker](../concepts/channel.md) explains how they are weighed and what the passes `first`, "
        "`second`, `draft` and `final` are.\n\nThe columns `first` (also used by the second pass), `draft` "
        "and `final` hold the fitted linear weights for a language with a grammar, in nats for each unit of "
        "the feature: a positive weight means that the feature supports the candidate. An empty cell means "
        "that the weights of that pass do not use the feature. In the final pass a hidden layer adds to the "
        "linear weights, so a weight near 0 there does not mean that a feature is unused.\n\nThe screen and "
        "the `evidence` of the [JSON](json.md) show the sum of a group's contributions under its label.\n"
    )
    text = [intro]
    for group in registry("features"):
        rows = [
            (f"`{name}`", meaning, *(f"{held[name]:.2f}" if name in held else "" for held in weights))
            for name, meaning in group.features.items()
        ]
        phrase = group.phrase.format(aligned="…")
        reason = f" In a reason: “{phrase}”." if phrase else ""
        order = ", ".join(name for name in ("first", "second", *passes[1:]) if name in group.passes)
        text.append(
            f"## `{group.name}`\n\n{first_line(group.compute)}\n\nOn the screen: “{group.label}”.{reason} "
            f"Passes: {order}.\n\n{table(('feature', 'what it is', *passes), rows)}"
        )
    return "\n".join(text)


def schema_file() -> Path | None:
    """The JSON Schema of the JSON export; ``None`` where none is shipped."""
    return max(SCHEMAS.glob("*.json"), default=None)


def json_page() -> str:
    """What the JSON export holds, from its JSON Schema."""
    path = schema_file()
    intro = (
        "# JSON\n\n`align export FILE --to json` and `Bitext.save` write everything that a run found. "
        "Spans are `[start, stop]`, half-open, in code points of the raw file.\n\n"
    )
    if path is None:
        return f"{intro}This version ships no JSON Schema.\n"
    schema = json.loads(path.read_text(encoding="utf-8"))
    return (
        f"{intro}The [JSON Schema]({path.name}) is published with this site; a test validates every export "
        f"against it.\n\n{_properties(schema, schema)}"
    )


def _properties(schema: Mapping[str, Any], whole: Mapping[str, Any], level: int = 2) -> str:
    """A table of an object's keys, then one for each object below it."""
    rows, below = [], []
    required = schema.get("required", ())
    for name, value in schema.get("properties", {}).items():
        resolved = _resolved(value, whole)
        kinds = [_resolved(one, whole) for one in resolved.get("anyOf", (resolved,))]
        inner = _resolved(_items(resolved), whole)
        rows.append(
            (
                f"`{name}`" + ("" if name in required else " (optional)"),
                " or ".join(dict.fromkeys(_type(kind, inner) for kind in kinds)),
                value.get("description") or resolved.get("description", ""),
            )
        )
        nested = next((kind for kind in kinds if "properties" in kind), inner)
        if "properties" in nested and level < 4:
            below.append(f"{'#' * level} `{name}`\n\n{_properties(nested, whole, level + 1)}")
    return "\n".join([table(("key", "type", "meaning"), rows), *below])


def _items(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema of an array's items; empty where they have none of their own."""
    items = value.get("items", {})
    return items if isinstance(items, dict) else {}


def _resolved(value: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema, or what its ``$ref`` points at."""
    reference = value.get("$ref")
    if reference is None:
        return value
    found: Any = whole
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    resolved: Mapping[str, Any] = found
    return resolved


def _type(value: Mapping[str, Any], inner: Mapping[str, Any]) -> str:
    """A type in words: ``array of object``."""
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return " or ".join(f"`{one}`" for one in value["enum"])
    own = value.get("type", "any")
    name = " or ".join(own) if isinstance(own, list) else str(own)
    return f"{name} of {inner['type']}" if name == "array" and isinstance(inner.get("type"), str) else name


def cli() -> str:
    """Every command with its arguments and options; those that all share are listed once."""
    commands = _commands()
    shared = _shared(commands)
    text = ["# Command line\n", "`align COMMAND --help` prints the same in a terminal.\n"]
    for name, (command, context) in commands.items():
        own = [help_ for option, help_ in _options(command, context).items() if help_ != shared.get(option)]
        arguments = [
            one.get_help_record(context) for one in command.params if one.param_type_name != "option"
        ]
        text.append(f"## `align {name}`\n\n{(command.help or '').strip()}\n")
        text.append(f"```text\nalign {name} {' '.join(command.collect_usage_pieces(context))}\n```\n")
        text.append(_helps("argument", arguments) + _helps("option", own))
    text.append("## Options of every command that reads documents\n")
    text.append(_helps("option", shared.values()))
    text.append("## Options of `align` itself, before the command\n")
    text.append(_helps("option", _options(*_group()).values()))
    return "\n".join(text)


@cache
def _commands() -> Mapping[str, tuple[Any, Any]]:
    """Name -> command of typer and its context."""
    group, _ = _group()
    return {
        name: (command, command.context_class(command, info_name=name))
        for name, command in group.commands.items()
    }


def _group() -> tuple[Any, Any]:
    """The command ``align`` of typer and its context."""
    from typer.main import get_command

    group: Any = get_command(registry("app"))
    return group, group.context_class(group, info_name="align")


def _options(command: Any, context: Any) -> dict[str, tuple[str, str]]:  # noqa: ANN401 - typer's own types
    """A command's options by name, as ``--help`` shows them, itself left out."""
    return {
        one.name: help_
        for one in command.get_params(context)
        if one.param_type_name == "option" and one.name != "help" and (help_ := one.get_help_record(context))
    }


def _shared(commands: Mapping[str, tuple[Any, Any]]) -> Mapping[str, tuple[str, str]]:
    """The options that most commands take, by name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for command, context in commands.values():
        for name, help_ in _options(command, context).items():
            found.setdefault(name, []).append(help_)
    return {
        name: same[0] for name, same in found.items() if len(same) * 2 > len(commands) and name != "output"
    }


def _helps(title: str, rows: Iterable[tuple[str, str] | None]) -> str:
    """A table of what ``--help`` shows; nothing for no rows."""
    found = [(f"`{row[0]}`", row[1].replace("[", "\\[")) for row in rows if row]
    return f"{table((title, 'meaning'), found)}\n" if found else ""


def with_inputs(markdown: str) -> str:
    """A page with :data:`INPUTS` replaced by what is read of each format, and what is refused."""
    if INPUTS not in markdown:
        return markdown
    read = [
        (one.name, suffixes(one), one.recognised, read_as(one), one.kept, one.left_out)
        for one in registry("inputs")
    ]
    refused = [(one.name, one.advice) for one in registry("refused")]
    head = ("format", "usual names", "recognised by", "read as", "kept", "left out, and said")
    return markdown.replace(
        INPUTS, f"{table(head, read)}\n{table(('refused', 'what to do'), refused)}".rstrip()
    )


def inputs_table() -> str:
    """The formats of files that are read, for README."""
    rows = [(one.name, suffixes(one), read_as(one)) for one in registry("inputs")]
    return table(("input", "usual names", "read as"), rows).rstrip()


def suffixes(format_: Any) -> str:  # noqa: ANN401 - an InputFormat
    """The ends of files' names, as code."""
    return " ".join(f"`{suffix}`" for suffix in format_.suffixes)


def read_as(format_: Any) -> str:  # noqa: ANN401 - an InputFormat
    """Whether a format is read as text, as ready pairs, or as either."""
    as_text = format_.read_text or format_.read_scan
    kinds = (as_text and "text", format_.read_pairs and "ready pairs")
    return " or ".join(filter(None, kinds))


def with_layers(markdown: str) -> str:
    """A page with each ``<!-- layers: PACKAGE -->`` replaced by that package's contract of imports."""
    return LAYERS.sub(lambda found: layers(found[1]), markdown)


def layers(package: str) -> str:
    """The layers of a package, the highest first, from import-linter's contracts in ``pyproject.toml``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [contract] = [
        one for one in project["tool"]["importlinter"]["contracts"] if one.get("containers") == [package]
    ]
    rows = [(", ".join(f"`{name}`" for name in row.split(" | ")),) for row in contract["layers"]]
    return table((f"`{package}`, from top to bottom",), rows)


def first_line(documented: object) -> str:
    """The first paragraph of a docstring, as Markdown."""
    text = inspect.getdoc(documented) or ""
    return re.sub(r":\w+:(?=`)", "", text.split("\n\n")[0].replace("\n", " ").replace("``", "`"))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def main(folder: Path) -> None:
    """Write every page."""
    for path, text in pages().items():
        out = folder / path
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "reference")
