"""Cleaning rules, one theme a file."""
