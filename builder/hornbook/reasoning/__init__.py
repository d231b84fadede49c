"""Questions about a knowledge base: its scopes as theories, its claims as outcomes, proofs as sentences."""
