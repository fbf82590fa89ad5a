"""Files that come back from other tools -> decisions on a review."""
