"""Numbers, dates and Roman numerals."""
