"""Pages: the knowledge base as Markdown files with ready-made HTML, one module per kind of page."""
