"""The command ``cache``.

Annotations are evaluated here: typer reads the options from them.
"""

import sys
from typing import Annotated

import typer

from align.errors import InputError

MB = 1_000_000


def cache(
    *,
    clear: Annotated[bool, typer.Option("--clear", help="Remove it; it is made anew when needed.")] = False,
) -> None:
    """Show what is kept between runs so that they start quickly, or remove it."""
    from align import user_cache  # needs numpy

    if clear:
        try:
            freed = user_cache.clear()
        except OSError as error:
            raise InputError(
                f"expected a folder that can be cleared, {user_cache.folder()}: {error}"
            ) from error
        sys.stdout.write(f"{freed / MB:.1f} MB freed in {user_cache.folder()}\n")
        return
    sizes: dict[str, list[int]] = {}
    for entry in user_cache.entries():
        sizes.setdefault(entry.name, []).append(entry.size)
    lines = [_line(sum(own), f"{name} ({len(own)})") for name, own in sizes.items()]
    total = sum(map(sum, sizes.values()))
    sys.stdout.write("\n".join([*lines, _line(total, f"in {user_cache.folder()}")]) + "\n")


def _line(size: int, what: str) -> str:
    return f"{size / MB:8.1f} MB  {what}"
