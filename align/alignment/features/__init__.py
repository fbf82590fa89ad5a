"""What speaks for and against a candidate bead, each kind a named function."""
