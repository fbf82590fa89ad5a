"""Pictures of pages -> pages with their text: rendering, preparing, reading with an OCR engine."""
