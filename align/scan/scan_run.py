"""What the reading of one scan is given."""

from __future__ import annotations

from dataclasses import dataclass

from align.progress import Progress, no_progress
from align.scan.scan_config import ScanConfig


@dataclass(frozen=True)
class ScanRun:
    """The reading of one file.

    Attributes:
        config: The settings.
        languages: Of its text, ISO 639-1, as far as the user names them.
        progress: Called with each step.
    """

    config: ScanConfig = ScanConfig()
    languages: tuple[str, ...] = ()
    progress: Progress = no_progress
