"""Beads -> what a proof-reader of translations would mark."""
