"""What editors are given: schemas with the ids of the project, and a language server."""
