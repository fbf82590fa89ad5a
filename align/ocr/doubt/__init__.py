"""What the engine that read the page thought of each word: confidences, other glyphs, other readings."""
