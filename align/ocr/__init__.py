"""Sentences and beads -> flags."""
