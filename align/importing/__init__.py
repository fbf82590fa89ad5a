"""Changes made in an exported file -> decisions of the review."""
