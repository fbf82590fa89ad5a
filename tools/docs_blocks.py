"""The code blocks of a Markdown text, and the directives for the tests in their info strings.

The first word of an info string is the block's language. Words after it are directives:

    ```python model          the block needs the encoder or other models
    ```sh skip="opens JupyterLab"   the block is not run, and why

Browsers and GitHub show neither; :func:`without_directives` takes them out before mkdocs renders a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>[\w-]+)(?P<info>[^\n`]*)\n(?P<code>.*?)^(?P=indent)```[ ]*$",
    re.MULTILINE | re.DOTALL,
)
SKIP = re.compile(r' skip="([^"]+)"')


@dataclass(frozen=True)
class Block:
    """``line``: of the opening fence, from 1. ``skip``: why the block is not run; ``None`` where it is."""

    language: str
    code: str
    line: int
    model: bool = False
    skip: str | None = None


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a Markdown text, in order, their code without the fence's indentation."""
    for found in FENCE.finditer(text):
        why = SKIP.search(found["info"])
        rest = SKIP.sub("", found["info"]).split()
        if rest not in ([], ["model"]):
            raise ValueError(f"expected 'model' or skip=\"…\" after the language, got {found['info']!r}")
        yield Block(
            found["language"],
            re.sub(f"^{found['indent']}", "", found["code"], flags=re.MULTILINE),
            text.count("\n", 0, found.start()) + 1,
            bool(rest),
            why[1] if why else None,
        )


def without_directives(text: str) -> str:
    """The text, each info string cut to the language."""
    return FENCE.sub(
        lambda found: f"{found['indent']}```{found['language']}\n{found['code']}{found['indent']}```", text
    )
