"""Where readers can be sent: one decision for fields and for links in prose."""

import re
from pathlib import Path

import pytest

from hornbook.addresses import address_flaw
from hornbook.load.prose.targets import link_hint
from hornbook.load.records.scalars import schema_of
from hornbook.model.fields import Address
from tests.load.project import found, loaded_with
from tests.load.prose_reading import read

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
    assert (one.code, one.hint) == ("prose-link", link_hint(address))


@pytest.mark.parametrize("address", LOOK_ALIKE)
def test_letters_that_look_like_others_are_written_as_dns_has_them(address: str) -> None:
    flaw = address_flaw(address)
    assert flaw is not None
    assert "xn--" in flaw.hint


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
