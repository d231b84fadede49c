"""The bibliography for other programs: read back, it says what the sources say."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.exports import bibtex, csl_json
from hornbook.model import Seen, Source
from hornbook.model.author_names import PersonName, authors_of, person_name
from hornbook.model.notation import ID_PATTERN
from tests.made import HERE, knowledge_base

PLAIN = Source(
    id="one-2020",
    author=("Ada Lovelace", "Chris van Merwijk", "OpenAI"),
    title="A {title} with 100% of $pecial & odd_characters #1 ~ ^ \\",
    issued="2020-11-09",
    container_title="A Journal",
    url="https://example.org/a_b?c=1#d",
    seen=Seen.YES,
    place=HERE,
)


def read_bibtex(written: str) -> dict[str, dict[str, str]]:
    """A reader of the part of BibTeX that is written: records of fields in balanced braces, or of one word.

    As in BibTeX a brace counts whether or not a backslash stands before it, and text between records is a comment.
    """
    found: dict[str, dict[str, str]] = {}
    at = 0
    while match := re.compile(r"\s*@misc\{([^,]+),").match(written, at):
        fields: dict[str, str] = {}
        at = match.end()
        while field := re.compile(r"\s*(\w+) = ").match(written, at):
            fields[field[1]], at = _value(written, field.end())
            assert written[at] == ","
            at += 1
        closed = re.compile(r"\s*\}").match(written, at)
        assert closed is not None
        at = closed.end()
        found[match[1]] = fields
    assert not written[at:].strip()
    return found


def _value(written: str, at: int) -> tuple[str, int]:
    if written[at] != "{":
        word = re.compile(r"\w+").match(written, at)
        assert word is not None
        return word[0], word.end()
    depth, start = 0, at
    while True:
        depth += {"{": 1, "}": -1}.get(written[at], 0)
        at += 1
        if depth == 0:
            return written[start + 1 : at - 1], at


def _unescaped(words: str) -> str:
    named = {r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}
    named |= {r"\textbraceleft{}": "{", r"\textbraceright{}": "}"}
    named |= {r"\textless{}": "<", r"\textgreater{}": ">", r"\textbar{}": "|"}
    pattern = "|".join(re.escape(name) for name in named)
    return re.sub(rf"{pattern}|\\(.)", lambda found: named.get(found[0]) or found[1], words)


def test_a_source_is_read_back_from_bibtex() -> None:
    fields = read_bibtex(bibtex(knowledge_base(sources=[PLAIN])).decode())["one-2020"]
    assert fields["author"] == "Lovelace, Ada and van Merwijk, Chris and {OpenAI}"
    assert _unescaped(fields["title"]) == f"{{{PLAIN.title}}}"
    assert (fields["year"], fields["month"]) == ("2020", "nov")
    assert fields["url"] == PLAIN.url
    assert "note" not in fields


def test_a_source_is_read_back_from_csl_json() -> None:
    (item,) = json.loads(csl_json(knowledge_base(sources=[PLAIN])))
    assert item == {
        "id": "one-2020",
        "type": "webpage",
        "title": PLAIN.title,
        "author": [
            {"given": "Ada", "family": "Lovelace"},
            {"given": "Chris", "non-dropping-particle": "van", "family": "Merwijk"},
            {"literal": "OpenAI"},
        ],
        "issued": {"date-parts": [[2020, 11, 9]]},
        "container-title": "A Journal",
        "URL": PLAIN.url,
    }


def test_what_is_not_known_is_left_out_and_what_is_not_verified_is_said() -> None:
    bare = replace(
        PLAIN, author=(), issued=None, container_title=None, url=None, seen=Seen.NO, unverified="Its year is a guess."
    )
    fields = read_bibtex(bibtex(knowledge_base(sources=[bare])).decode())["one-2020"]
    assert fields.keys() == {"title", "note"}
    assert fields["note"] == "Not verified. Its year is a guess."
    (item,) = json.loads(csl_json(knowledge_base(sources=[bare])))
    assert item.keys() == {"id", "type", "title", "note"}
    assert item["type"] == "document"


def test_a_remark_on_further_authors_is_no_name() -> None:
    some = replace(PLAIN, author=("Ada Lovelace", "and about 30 co-authors"))
    assert (
        read_bibtex(bibtex(knowledge_base(sources=[some])).decode())["one-2020"]["author"] == "Lovelace, Ada and others"
    )
    (item,) = json.loads(csl_json(knowledge_base(sources=[some])))
    assert item["author"] == [{"given": "Ada", "family": "Lovelace"}]
    assert item["note"] == "Authors: Ada Lovelace, and about 30 co-authors."


def test_a_site_that_publishes_under_its_own_name_is_a_group() -> None:
    site = replace(PLAIN, author=("Neural Network Lexicon",), container_title="Neural Network Lexicon, a website")
    assert authors_of(site).names == ("Neural Network Lexicon",)


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ada Lovelace", PersonName("Ada", "", "Lovelace")),
        ("Pedro A. Ortega", PersonName("Pedro A.", "", "Ortega")),
        ("Dan Mané", PersonName("Dan", "", "Mané")),
        ("Chris van der Merwijk", PersonName("Chris", "van der", "Merwijk")),
        ("Flannery O’Connor", PersonName("Flannery", "", "O’Connor")),
        ("OpenAI", None),
        ("DeepMind safety team", None),
        ("The Foundation to Save Humanity", None),
        ("van Gogh", None),
        ("Ada Lovelace, Countess", None),
        ("Ada AND Charles", None),
        ("Group 5", None),
        ("", None),
    ],
)
def test_only_what_is_surely_a_person_s_name_is_taken_apart(author: str, expected: PersonName | None) -> None:
    assert person_name(author) == expected


def test_an_empty_bibliography_is_an_empty_list() -> None:
    assert bibtex(knowledge_base()) == b""
    assert json.loads(csl_json(knowledge_base())) == []


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30)
hostile = words | st.text(st.sampled_from('{}\\"@,=%#<>| \n\tab'), min_size=1, max_size=30)
keys = st.lists(st.from_regex(rf"\A{ID_PATTERN}\Z"), min_size=1, max_size=3, unique=True)


@given(hostile, hostile, st.none() | hostile)
def test_no_text_breaks_either_format(title: str, author: str, container: str | None) -> None:
    source = replace(PLAIN, title=title, author=(author,), container_title=container)
    fields = read_bibtex(bibtex(knowledge_base(sources=[source])).decode())["one-2020"]
    assert _unescaped(fields["title"]) == f"{{{title}}}"
    (item,) = json.loads(csl_json(knowledge_base(sources=[source])))
    assert item["title"] == title
    assert item.get("container-title") == container


@given(keys, st.data())
def test_whatever_sources_hold_each_is_one_record_under_its_key(names: list[str], data: st.DataObject) -> None:
    sources = [
        replace(
            PLAIN,
            id=name,
            title=data.draw(hostile),
            author=tuple(data.draw(st.lists(hostile, max_size=2))),
            issued=data.draw(st.sampled_from([None, "2020", "2020-11", "2020-11-09"])),
            container_title=data.draw(st.none() | hostile),
            url=data.draw(st.none() | hostile),
            seen=data.draw(st.sampled_from(Seen)),
            unverified=data.draw(st.none() | hostile),
        )
        for name in names
    ]
    written = bibtex(knowledge_base(sources=sources)).decode()
    assert list(read_bibtex(written)) == names
    assert [item["id"] for item in json.loads(csl_json(knowledge_base(sources=sources)))] == names


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.b/}}@article{x,title={evil", "https://a.b/%7D%7D@article%7Bx,title=%7Bevil"),
        ('https://a.b/\\"', "https://a.b/%5C%22"),
        ("https://a.b/ü?ä=%20#é", "https://a.b/%C3%BC?%C3%A4=%20#%C3%A9"),
        ("https://a.b/_~!$&'()*+,;=:@-.", "https://a.b/_~!$&'()*+,;=:@-."),
    ],
)
def test_an_address_cannot_end_its_field(address: str, written: str) -> None:
    file = bibtex(knowledge_base(sources=[replace(PLAIN, url=address)])).decode()
    assert read_bibtex(file)["one-2020"]["url"] == written
    assert file.count("\n@") == 0
