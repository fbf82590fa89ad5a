"""Sentence alignment: sentences of two languages to beads, with calibrated confidence."""
