"""Sentences -> unit vectors."""
