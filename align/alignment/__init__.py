"""Vectors and evidence -> beads."""
