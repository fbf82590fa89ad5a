"""Where a sentence begins."""
