"""Settings as Python code, for the cells of a notebook: those that differ from the defaults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.config import Config

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def config_code(config: Config) -> tuple[str, list[str]]:
    """Settings as code.

    Args:
        config: The settings.

    Returns:
        The expression that makes them, such as ``align.Config(source_language='ru')``, and the imports that
        it needs besides ``align``; an empty expression for the defaults. Both are the same on any system.

    Example:
        >>> config_code(Config(source_language="ru"))
        ("align.Config(source_language='ru')", [])
    """
    given = _changed(config)
    if not given:
        return "", []
    arguments = ", ".join(f"{name}={_as_code(value)}" for name, value in given.items())
    return f"align.Config({arguments})", sorted(
        {line for value in given.values() for line in _imports(value)}
    )


def _changed(settings: DataclassInstance) -> dict[str, Any]:
    """The fields that differ from the defaults."""
    default = type(settings)()
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    return {name: value for name, value in values.items() if value != getattr(default, name)}


def _as_code(value: object) -> str:
    """A setting as a Python expression; sets in order."""
    if is_dataclass(value) and not isinstance(value, type):
        inner = ", ".join(f"{name}={_as_code(part)}" for name, part in _changed(value).items())
        return f"{type(value).__name__}({inner})"
    if isinstance(value, frozenset):
        return f"frozenset({sorted(value)!r})"
    return f"Path({value.as_posix()!r})" if isinstance(value, Path) else repr(value)


def _imports(value: object) -> Iterator[str]:
    """The import lines that the expression of :func:`_as_code` needs."""
    if is_dataclass(value) and not isinstance(value, type):
        yield f"from {type(value).__module__} import {type(value).__name__}"
        for part in _changed(value).values():
            yield from _imports(part)
    elif isinstance(value, Path):
        yield "from pathlib import Path"
