"""Positioned trees to records: one reader for every kind, led by the declarations of the model."""
