"""Renew the picture of a report in docs/how-to/archive.md, from the report on a made collection.

    python tools/make_collection.py OUT --documents 48
    align corpus OUT/manifest.tsv -o OUT/tables --bitexts
    python tools/archive_picture.py OUT/tables/report.html

Writes docs/how-to/archive-report.png. Needs Chromium (`ALIGN_CHROMIUM`, by default Debian's).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from screenshots import FLAGS, ROOT

PICTURE = ROOT / "docs" / "how-to" / "archive-report.png"
WIDTH, HEIGHT = 1000, 900
"""Pixels: the head of the report."""


def main() -> None:
    """Write the picture."""
    from playwright.sync_api import sync_playwright

    report = Path(sys.argv[1])
    with sync_playwright() as driver:
        chromium = os.environ.get("ALIGN_CHROMIUM", "/usr/bin/chromium")
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(report.resolve().as_uri())
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
