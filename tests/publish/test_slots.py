"""What an engine need not read is kept from it, and stands in its pages as if it had read it."""

import json
import re
import sys
from pathlib import Path

import pytest

from hornbook.production import build_sources, examine
from hornbook.publish import Engine, read_tree, run_engine
from hornbook.publish.search_index import texts_for_search, weighed_search
from hornbook.publish.slots import filled, slotted, with_parts, with_slots
from tests.sample_copy import copy_of_sample

LONG = "<p>" + "much " * 200 + "</p>"
PAGE = f'---\ntitle: "X"\n---\n\n# X {{ #x }}\n\n{LONG}\n\n## Y {{ #y }}\n\n<p>little</p>\n\n## Z {{ #z }}\n\n{LONG}\n'


def test_the_engine_gets_headings_and_for_the_rest_a_slot() -> None:
    page = slotted(PAGE.encode())
    text = page.markdown.decode()
    assert text.startswith('---\ntitle: "X"\n---\n')
    assert [line for line in text.splitlines() if line.startswith("#")] == ["# X { #x }", "## Y { #y }", "## Z { #z }"]
    assert "much" not in text
    assert page.parts == (LONG.encode(), b"<p>little</p>", LONG.encode())


@pytest.mark.parametrize("text", ["", "\n", "# X { #x }\n", "---\ntitle: 1\n---\n", "---\n---\n\n\n"])
def test_a_page_with_nothing_but_headings_stays(text: str) -> None:
    page = slotted(text.encode())
    assert page.markdown.decode().split() == text.split()
    assert page.parts == ()


def test_what_a_heading_leads_to_is_there_for_engines_that_check_links() -> None:
    heading = '# X <a href="../b/#n%s">1</a> { #x }'
    sources = {
        "docs/a/index.md": f"{heading % 1}\n\n<p>a</p>\n".encode(),
        "docs/b/index.md": b'# Y { #y }\n\n<p id="n1">a</p><p id="n2">b</p>\n',
    }
    light, parts = with_slots(sources)
    assert b'<section data-kb-slot="0"><i id="n1"></i></section>' in light["docs/b/index.md"]
    files, found = with_parts({"b/index.html": light["docs/b/index.md"]}, parts)
    assert found == ()
    assert files["b/index.html"].count(b'id="n1"') == 1


def test_what_search_makes_sections_of_is_left_to_the_engine() -> None:
    names = '<div class="kb-names" hidden=""><h6 id="called-a">A</h6><p>Also A.</p></div>'
    inner = '<h3 id="in">In <em>it</em></h3>'
    page = slotted(f"# X {{ #x }}\n\n{names}{LONG}{inner}{LONG}\n".encode())
    assert f'<section data-kb-slot="0">{names}{inner}</section>' in page.markdown.decode()
    finished = page.markdown.replace(b"# X", b"<h1>X</h1>")
    assert f"{names}{LONG}{inner}{LONG}".encode() in (filled(finished, page.parts) or b"")


def test_what_stands_in_a_part_is_never_taken_for_a_slot() -> None:
    tricky = f'{LONG}<section data-kb-slot="1"></section>\\1\\g<0>'
    page = slotted(f"{tricky}\n\n# X {{ #x }}\n\n{LONG}".encode())
    assert (filled(page.markdown, page.parts) or b"").count(b"much") == len(re.findall("much", tricky + LONG))


def test_how_deep_templates_are_indented_is_not_repeated_on_every_page() -> None:
    kept = b"<pre>\n  <b>a</b>\n\n b</pre><script>\n  x = 1\n</script>"
    frame = b"<body>\n\n   <p>a  b\n  c</p>\r\n\t\n" + kept + b'\n <section data-kb-slot="0"></section>\n</body>'
    part = b"<p>\n  d</p>"
    assert filled(frame, (part,)) == b"<body>\n<p>a  b\nc</p>\n" + kept + b"\n" + part + b"\n</body>"


@pytest.mark.parametrize("times", [0, 2])
def test_a_slot_that_an_engine_loses_or_doubles_is_an_error(times: int) -> None:
    slot = b'<section data-kb-slot="0"></section>'
    files, found = with_parts({"a/index.html": slot * times, "b.txt": b""}, {"a/index.html": (b"x",)})
    assert [(one.code, one.place.path) for one in found] == [("html-missing", "a/index.html")]
    assert files == {"a/index.html": slot * times, "b.txt": b""}


def test_a_page_that_is_missing_altogether_is_told_elsewhere() -> None:
    assert with_parts({}, {"a/index.html": (b"x",)}) == ({}, ())


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.ZENSICAL])
def test_the_site_is_the_same_as_if_the_engine_had_read_everything(tmp_path: Path, engine: Engine) -> None:
    project = copy_of_sample(tmp_path / "project")
    assert not build_sources(project, examine(project)).failed
    sources = read_tree(project / "build")
    assert isinstance(sources, dict)
    light, parts = with_slots(sources)
    whole = made(engine, tmp_path / "whole", sources)
    quick, found = with_parts(made(engine, tmp_path / "light", light), parts)
    assert found == ()
    assert whole.keys() == quick.keys()
    for path, data in whole.items():
        if path.endswith(".html"):
            assert without_space(quick[path]) == without_space(data), path
    of_quick, of_whole = (weighed_search(files, texts_for_search(files)) for files in (quick, whole))
    if engine is Engine.MKDOCS:
        assert of_quick == of_whole != {}
    else:  # without slots it takes out what says that a text is not to be searched, and so it is
        assert found_in(of_quick["search.json"]) == found_in(of_whole["search.json"]) != []


def found_in(index: bytes) -> list[str]:
    return [entry["location"] for entry in json.loads(index)["items"]]


def made(engine: Engine, folder: Path, sources: dict[str, bytes]) -> dict[str, bytes]:
    for path, data in sources.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    result = run_engine(engine, folder, 0, Path(sys.executable))
    assert result.status == 0, result
    files = read_tree(folder / "site")
    assert isinstance(files, dict), files
    return files


def without_space(page: bytes) -> bytes:
    return re.sub(rb"\s+", b"", page.replace(b' data-search-exclude=""', b""))  # Zensical takes it out
