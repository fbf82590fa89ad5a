"""One line for the user about a text that the encoder does not know."""

from __future__ import annotations

from align.alignment.encoder_knows import EncoderKnowledge
from align.embed.known_languages import encoders_for, unknown_to


def encoder_note(encoder: str, languages: tuple[str, str], knowledge: EncoderKnowledge) -> str:
    """What was measured, what carried the alignment instead, and which encoders know the languages.

    Args:
        encoder: its name.
        languages: of both sides, ISO 639-1; ``und`` where it is not known.
        knowledge: what the vectors showed.

    Example:
        >>> encoder_note("embedded", ("cs", "en"), EncoderKnowledge(0.31, 0.36, 80)).partition(":")[0]
        'the encoder embedded does not know cs'
    """
    unknown = unknown_to(encoder, [language for language in languages if language != "und"])
    what = f"does not know {' and '.join(unknown)}" if unknown else "says too little of these texts"
    cosines = f"translations {knowledge.partners:.2f}, of other sentences of one side {knowledge.others:.2f}"
    parts = [
        f"the encoder {encoder} {what}: cosine of {cosines}",
        "aligned by lengths, numbers, names and spelling",
    ]
    others = [name for name in encoders_for(languages) if name != encoder]
    if others:
        parts.append(f"encoders that know both languages: {', '.join(others)}")
    return "; ".join(parts)
