"""Renew README's picture of the letter from the program itself.

    python tools/readme.py          writes README.md
    python tools/readme.py --check  exits 1 where README.md is not what the program shows

The block between `<!-- show -->` and `<!-- /show -->` is what `align show` prints on the letter of
5 October 1950, shortened to the first beads and the summary.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from align.api import align_file
from align.bitext import Bitext
from align.render import to_text

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
LETTER = ROOT / "seeds" / "002_e3cea84825fd0a83.txt"
BEADS = 6


def excerpt(bitext: Bitext) -> str:
    """Head, first beads and summary of what a terminal of 100 columns shows."""
    shown = to_text(bitext, width=100)
    rest = shown.index(f"\n{BEADS + 1:>5} ")
    summary = shown.index(f"\n{len(bitext.alignment.beads)} beads")
    return shown[:rest] + "\n    …\n" + shown[summary:].rstrip("\n")


def renewed(text: str, block: str) -> str:
    """README with the block in its place."""
    pattern = r"(<!-- show -->\n```text\n).*?(\n```\n<!-- /show -->)"
    return re.sub(pattern, lambda found: found[1] + block + found[2], text, flags=re.DOTALL)


def main() -> int:
    """Write or check README."""
    text = README.read_text(encoding="utf-8")
    new = renewed(text, excerpt(align_file(LETTER)))
    if "--check" in sys.argv[1:]:
        return int(new != text)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
