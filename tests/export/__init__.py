"""Exports of small reviews."""
