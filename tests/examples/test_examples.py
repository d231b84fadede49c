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


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """What one engine is given is what the next one is given, so it is made once."""
    version = code_version()
    assert version is not None
    return Cache(tmp_path_factory.mktemp("cache"), version)


@pytest.mark.parametrize("project", PROJECTS)
def test_an_example_has_no_fault_and_nothing_to_warn_of(project: str) -> None:
    assert examined(project).diagnostics == ()


@pytest.mark.parametrize("project", PROJECTS)
def test_an_example_says_what_it_is(project: str) -> None:
    assert f"]({project}/)" in (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert f"hornbook --root examples/{project} serve" in (EXAMPLES / project / "README.md").read_text(encoding="utf-8")


@pytest.mark.thorough
@pytest.mark.parametrize("engine", list(Engine))
@pytest.mark.parametrize("project", PROJECTS)
def test_an_example_is_a_site(project: str, engine: Engine, kept: Cache, tmp_path: Path) -> None:
    result = build_site(EXAMPLES / project, engine, tmp_path / "site", examined(project), kept)
    assert result.diagnostics == ()
    assert (tmp_path / "site" / "index.html").is_file()
