"""Text to positioned trees: YAML by its events, each value knowing where it was written."""
