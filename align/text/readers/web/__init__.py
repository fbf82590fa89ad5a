"""Saved web pages and e-books -> text."""
