"""The translator's review."""
