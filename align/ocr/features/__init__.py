"""The features of candidates, in groups, and the registry of them."""
