"""What commands share: aligning, while it is shown how far that is."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from align.cli.progress import shown_progress, tell_of_first_run

if TYPE_CHECKING:
    from align.bitext import Bitext
    from align.config import Config


def aligned(file: Path, target: Path | None, config: "Config", *, fresh: bool) -> "Bitext":
    """The bitext of the files: as it was kept of an earlier run, unless it is wanted ``fresh``."""
    tell_of_first_run()
    with shown_progress() as progress:
        from align.api import open_file

        return open_file(file, target, config, fresh=fresh, progress=progress)


def with_every_flag(config: "Config") -> "Config":
    """The same settings, with OCR flags of every confidence."""
    return replace(config, ocr=replace(config.ocr, min_confidence=0.0))
