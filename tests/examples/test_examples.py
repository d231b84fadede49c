"""Each project in `examples/` is without a fault, and a site with each of the three engines."""

from functools import cache
from pathlib import Path

import pytest

from hornbook.cache import Cache
from hornbook.cache.opening import code_version
from hornbook.production import Result, build_site, examine
from hornbook.publish import Engine
from tests.where import EXAMPLES

PROJECTS = sorted(path.parents[1].name for path in EXAMPLES.glob("*/glossary/glossary.yaml"))
"""Whatever stands there, so that none is left out."""


@cache
def examined(project: str) -> Result:
    return examine(EXAMPLES / project)


@pytest.mark.parametrize("project", PROJECTS)
def test_an_example_has_no_fault_and_nothing_to_warn_of(project: str) -> None:
    assert examined(project).diagnostics == ()


@pytest.mark.parametrize("project", PROJECTS)
def test_an_example_says_what_it_is(project: str) -> None:
    assert f"]({project}/)" in (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert f"hornbook --root examples/{project} serve" in (EXAMPLES / project / "README.md").read_text(encoding="utf-8")


@pytest.mark.thorough
@pytest.mark.parametrize("project", PROJECTS)
def test_an_example_is_a_site_with_each_engine(project: str, tmp_path: Path) -> None:
    """In one test, so that what all engines are given is made once."""
    version = code_version()
    assert version is not None
    kept = Cache(tmp_path / "cache", version)
    for engine in Engine:
        result = build_site(EXAMPLES / project, engine, tmp_path / engine, examined(project), kept)
        assert (engine, result.diagnostics) == (engine, ())
        assert (tmp_path / engine / "index.html").is_file()
