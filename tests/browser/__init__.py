"""The review in a real browser."""
