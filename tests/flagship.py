"""The knowledge base of this repository as finished sites, one per engine, each built once in a run of the tests."""

import os
import shutil
import time
from pathlib import Path

from hornbook.production import build_site
from hornbook.publish import Engine
from tests.where import FLAGSHIP, INPUTS

PREFIX = "hornbook"
"""The folder that a server shows the site in, as `site_url` says."""


def flagship_site(shared: Path, engine: Engine) -> Path:
    """The folder of the site made by `engine`, below `shared/ENGINE/served`; other workers wait for the first."""
    project = shared / engine
    finished = project / "finished"
    shared.mkdir(parents=True, exist_ok=True)
    try:
        project.mkdir()
    except FileExistsError:
        while not finished.exists():
            time.sleep(0.2)
    else:
        try:
            _build(project, engine)
        finally:
            finished.touch()
    return project / "served" / PREFIX


def _build(project: Path, engine: Engine) -> None:
    for name in INPUTS:
        source = FLAGSHIP / name
        if source.is_dir():
            shutil.copytree(source, project / name)
        else:
            shutil.copy(source, project / name)
    served = project / "served"
    served.mkdir()
    result = build_site(project, engine, served / PREFIX)
    (project / "diagnostics").write_text(os.linesep.join(map(str, result.diagnostics)), encoding="utf-8")
