"""Renew review.ipynb, the review of the letter of 5 October 1950.

python tools/notebook.py          writes review.ipynb
python tools/notebook.py --check  exits 1 where review.ipynb is not what `align review` writes
"""

from __future__ import annotations

import sys
from pathlib import Path

from align.config import Config
from align.notebook import notebook

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "review.ipynb"
LETTER = Path("seeds/002_e3cea84825fd0a83.txt")


def main() -> int:
    """Write or check the notebook."""
    new = notebook(LETTER, None, Config(), journal="review.jsonl")
    if "--check" in sys.argv[1:]:
        return int(new != NOTEBOOK.read_text(encoding="utf-8"))
    NOTEBOOK.write_text(new, encoding="utf-8", newline="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
