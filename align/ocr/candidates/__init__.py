"""What each token may have been: candidates from word indexes and rules."""
