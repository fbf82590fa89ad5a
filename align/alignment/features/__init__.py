"""Features of candidate beads, in groups; each group is a function of its own."""
