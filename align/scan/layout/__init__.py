"""Pages as archives have them, made ready for an OCR engine, and what it read put in order."""
