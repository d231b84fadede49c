"""`hornbook serve`: the site on this machine, rebuilt when an input changes, with what the checks find in its pages."""

from hornbook.serve.loop import Voice, serve_project
from hornbook.serve.watch import fingerprint

__all__ = ["Voice", "fingerprint", "serve_project"]
