"""The extension `hornbook` of Python-Markdown: what brackets become, what is wrong with them, what stays harmless."""

import hashlib
import json
import logging
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from markdown import markdown
from selectolax.lexbor import LexborHTMLParser

from hornbook.markdown_extension import HornbookError
from tests.lint.copies import changed_text, published_text
from tests.where import REPOSITORY

SITE = "https://example.org/shapes/"
SECOND = REPOSITORY / "examples" / "second-site"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "glossary.json").write_text(published_text(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(text: str, **options: Any) -> LexborHTMLParser:
    html = markdown(text, extensions=["hornbook", "tables"], extension_configs={"hornbook": options})
    return LexborHTMLParser(html)


def only(page: LexborHTMLParser, selector: str) -> Any:
    (found,) = page.css(selector)
    return found


@pytest.mark.parametrize(
    ("written", "term", "words"),
    [
        ("[[square]]", "square", "square"),
        ("[[Squares]]", "square", "Squares"),
        ("[[square|four\nequal sides]]", "square", "four equal sides"),
        ("[[quadrate]]", "square", "quadrate"),
        ("| a |\n|---|\n| [[square\\|sides]] |", "square", "sides"),
        ("[[square|<b>&amp; *x*]]", "square", "<b>& *x*"),
    ],
)
def test_a_term_is_a_link_to_its_page_with_its_meaning(written: str, term: str, words: str) -> None:
    link = only(made(written), "a.hornbook-term")
    assert link.attributes["href"] == f"{SITE}terms/{term}/"
    assert link.attributes["title"].startswith("Square: A quadrilateral with four equal sides & four right angles.")
    assert link.text() == words


def test_a_checked_claim_says_what_it_says_and_shows_whose_verdict_it_has() -> None:
    claim = only(made("[[square => rectangle]]"), "span.hornbook-claim.hornbook-follows")
    assert claim.text() == "If square holds, then rectangle holds\N{NO-BREAK SPACE}✓"
    sign = only(claim, "a")
    assert sign.attributes["href"] == f"{SITE}frameworks/plane/"
    assert sign.attributes["title"] == "Follows (Plane & simple)"


def test_a_diagram_is_its_picture_or_where_no_request_is_wanted_a_link() -> None:
    picture = only(made("![[by-definition]]"), "a.hornbook-diagram img")
    assert picture.attributes["src"] == f"{SITE}diagrams/by-definition.svg"
    assert picture.attributes["alt"] == "By definition"
    page = made("![[by-definition]] [[square]] [[square => rectangle]]", images=False)
    assert page.css("img, script, iframe, link") == []
    assert only(page, "a.hornbook-diagram").text() == "By definition"


def test_the_script_for_previews_is_there_once_and_only_where_it_is_asked_for() -> None:
    page = made("[[square]] and [[kite]]", script=True)
    assert only(page, "script").attributes["src"] == f"{SITE}embed/previews.js"
    assert made("No term.", script=True).css("script") == []
    assert made("[[square]]").css("script") == []


@pytest.mark.parametrize(
    ("written", "in_short"),
    [
        ("[[rectangle => square]]", "the converse follows"),
        ("[[parallelogram + equal-diagonals => rectangle]]", "only under a condition"),
        ("[[round => parallelogram]]", "the opposite follows"),
        ("[[equal-diagonals => parallelogram]]", "does not come out so"),
        ("[[square => => nothing]]", "no claim"),
        ("[[sqare]]", "not in the glossary"),
        ("![[nowhere]]", "no such diagram"),
        ("[[javascript:alert(1)]]", "not in the glossary"),
    ],
)
def test_what_cannot_be_shown_is_marked_told_once_with_its_line_and_may_end_the_build(
    written: str, in_short: str, caplog: pytest.LogCaptureFixture
) -> None:
    text = f"One\n\ntwo {written} and {written}"
    with caplog.at_level(logging.WARNING):
        marks = made(text).css("mark.hornbook-wrong")
    assert [mark.text().endswith(f"[{in_short}]") for mark in marks] == [True, True]
    (record,) = caplog.records
    assert record.getMessage().startswith(f"hornbook: line 3: {written}: ")
    with pytest.raises(HornbookError, match=re.escape(written)):
        made(text, strict=True)


def test_a_copy_that_is_missing_changed_or_damaged_marks_everything(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    digest = hashlib.sha256(published_text().encode()).hexdigest()
    assert made("[[square]]", sha256=digest).css("mark") == []
    (folder / "damaged.json").write_text("{", encoding="utf-8")
    wrong: list[dict[str, Any]] = [{"glossary": "no.json"}, {"sha256": "0" * 64}, {"glossary": "damaged.json"}]
    for options, code in zip(wrong, ("outside-missing", "outside-changed", "outside-damaged"), strict=True):
        caplog.clear()
        assert only(made("[[square]]", **options), "mark").text() == "square [the glossary is not here]"
        assert caplog.records[0].getMessage().endswith(f"[{code}]")
        with pytest.raises(HornbookError):
            made("[[square]]", strict=True, **options)


def test_a_copy_that_changes_while_an_engine_serves_is_read_again(folder: Path) -> None:
    assert made("[[kite]]").css("mark") == []
    data = json.loads(published_text())
    data["terms"]["dragon"] = data["terms"].pop("kite")
    (folder / "glossary.json").write_text(json.dumps(data), encoding="utf-8")
    assert len(made("[[kite]]").css("mark")) == 0
    assert only(made("[[dragon]]"), "a").text() == "kite"


def test_code_and_escaped_brackets_stay_what_they_are() -> None:
    page = made("`[[square]]` and \\[[square]] and [[a `b`]]\n\n    [[square]]\n")
    assert page.css("a, mark") == []
    assert page.text().count("[[square]]") == 3


@pytest.mark.parametrize(
    "words", ['"><script>alert(1)</script>', "<img src=x onerror=alert(1)>", "&lt;b&gt;", "\x02x\x03"]
)
def test_hostile_words_of_a_page_or_of_a_copy_stay_words(words: str, folder: Path) -> None:
    terms = json.loads(published_text())["terms"]
    plain = re.sub(r"[\x00-\x1f]", "", words)
    terms["square"] |= {"label": plain[:80], "short": plain, "url": "https://evil.example.com/", "whose": plain}
    terms["kite"] |= {"url": "javascript:alert(1)"}
    (folder / "glossary.json").write_text(changed_text(terms=terms), encoding="utf-8")
    page = made(
        f"[[square]] [[square|{words}]] [[kite]] [[{words}]] ![[by-definition|{words}]] [[square => kite|{words}]]"
    )
    assert page.css("script, iframe, [onerror]") == []
    links = [link.attributes.get("href") or link.attributes.get("src") or "" for link in page.css("[href], [src]")]
    assert all(link.startswith(SITE) for link in links)


def engine_command(engine: str, out: Path) -> list[str]:
    if engine == "zensical":
        return [sys.executable, "-m", "zensical", "build", "--clean"]
    return [sys.executable, "-m", engine, "build", "--strict", "--site-dir", str(out)]


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_the_second_site_is_built_by_each_engine(engine: str, tmp_path: Path) -> None:
    project = tmp_path / "second"
    shutil.copytree(SECOND, project)
    command = engine_command(engine, project / "site")
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "hornbook:" not in ran.stdout + ran.stderr
    page = LexborHTMLParser((project / "site" / "index.html").read_text(encoding="utf-8"))
    article = only(page, "article")
    site = "https://example.org/weather/"
    assert [link.attributes["href"] for link in article.css("a.hornbook-term")] == [
        f"{site}terms/rain/",
        f"{site}terms/wet-ground/",
    ]
    assert len(article.css("span.hornbook-follows")) == 2
    assert len(article.css("span.hornbook-open")) == 1
    assert only(article, "a.hornbook-diagram img").attributes["src"] == f"{site}diagrams/wetting.svg"
    drains = LexborHTMLParser((project / "site" / "drains" / "index.html").read_text(encoding="utf-8"))
    assert len(drains.css("article td span.hornbook-claim")) == 2
    assert page.css("mark") == drains.css("mark") == []


def test_a_claim_that_no_longer_follows_fails_a_strict_build(tmp_path: Path) -> None:
    project = tmp_path / "second"
    shutil.copytree(SECOND, project)
    page = project / "docs" / "index.md"
    text = page.read_text(encoding="utf-8").replace("[[rain => wet-ground]]", "[[wet-ground => rain]]")
    page.write_text(text, encoding="utf-8")
    command = engine_command("mkdocs", project / "site")
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert ran.returncode != 0
    assert "[lint-converse]" in ran.stdout + ran.stderr
