"""Names across scripts: transliteration, phonetic comparison, similarity."""
