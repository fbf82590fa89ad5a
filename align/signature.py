"""Which versions, models and settings a result was computed with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Signature:
    """The provenance of a result.

    Attributes:
        align: Version of this package.
        encoder: Name of the encoder; ``None`` if nothing was compared.
        encoder_sha256: Of the encoder's weights, where they are known.
        spacy: Version of spaCy.
        config: :meth:`align.Config.fingerprint` of the settings.
        seconds: Duration of the run.
    """

    align: str
    encoder: str | None
    encoder_sha256: str | None
    spacy: str
    config: str
    seconds: float
