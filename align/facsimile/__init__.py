"""Pages as an OCR engine saw them: boxes of blocks, lines and words, confidences, pictures."""
