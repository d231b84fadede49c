"""Where readers can be sent: one decision for fields and for links in prose."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from hornbook.addresses import address_flaw, is_of_nobody
from hornbook.diagnostics import Diagnostic
from hornbook.load.names.references import References, Suggestions
from hornbook.load.prose.parsing import parse_page
from hornbook.load.prose.targets import link_flaw
from hornbook.load.records.scalars import schema_of
from hornbook.load.text.files import source_text
from hornbook.model import HandwrittenPage
from hornbook.model.fields import Address
from tests.load.project import found, loaded_with
from tests.load.prose_reading import KNOWN, outline, read

FINE = [
    "https://a.b",
    "http://a.b:8000/",
    "https://a.b/c?d=e#f",
    "https://a.b./",
    "https://xn--mnchen-3ya.example/straße",
    "https://a.xn--11b4c3d/",
    "https://1.a-b.example:65535/",
    "https://a.b/@user",
    "https://a.b?user=@c",
    "https://a.b#@c",
    "https://a.b/{c}",
]
WITH_USER = [
    "https://accounts.google.com@evil.example/",
    "https://user:word@evil.example",
    "https://user@evil.example?c",
]
NO_ADDRESS = [
    "",
    "a.b",
    "//a.b/",
    "https:",
    "https://",
    "https:///a.b",
    "https:/a.b",
    "https:a.b",
    "https://?a",
    "https://:80/",
    "https://a.b:65536/",
    "https://a.b:-1/",
    "https://a.b:http/",
    "https://a..b/",
    "https://a.b:0/",
    "https://localhost/",
    "https://intranet/",
    "https://[::1]/",
    "https://169.254.169.254/",
    "https://2852039166/",
    "https://0x7f.1/",
    "https://-/",
    "https://-a.b/",
    "https://a-.b/",
    "https://a_b.c/",
    "https://a.b-/",
    "https://.b/",
    "https://./",
    "https://a%2eb/",
    "https://[a",
    "https://[::1/",
    "https://me.localhost/",
    f"https://{'a.' * 127}com/",
    "javascript:alert(1)",
    "ftp://a.b/",
]
LOOK_ALIKE = [
    "https://\u0430pple.com/",
    "https://a\uff0eb/",
    "https://a\u3002b/",
    "https://\u24d4vil.example/",
    "https://münchen.example/",
    "https://g\u0131thub.com/",
    "https://\u212aelvin.org/",
]
UNWRITABLE = [
    "https://[v1.com]/",
    "https://a.b\\@c.d/",
    "https:\\\\a.b/",
    "https://a.b/ c",
    "https://a.b/\tc",
    "https://a.b/\x07",
    "https://a.b/\u200e",
]
"""No addresses either; Markdown reads or writes some of them in another way."""


@dataclass(frozen=True)
class Read:
    page: HandwrittenPage
    diagnostics: tuple[Diagnostic, ...]


def page(markdown: str) -> Read:
    references = References(KNOWN, Suggestions())
    return Read(parse_page(source_text("docs/a.md", markdown), "weather", references), tuple(references.found))


@pytest.mark.parametrize("address", FINE)
def test_an_address_of_a_host_can_be_given(address: str) -> None:
    assert address_flaw(address) is None
    assert read(f"[words]({address})").diagnostics == ()
    assert re.search(str(schema_of(Address())["pattern"]), address)


@pytest.mark.parametrize("address", WITH_USER)
def test_a_user_before_the_host_is_refused_with_what_to_delete(address: str) -> None:
    flaw = address_flaw(address)
    assert flaw is not None
    assert flaw.message == "names a user before its host"
    assert not re.search(str(schema_of(Address())["pattern"]), address)
    for markdown in (f"[words]({address})", f"<{address}>"):
        (one,) = read(markdown).diagnostics
        assert (one.code, one.hint) == ("prose-link", flaw.hint)
        assert read(markdown).written(one.place) == address


@pytest.mark.parametrize("address", NO_ADDRESS)
def test_what_is_no_address_is_refused(address: str) -> None:
    flaw = address_flaw(address)
    assert flaw is not None
    assert flaw.message == "is no web address"
    (one,) = read(f"[words]({address})").diagnostics
    assert (one.code, one.hint) == ("prose-link", "link to `https://…`; write `[[id]]` for a page of this site")
    assert link_flaw(address) is not None


@pytest.mark.parametrize("address", LOOK_ALIKE)
def test_letters_that_look_like_others_are_written_as_dns_has_them(address: str) -> None:
    flaw = address_flaw(address)
    assert flaw is not None
    letter = next(character for character in address if not character.isascii())
    assert f"`{letter}` (U+{ord(letter):04X}, {unicodedata.name(letter).lower()})" in flaw.message
    as_references = "".join(character if character.isascii() else f"&#{ord(character)};" for character in address)
    for markdown in (f"[words]({address})", f"[words](<{address}>)", f"<{address}>", f"[words]({as_references})"):
        (one,) = read(markdown).diagnostics
        assert (one.code, one.hint) == ("prose-link", flaw.hint)
        assert flaw.message in one.message
    defined = f"[words][one], [one], [one][]\n\n[one]: {address}\n"
    for markdown in (f"[words]({address})", f"<{address}>", defined, f"[one]: <{as_references}>\n\n[one]\n"):
        assert {(one.code, one.hint) for one in page(markdown).diagnostics} == {("prose-link", flaw.hint)}
    assert [one.code for one in page(f"![words]({address}a.png)").diagnostics] == ["prose-image"]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://\u0430pple.com/", "`xn--pple-43d.com`"),
        ("https://münchen.example/", "`xn--mnchen-3ya.example`"),
        ("https://a\u3002b/", "`a.b`"),
        ("https://\u24d4vil.example/", "`evil.example`"),
        ("https://straße.example/", "`xn--…` if"),
    ],
)
def test_the_hint_says_how_dns_has_the_host(address: str, host: str) -> None:
    flaw = address_flaw(address)
    assert flaw is not None
    assert flaw.hint.startswith(f"write the host in ASCII: {host}")
    if "…" not in host:
        assert address_flaw(f"https://{host.strip('`')}/") is None


def test_a_host_that_is_written_as_dns_has_it_is_shown_so() -> None:
    address = "https://xn--pple-43d.com/"
    found = read(f"<{address}>")
    assert found.diagnostics == ()
    assert address in outline(found.prose.nodes)
    assert "\u0430" not in outline(found.prose.nodes)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.b&#64;c.d/",
        "https://a.b\\@c.d/",
        "https://a.b%40c.d/",
        "https://a.b:&#64;c.d/",
        "https://a&#46;b&#92;@c.d",
        "https://a.b&#9;.c.d/",
        "https://a&#10;.b/",
        "https://a.b&Tab;@c.d/",
        "https:&#47;&#92;c.d/",
        "https:&sol;c.d",
        "&#32;https://a.b/",
        "java&#10;script:alert(1)",
        "javascript&colon;alert(1)",
        "https://a.b&#x200b;/",
        "https://a.b&#x2024;c.d/",
        "mailto:a@\u0430pple.com",
        "mailto:a@&#1072;pple.com?subject=b",
        "mailto:\u0430@apple.com",
        "mailto:a@b.c&#10;d",
    ],
)
def test_no_other_way_of_writing_hides_where_a_link_leads(address: str) -> None:
    for written in (f"[words]({address})", f"[words](<{address}>)"):
        assert [one.code for one in read(written).diagnostics] == ["prose-link"]
    for written in (f"[words](<{address}>)", f"[words][one]\n\n[one]: <{address}>\n"):
        assert {one.code for one in page(written).diagnostics} == {"prose-link"}


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://bank.example/", "https://evil.example/"),
        ("*https://bank.example*/login", "https://bank.example.evil.example/login"),
        ("HTTP://bank.example", "mailto:a@evil.example"),
        ("https\\://bank.example", "https://evil.example"),
        ("`https://bank.example` and more", "https://evil.example"),
        ("https://\u0430pple.example", "https://xn--pple-43d.example"),
    ],
)
def test_the_words_of_a_link_are_no_address_of_somewhere_else(words: str, address: str) -> None:
    link = f"[{words}]({address})"
    for told in (read(link), page(link), page(f"[{words}][a]\n\n[a]: {address}")):
        (one,) = told.diagnostics
        assert one.code == "prose-link"
        assert one.message == f"the words of the link name another site than `{address}`, where it leads"
    (one,) = read(f"[{words}](javascript:alert)").diagnostics
    assert "cannot lead" in one.message


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://bank.example/…", "https://www.bank.example/a/long/way"),
        ("http://Bank.example.", "https://bank.example"),
        ("the bank, https://bank.example", "https://evil.example"),
        ("Bank.example", "https://evil.example"),
    ],
)
def test_the_words_of_a_link_may_be_where_it_leads(words: str, address: str) -> None:
    assert read(f"[{words}]({address})").diagnostics == ()
    assert page(f"[{words}]({address})").diagnostics == ()


def test_what_follows_the_host_is_encoded_as_browsers_have_it() -> None:
    found = read("[words](<https://a.b/ä b%20%zz?c=ü#{d}>)")
    assert found.diagnostics == ()
    assert "href=https://a.b/%C3%A4%20b%20%25zz?c=%C3%BC#%7Bd%7D" in outline(found.prose.nodes)
    assert page("[words](mailto:a@b.c?subject=ä)").diagnostics == ()


@pytest.mark.parametrize("address", UNWRITABLE)
def test_backslashes_spaces_and_controls_stand_in_no_address(address: str) -> None:
    assert address_flaw(address) is not None


@pytest.mark.parametrize(
    "markdown", ["[words](https://a.b\\\\@c.d)", "<https://a.b\\@c.d>", "[words](<https://a.b\\c.d>)"]
)
def test_a_backslash_in_a_link_does_not_hide_the_host(markdown: str) -> None:
    assert [one.code for one in read(markdown).diagnostics] == ["prose-link"]


def test_mail_keeps_its_at_sign() -> None:
    assert read("[words](mailto:somebody@example.org) <somebody@example.org>").diagnostics == ()
    assert address_flaw("mailto:somebody@example.org") is not None


@pytest.mark.parametrize("field", ["site_url", "repository"])
def test_every_field_with_an_address_refuses_a_user(field: str, tmp_path: Path) -> None:
    lines = {"site_url": "https://a.b", "repository": "https://a.b"} | {field: WITH_USER[0]}
    glossary = "title: T\ndescription: D\nlicence: L\nframework: weather\n"
    glossary += "".join(f"{name}: {value}\n" for name, value in lines.items())
    sources = f"- {{id: almanac, title: T, seen: 'no', URL: {WITH_USER[0]}}}\n"
    loaded = loaded_with(tmp_path, {"glossary/glossary.yaml": glossary, "glossary/sources.yaml": sources})
    line = 5 if field == "site_url" else 6
    assert found(loaded) == [
        ("field-form", f"glossary/glossary.yaml:{line}:{len(field) + 3}"),
        ("field-form", "glossary/sources.yaml:1:44"),
    ]
    assert "names a user before its host" in loaded.diagnostics[0].message


@pytest.mark.parametrize(
    ("address", "nobody"),
    [
        ("https://example.org/words/", True),
        ("https://words.example.com/", True),
        ("https://words.example/", True),
        ("https://EXAMPLE.NET", True),
        ("https://myexample.org/", False),
        ("https://example.org.uk/", False),
        ("https://words.dev/example.org/", False),
    ],
)
def test_some_hosts_are_for_examples_and_nobody_can_have_them(address: str, nobody: bool) -> None:  # noqa: FBT001
    assert is_of_nobody(address) is nobody
