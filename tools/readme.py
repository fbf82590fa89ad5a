"""Renew what README and the tutorial show of the program and of the measured figures.

    python tools/readme.py          writes README.md and docs/tutorial.md
    python tools/readme.py --check  exits 1 where one of them would change

Between ``<!-- show -->`` and ``<!-- /show -->`` of the tutorial stands what ``align show`` prints for the
letter of 5 October 1950, shortened to the first beads and the summary; between ``<!-- figures -->`` and
``<!-- /figures -->`` of README the rows of ``docs/benchmarks/*.json`` that are meant for it; between
``<!-- inputs -->`` and ``<!-- /inputs -->`` the formats of files that are read.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from docs_figures import readme_table
from docs_reference import inputs_table

from align.api import align_file
from align.bitext import Bitext
from align.render import to_text

ROOT = Path(__file__).parents[1]
README, TUTORIAL = ROOT / "README.md", ROOT / "docs" / "tutorial.md"
LETTER = ROOT / "seeds" / "002_e3cea84825fd0a83.txt"
BEADS = 6


def excerpt(bitext: Bitext) -> str:
    """Head, first beads and summary of what a terminal of 100 columns shows."""
    shown = to_text(bitext, width=100)
    rest = shown.index(f"\n{BEADS + 1:>5} ")
    summary = shown.index(f"\n{len(bitext.alignment.beads)} beads")
    return shown[:rest] + "\n    …\n" + shown[summary:].rstrip("\n")


def renewed(text: str, name: str, block: str) -> str:
    """The text with the block between the comments of that name."""
    pattern = rf"(<!-- {name} -->\n).*?(\n<!-- /{name} -->)"
    return re.sub(pattern, lambda found: found[1] + block + found[2], text, flags=re.DOTALL)


def main() -> int:
    """Write or check both files."""
    shown = f"```text\n{excerpt(align_file(LETTER))}\n```"
    changed = False
    blocks = (
        (README, "inputs", inputs_table()),
        (README, "figures", readme_table()),
        (TUTORIAL, "show", shown),
    )
    for path, name, block in blocks:
        text = path.read_text(encoding="utf-8")
        new = renewed(text, name, block)
        changed |= new != text
        if "--check" not in sys.argv[1:]:
            path.write_text(new, encoding="utf-8")
    return int(changed and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
