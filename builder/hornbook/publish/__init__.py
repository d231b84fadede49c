"""Makes a site with a site engine, reads it over, and puts it on the disk, whole or not at all."""

from hornbook.publish.engines import Engine, EngineResult, run_engine
from hornbook.publish.finished import check_html, check_links, check_site
from hornbook.publish.tree import Written, adopt_tree, read_tree, write_tree

__all__ = [
    "Engine",
    "EngineResult",
    "Written",
    "adopt_tree",
    "check_html",
    "check_links",
    "check_site",
    "read_tree",
    "run_engine",
    "write_tree",
]
