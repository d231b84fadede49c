"""Peers are measured with our content, a large framework is one in several files, and no drawing is laid out twice."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import vocabularies
from benchmarks.as_sphinx import as_needs, as_sphinx
from benchmarks.vocabularies import clustered, write
from hornbook import spread
from hornbook.diagrams import layout
from hornbook.production import examine
from hornbook.site import build
from tests.where import REPOSITORY

TERMS, A_FRAMEWORK = 20, 10


@pytest.mark.parametrize(("convert", "drawing"), [(as_sphinx, ".. graphviz::"), (as_needs, ".. needflow::")])
def test_the_peers_get_every_record_every_implication_and_as_many_drawings(
    convert: Callable[[dict[str, str]], dict[str, str]], drawing: str
) -> None:
    files = clustered(TERMS, A_FRAMEWORK)
    made = convert(files)
    records = [path for path in files if re.match("glossary/(terms|frameworks|faq)/", path)]
    assert {path.replace("glossary/", "").replace(".yaml", ".rst") for path in records} <= made.keys()
    frameworks = "".join(files[path] for path in records if "/frameworks/" in path)
    written = "".join(text for path, text in made.items() if path.startswith("frameworks/author"))
    assert written.count("* if :doc:") == frameworks.count("  - id: r-") > 0
    mentioned = {word for line in re.findall("(?:if|then): (.*)", frameworks) for word in re.findall("[a-z-]+", line)}
    drawn = {path for path, text in made.items() if drawing in text}
    assert drawn == {f"terms/{term}.rst" for term in mentioned}


@pytest.mark.parametrize("convert", [as_sphinx, as_needs])
def test_the_links_of_the_peers_lead_to_their_pages(convert: Callable[[dict[str, str]], dict[str, str]]) -> None:
    made = convert(clustered(TERMS, A_FRAMEWORK))
    led = {target for text in made.values() for target in re.findall(":doc:`/([^`]+)`", text)}
    assert led
    assert {f"{target}.rst" for target in led} <= made.keys()


def test_the_files_of_drawings_take_the_layouts_of_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def layouts(more: str) -> int:
        folder = tmp_path / (more[:3] or "all")
        files = clustered(TERMS, A_FRAMEWORK)
        write(files | {"glossary/glossary.yaml": files["glossary/glossary.yaml"] + more}, folder)
        reasoning = examine(folder).reasoning
        assert reasoning is not None
        layout._laid_out.cache_clear()
        drawn = [path for path in build(reasoning, {}) if "/author-000/" in path and path.endswith("ness.svg")]
        assert bool(drawn) != bool(more)
        return layout._laid_out.cache_info().misses

    monkeypatch.setattr(spread, "cores", lambda: 1)
    assert layouts("") == layouts("outputs: {neighbourhoods: []}\n") >= TERMS


def test_a_framework_too_large_for_one_file_is_divided_and_has_all_implications(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = clustered(TERMS)
    monkeypatch.setattr(vocabularies, "_MOST", TERMS - 1)
    divided = clustered(TERMS)
    files = [path for path in divided if "/frameworks/" in path]
    assert len(files) == 3
    assert divided.keys() - set(files) == whole.keys() - {"glossary/frameworks/author-000.yaml"}
    said = [Counter(re.findall("if: .*\n.*then: .*", one[path])) for one, path in _frameworks(whole, divided)]
    assert said[0] == sum(said[1:], Counter()) != Counter()
    write(divided, tmp_path)
    reasoning = examine(tmp_path).reasoning
    assert reasoning is not None
    assert len(reasoning.knowledge.frameworks["author-000"].all_implications) == 2 * TERMS


@pytest.mark.parametrize(("terms", "a_framework"), [(1, 0), (2, 0), (3, 0), (5, 0), (7, 2), (7, 3), (11, 10)])
def test_few_terms_make_a_vocabulary_with_as_many_implications_as_there_can_be(
    terms: int, a_framework: int, tmp_path: Path
) -> None:
    write(clustered(terms, a_framework), tmp_path)
    findings = examine(tmp_path).diagnostics
    assert {one.code for one in findings if one.severity == "error"} <= {"ids-changed"}


@pytest.mark.parametrize("terms", ["0", "-1", "some"])
def test_what_is_no_number_of_terms_is_refused(terms: str, tmp_path: Path) -> None:
    called = [sys.executable, "-m", "benchmarks.vocabularies", "--", str(tmp_path), terms]
    ended = subprocess.run(called, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (ended.returncode, f"there is no vocabulary of `{terms}` terms" in ended.stderr) == (2, True)
    assert not any(tmp_path.iterdir())


def _frameworks(*made: dict[str, str]) -> list[tuple[dict[str, str], str]]:
    return [(one, path) for one in made for path in one if "/frameworks/" in path]
