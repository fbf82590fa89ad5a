"""Tokens of a text and the candidates that compete for each place."""
