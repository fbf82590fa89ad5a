"""The noisy channel: what it costs that a typed text was read as another."""
