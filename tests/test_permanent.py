"""The rules for w3id.org, as the page on addresses that last has them: interpreted, and held against what a site has.

The interpreter knows as much of Apache's mod_rewrite as the page uses, in the context of a folder, where the path
begins behind the folder: https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

import pytest

from hornbook.addresses import GLOSSARY_DATA, SKOS_JSON_LD, SKOS_TURTLE, files_of, pages_of
from tests.examined import examined
from tests.where import REPOSITORY, SAMPLE

PAGE = (REPOSITORY / "docs" / "permanent.md").read_text(encoding="utf-8")
LATEST, ROOT = "https://example.org/words/latest/", "https://example.org/words/"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@dataclass(frozen=True)
class Rule:
    pattern: str
    target: str
    flags: frozenset[str]
    accepts: tuple[str, ...]
    """What must be asked for."""


def rules() -> list[Rule]:
    """The rules of the page; a line that is none of what is known here is a mistake."""
    (block,) = re.findall(r"```apache\n(.*?)```", PAGE, re.DOTALL)
    found: list[Rule] = []
    conditions: list[str] = []
    for line in filter(None, (line for line in block.split("\n") if not line.startswith("#"))):
        word, *parts = line.split()
        match word, parts:
            case "Options", ["+FollowSymLinks"]:
                pass
            case "RewriteEngine", ["on"]:
                pass
            case "RewriteCond", ["%{HTTP_ACCEPT}", pattern, "[NC]"]:
                conditions.append(pattern)
            case "RewriteRule", [pattern, target, flags]:
                found.append(Rule(pattern, target, frozenset(flags[1:-1].split(",")), tuple(conditions)))
                conditions = []
            case _:
                pytest.fail(line)
    assert not conditions
    return found


RULES = rules()


def leads(path: str, accept: str = BROWSER) -> str:
    """Where a path behind the name leads, as Apache answers: without `NE` it escapes the target again."""
    for rule in RULES:
        found = re.search(rule.pattern, path)
        if found and all(re.search(one, accept, re.IGNORECASE) for one in rule.accepts):
            assert {"R=303", "L"} <= rule.flags
            target = rule.target.replace("$1", (found.groups() or ("",))[0] or "")
            target = target.replace("$2", found[2] or "") if "$2" in target else target
            return target if "NE" in rule.flags else quote(target, safe=":/")
    raise AssertionError(path)


@pytest.mark.parametrize(
    ("path", "accept", "target"),
    [
        ("", BROWSER, LATEST),
        ("terms/rain/", BROWSER, f"{LATEST}terms/rain/"),
        ("terms/rain", BROWSER, f"{LATEST}terms/rain"),
        ("", "text/turtle", f"{LATEST}{SKOS_TURTLE}"),
        ("terms/rain/", "text/turtle", f"{LATEST}{SKOS_TURTLE}"),
        ("terms/", "Text/Turtle;q=0.9, */*;q=0.1", f"{LATEST}{SKOS_TURTLE}"),
        ("frameworks/farm", "application/ld+json", f"{LATEST}{SKOS_JSON_LD}"),
        ("terms/rain/", "application/json", f"{LATEST}{GLOSSARY_DATA}"),
        ("terms/rain/", "application/ldXjson", f"{LATEST}terms/rain/"),
        ("faq/why/", "text/turtle", f"{LATEST}faq/why/"),
        ("terms/rain/more", "text/turtle", f"{LATEST}terms/rain/more"),
        ("api/v1/claims.json", "application/json", f"{LATEST}api/v1/claims.json"),
        ("2026-11-21", BROWSER, f"{ROOT}2026-11-21/"),
        ("2026-11-21/", "text/turtle", f"{ROOT}2026-11-21/"),
        ("2026-11-21/terms/rain/", BROWSER, f"{ROOT}2026-11-21/terms/rain/"),
        (f"2026-11-21/{SKOS_TURTLE}", "text/turtle", f"{ROOT}2026-11-21/{SKOS_TURTLE}"),
        ("dev", BROWSER, LATEST),
        ("development/", BROWSER, f"{LATEST}development/"),
        ("dev/terms/rain/", BROWSER, f"{LATEST}terms/rain/"),
    ],
)
def test_a_path_leads_where_the_page_says(path: str, accept: str, target: str) -> None:
    assert leads(path, accept) == target


def test_every_page_and_file_of_a_site_is_reached_under_its_own_path() -> None:
    knowledge = examined(SAMPLE).knowledge
    for path in sorted(pages_of(knowledge) | files_of(knowledge)):
        assert leads(path) == f"{LATEST}{path}"
        assert leads(f"2026-11-21/{path}") == f"{ROOT}2026-11-21/{path}"


def test_what_data_are_given_for_is_there() -> None:
    files = files_of(examined(SAMPLE).knowledge)
    for accept in ("text/turtle", "application/ld+json", "application/json"):
        assert leads("terms/square/", accept).removeprefix(LATEST) in files


def test_nobody_is_led_to_another_host() -> None:
    for path in ("//evil.example/", "http://evil.example/", "\\evil.example", "dev//evil.example", "2026-11-21//evil"):
        assert leads(path).startswith(ROOT)


def test_the_commands_for_a_snapshot_name_one_day() -> None:
    (block,) = re.findall(r"```console\n(git tag.*?)```", PAGE, re.DOTALL)
    assert {*re.findall(r"\d{4}-\d\d-\d\d", block)} == {"2026-11-21"}
    expression = re.findall(r"sed -i '([^']+)'", block)[0].split("|")
    text = (SAMPLE / "glossary/glossary.yaml").read_text(encoding="utf-8")
    changed, times = re.subn(expression[1], expression[2], text, flags=re.MULTILINE)
    assert times == 1
    assert "site_url: https://example.org/words/2026-11-21/\n" in changed
