"""Rules that generate candidates, one theme a file."""
