"""What browsers are told of a page: only what is ours runs, even where the checks of finished pages are passed over."""

import base64
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.policy import is_policy, policy, policy_element
from hornbook.publish import Engine, installed_theme
from hornbook.publish.policies import with_policies
from hornbook.publish.theme import Theme

THEME = Theme({}, (re.compile(r'known\("([^"]*)"\)'),))
PAGE = b'<html><head><meta charset="utf-8"><script>%b</script></head></html>'


def policy_in(page: bytes) -> str:
    found = re.search(rb'content="([^"]*)"', page)
    assert found is not None
    return found[1].decode()


def named(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"


def test_a_script_of_the_theme_is_named_and_another_is_not() -> None:
    pages = with_policies(
        {"a.html": PAGE % b'known("..")', "b.html": PAGE % b"evil()"}, frozenset({"a.html", "b.html"}), THEME
    )
    assert named('known("..")') in policy_in(pages["a.html"])
    assert "sha256" not in policy_in(pages["b.html"])


def test_the_policy_stands_before_what_it_is_for_and_once() -> None:
    page = with_policies({"a.html": PAGE % b"x"}, frozenset({"a.html"}), THEME)["a.html"]
    assert page.index(b"Content-Security-Policy") < page.index(b"<script>")
    assert page.count(b"Content-Security-Policy") == 1


def test_what_is_no_page_of_the_engine_stays_as_it_is() -> None:
    files = {"a.html": PAGE % b"x", "b.txt": b'<meta charset="utf-8">'}
    assert with_policies(files, frozenset({"gone.html"}), THEME) == files


@given(st.lists(st.text(max_size=20), max_size=3), st.booleans())
def test_every_policy_is_known_as_one_and_forbids_what_is_not_named(scripts: list[str], styles: bool) -> None:  # noqa: FBT001
    stated = policy(scripts, styles=styles)
    assert is_policy(stated)
    assert policy_element(scripts, styles=styles).count('"') == 4
    assert "unsafe-inline" not in stated.partition("script-src")[2]
    assert "unsafe-eval" not in stated


@pytest.mark.parametrize(
    "weaker",
    [
        "",
        "default-src *",
        policy().replace("'none'", "*"),
        policy(["x"]) + " 'unsafe-inline'",
        policy(["x"]) + " https://evil.example",
        policy() + "; script-src 'self' 'unsafe-inline'",
        policy() + "\n",
    ],
)
def test_a_weaker_policy_is_none_of_ours(weaker: str) -> None:
    assert not is_policy(weaker)


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.PROPERDOCS])
def test_only_a_theme_that_needs_it_may_write_styles(engine: Engine) -> None:
    assert not installed_theme(engine).writes_styles
