"""Tests of what ``import align`` offers."""
