"""The extension `hornbook` of Python-Markdown: terms, drawings and checked claims of a glossary in anybody's pages.

`[[term]]`, `[[term|words]]`, `[[A + B => C]]`, `[[A => B|words]]` and `![[diagram]]` are read from a kept copy of what
the glossary publishes; nothing is fetched. What cannot be shown is marked on the page and told in the log; where the
option `strict` is set it ends the build.
"""

import logging
import re
import sys
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from hornbook.consulted import Opened, open_copy
from hornbook.diagnostics import Diagnostic
from hornbook.language import speaking
from hornbook.markdown_extension.elements import Options, Shown, shown, wrong

_BRACKETS = r"(?<!\\)(!?)\[\[([^\[\]]{1,1000})\]\]"
_SEPARATOR = re.compile(r"\\?\|")
_BEFORE_ESCAPES = 185
"""Behind code in backticks (190), so that it stays code; before backslashes (180), which may stand before a `|`."""
_ENGINES = ("mkdocs", "properdocs")
"""Programs that count the warnings below a logger of their name, and fail on them if they are asked to."""
_opened: dict[tuple[Path, str], tuple[tuple[int, int], Opened]] = {}
"""The copies that were read in this process, each with its time and size: engines make an extension for every page."""


class HornbookError(ValueError):
    """Something of a glossary cannot be shown, and the option `strict` is set."""


class HornbookExtension(Extension):
    """The options: where the copy is kept, what it hashes to, and how much of it readers get."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Python-Markdown's form
        """Begin with options by name; see `config` for what each means."""
        self.config = {
            "glossary": ["glossary.json", "The kept copy, from the folder that the engine runs in."],
            "sha256": ["", "What the copy must hash to; empty for any."],
            "framework": ["", "The framework of claims that name none; the glossary's own if empty."],
            "images": [True, "Whether ![[diagram]] is a picture, which readers fetch from the glossary; else a link."],
            "script": [False, "Whether pages load the glossary's script for previews, from its site."],
            "strict": [False, "Whether what cannot be shown ends the build."],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register what reads the brackets."""
        page = _Page(self.getConfigs())
        md.preprocessors.register(_Lines(md, page), "hornbook-lines", 100)
        md.inlinePatterns.register(_Brackets(md, page), "hornbook", _BEFORE_ESCAPES)
        if self.getConfig("script"):
            md.treeprocessors.register(_Script(md, page), "hornbook-script", 0)


def makeExtension(**options: Any) -> HornbookExtension:  # noqa: ANN401, N802 - Python-Markdown's form
    """Make the extension, as `markdown_extensions: [hornbook]` asks for it."""
    return HornbookExtension(**options)


class _Page:
    """One page while it is made."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._path = Path(str(config["glossary"]))
        self._sha256 = str(config["sha256"] or "")
        self._strict = bool(config["strict"])
        self.options = Options(framework=str(config["framework"] or "") or None, images=bool(config["images"]))
        self.lines: list[str] = []
        self.uses = False
        self._told: set[str] = set()

    def opened(self) -> Opened:
        """The copy."""
        key = (self._path.absolute(), self._sha256)
        try:
            found = self._path.stat()
            state = (found.st_mtime_ns, found.st_size)
        except OSError:
            state = (0, 0)
        if key not in _opened or _opened[key][0] != state:
            _opened[key] = state, open_copy(self._path, sha256=self._sha256 or None)
        return _opened[key][1]

    def tell(self, found: Diagnostic | str, written: str) -> None:
        """Say in the log, or with `strict` to whoever called, what cannot be shown; each thing once a page."""
        line = next((number for number, one in enumerate(self.lines, 1) if written and written in one), None)
        where = f"line {line}: {written}: " if line else f"{written}: " if written else ""
        said = found if isinstance(found, str) else f"{found.place.path}: {found.message} [{found.code}]"
        message = f"hornbook: {where}{said}"
        if self._strict:
            raise HornbookError(message)
        if message not in self._told:
            self._told.add(message)
            engine = next((one for one in _ENGINES if one in sys.modules), "")
            logging.getLogger(f"{engine}.hornbook" if engine else "hornbook").warning("%s", message)


class _Lines(Preprocessor):
    """Keeps the lines of a page, so that messages can say where something stands."""

    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        self._page.lines = lines
        self._page.uses = False
        return lines


class _Brackets(InlineProcessor):
    """What double brackets become."""

    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(_BRACKETS, md)
        self._page = page

    def handleMatch(  # noqa: N802 - Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - likewise
    ) -> tuple[Element | None, int | None, int | None]:
        written = m[2]
        if STX in written or not written.strip():  # what stands for code or for an escaped sign is no name
            return None, None, None
        target, *words = _SEPARATOR.split(written, maxsplit=1)
        return self._element(m[0], m[1] == "!", " ".join(target.split()), words), m.start(0), m.end(0)

    def _element(self, whole: str, is_embed: bool, target: str, words: list[str]) -> Element:  # noqa: FBT001
        called = " ".join(words[0].split()) if words and words[0].strip() else None
        opened = self._page.opened()
        if opened.against is None:
            self._page.tell(opened.diagnostics[0], "")
            return wrong(called or target, "the glossary is not here", opened.diagnostics[0].message)
        with speaking(opened.against.knowledge.glossary.words):
            made: Shown = shown(opened.against, self._page.options, target, called, is_embed=is_embed)
        if made.problem is not None:
            self._page.tell(made.problem, whole)
        self._page.uses = True
        return made.element


class _Script(Treeprocessor):
    """The glossary's own script for previews, once at the end of a page that uses the glossary."""

    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:
        against = self._page.opened().against
        if against is not None and self._page.uses:
            address = f"{against.knowledge.glossary.site_url}embed/previews.js"
            SubElement(root, "script", {"src": address, "defer": "defer"})
