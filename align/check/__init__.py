"""Beads -> flags on what a proof-reader of the translation would mark.

:data:`align.check.registry.CHECKS` lists the checks, :func:`align.check.run.find_checks` runs them.
"""
