"""What clients of the Model Context Protocol are answered: definitions, verdicts, checked texts, and whose they are."""
