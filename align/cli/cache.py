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
    found = user_cache.entries()
    lines = [f"{entry.size / MB:8.1f} MB  {entry.name}" for entry in found]
    total = sum(entry.size for entry in found)
    sys.stdout.write("\n".join([*lines, f"{total / MB:8.1f} MB  in {user_cache.folder()}"]) + "\n")
