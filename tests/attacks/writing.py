"""Commands that write, each with a project in which it does so, and what has to be whole however it ends."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from hornbook.addresses import data
from hornbook.exports.glossary_file import glossary_files
from hornbook.load import load
from hornbook.reasoning.scopes import reason_about
from tests.attacks import wholes
from tests.where import SAMPLE

Tree = Mapping[str, bytes | None]
"""What files hold, by their paths; None for a folder in which nothing is."""

_PROGRAM = Path(__file__).with_name("stepped.py")
_LATER = {
    "docs/later.md": "# Later\n\nAnother page, with [[later]].\n",
    "glossary/terms/later.yaml": "label: Later\nshort: Another word.\nunused: It came later.\n",
}
"""What is new after the first run of a command that has an older output."""
CHANGED = frozenset(f"project/{path}" for path in _LATER)
"""Where that stands, beside all else of the project."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A command that writes, and the folder in which it is called."""

    arguments: tuple[str, ...]
    prepare: Callable[[Path], None] = lambda _: None
    """What is changed in a copy of the project beforehand."""
    ends: frozenset[int] = field(default=frozenset({0}))
    """How it may end."""
    again: frozenset[int] = frozenset({0})
    """How it may end where everything is done already: much is refused then."""
    whole: str | None = None
    """The folder, beside the project or in it, that is the old one or the new one at every moment."""
    has_older: bool = False
    """Whether an older output stands there, and the project has changed since."""


def _edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        file = project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def _sources(project: Path) -> None:
    """Vocabularies of others, beside the project."""
    (project / "table.csv").write_bytes(wholes.TABLE)
    (project / "words.md").write_bytes(wholes.MARKDOWN)
    (project / "words.ttl").write_bytes(wholes.TURTLE)
    for path, text in wholes.SPACES.items():
        (project / "spaces" / path).parent.mkdir(parents=True, exist_ok=True)
        (project / "spaces" / path).write_bytes(text)


def _imported(project: Path) -> None:
    """A small glossary is imported, and a larger one, in parts, is there to be fetched."""
    with (project / "glossary" / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("imports:\n  - {id: weather, url: https://weather.example.org/api/v1/glossary.json}\n")
    served = project.parent / "served"
    served.mkdir()
    (served / "glossary.json").write_text(_WEATHER, encoding="utf-8")
    run(project, ("import", "update"), {}).check_returncode()
    with patch.object(data, "MOST_WHOLE", 5), patch.object(data, "MOST_IN_PART", 2):
        knowledge = load(SAMPLE).knowledge
        assert knowledge is not None
        for address, content in glossary_files(reason_about(knowledge)).items():
            (served / address.rpartition("/")[2]).write_bytes(content)


def _drawn(project: Path) -> None:
    """Drawings are kept beside their views."""
    for name in ("by-definition", "by-diagonals"):
        run(project, ("render", name, "--output", f"diagrams/{name}.svg"), {}).check_returncode()


def _drawn_before(project: Path) -> None:
    run(project, ("render", "by-diagonals", "--output", "drawn.svg"), {}).check_returncode()


def _untidy(project: Path) -> None:
    for file in (project / "glossary" / "terms").glob("*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace(": ", ":   "), encoding="utf-8")


def _without_ids(project: Path) -> None:
    _drawn(project)
    (project / "glossary" / "ids.txt").unlink(missing_ok=True)
    for file in (project / "diagrams").glob("*.svg"):
        file.write_bytes(file.read_bytes().replace(b"</svg>", b"<g/></svg>"))


def _changed(project: Path) -> None:
    """The project as it was is beside it, and a view shows less now."""
    shutil.copytree(project, project.parent / "former")
    _edit("glossary/terms/square.yaml", "label: Square", "label: Quadrate")(project)


def _shard(number: int) -> tuple[str, ...]:
    return ("build", "--shard", f"{number}/2", "--out", f"../shard-{number}")


def _shards(project: Path) -> None:
    for number in (1, 2):
        run(project, _shard(number), {}).check_returncode()


_WEATHER = """{"format": "hornbook-glossary/1", "version": "1", "title": "Weather", "url": "https://weather.example.org/",
 "terms": {"rain": {"label": "Rain", "url": "terms/rain/", "short": "Water falls.", "whose": "In the words of Ann"}}}
"""
_REFUSED = frozenset({1, 2})
WRITING: Mapping[str, Writing] = {
    "site": Writing(("site",), whole="project/site", has_older=True),
    "site --engine properdocs": Writing(("site", "--engine", "properdocs"), whole="project/site", has_older=True),
    "site --engine zensical": Writing(("site", "--engine", "zensical"), whole="project/site", has_older=True),
    "site --out": Writing(("site", "--out", "../elsewhere"), whole="elsewhere", has_older=True),
    "build": Writing(("build",), whole="project/build", has_older=True),
    "build --shard": Writing(_shard(1), has_older=True),
    "join": Writing(("join", "../shard-1", "../shard-2"), prepare=_shards, whole="project/site"),
    "check --update-ids": Writing(("check", "--update-ids", "--update-drawings"), prepare=_without_ids),
    "check --fix": Writing(
        ("check", "--fix"), prepare=_edit("glossary/terms/kite.yaml", "label:", "# e\u0301\nlabel:")
    ),
    "fmt": Writing(("fmt",), prepare=_untidy),
    "mv": Writing(("mv", "square", "quadrangle"), prepare=_drawn, again=_REFUSED),
    "retire": Writing(("retire", "kite", "--for", "rhombus"), prepare=_drawn, again=_REFUSED),
    "new": Writing(("new", "term", "circle"), again=_REFUSED),
    "schema": Writing(("schema",), has_older=True),
    "schema --vscode": Writing(("schema", "--vscode")),
    "render": Writing(("render", "by-definition", "--output", "drawn.svg"), prepare=_drawn_before),
    "diff --drawings": Writing(("diff", "../former", "--drawings", "../drawn"), prepare=_changed, whole="drawn"),
    "lint --vale": Writing(("lint", "--vale", "styles"), has_older=True),
    "init": Writing(("init", "begun"), again=_REFUSED, whole="project/begun"),
    "init --plain": Writing(("init", "--plain", "begun"), again=_REFUSED, whole="project/begun"),
    "import": Writing(("import", "csv", "table.csv"), prepare=_sources, again=_REFUSED),
    "import --to": Writing(
        ("import", "csv", "table.csv", "--to", "new"), prepare=_sources, again=_REFUSED, whole="project/new"
    ),
    "import markdown": Writing(
        ("import", "markdown", "words.md", "--to", "new"), prepare=_sources, again=_REFUSED, whole="project/new"
    ),
    "import skos": Writing(
        ("import", "skos", "words.ttl", "--to", "new"), prepare=_sources, again=_REFUSED, whole="project/new"
    ),
    "import pibase": Writing(
        ("import", "pibase", "spaces", "--to", "new"), prepare=_sources, again=_REFUSED, whole="project/new"
    ),
    "import update": Writing(("import", "update"), prepare=_imported),
}


def command(arguments: Sequence[str]) -> list[str]:
    """`hornbook`, called with arguments, in a process of its own."""
    return [sys.executable, "-P", str(_PROGRAM), *arguments]


def run(project: Path, arguments: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Call it in a folder, to its end."""
    return subprocess.run(
        command(arguments),
        cwd=project,
        env={**os.environ, "SERVED": str(project.parent / "served"), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def begun(writing: Writing, project: Path) -> None:
    """A copy of its project, ready to be written to."""
    shutil.copytree(SAMPLE, project, ignore=shutil.ignore_patterns("build", "site", ".hornbook"))
    writing.prepare(project)


def change(project: Path) -> None:
    """Make the project another than that of the older output."""
    for path, text in _LATER.items():
        (project / path).write_text(text, encoding="utf-8")


def change_back(project: Path) -> None:
    """Make it the same again."""
    for path in _LATER:
        (project / path).unlink()


def tree(folder: Path) -> Tree:
    """Everything below a folder, whatever it is called."""
    found: dict[str, bytes | None] = {}
    for inside, folders, names in os.walk(folder):
        here = Path(inside)
        found |= {str((here / name).relative_to(folder)): (here / name).read_bytes() for name in names}
        if not folders and not names and here != folder:
            found[str(here.relative_to(folder))] = None
    return found
