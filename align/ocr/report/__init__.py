"""From probabilities to flags, with an explanation for people."""
