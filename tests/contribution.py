"""The glossary of this repository after a contribution that does all that one may do.

What comes in stands here. What is changed or taken away is found in the content, whatever that is: nothing of it is
named here.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from hornbook.kinds import CHAIN, DISAGREEMENT, EXAMPLE, FAQ, FRAMEWORK, SOURCE, TERM, VIEW
from tests.where import INPUTS

Contents = dict[Path, Any]
"""The data of every YAML file and the text of every page, by path in the project."""

WORDS = {
    "well-drawn-water": ("condition", "the water", "came from a well"),
    "boiled-kettle": ("property", "the kettle", "has boiled"),
    "warmed-teapot": ("property", "the teapot", "was rinsed with hot water"),
    "steeped-leaves": ("property", "the pot", "has stood long enough"),
    "strong-brew": ("property", "the brew", "has the colour of its leaves"),
    "poured-cup": ("property", "the cup", "is ready to be drunk"),
}
"""Six terms: kind of each, and what is said of what where it holds."""
SOURCED = "household-brewing"
FRAMEWORK_OF_SIX = {
    "label": "The tea kitchen",
    "source": SOURCED,
    "text": "How tea is made, step by step.",
    "implications": [
        {"id": "leaves-steep", "if": ["boiled-kettle", "warmed-teapot"], "then": "steeped-leaves"},
        {"id": "leaves-give-brew", "if": ["steeped-leaves"], "assuming": ["well-drawn-water"], "then": "strong-brew"},
        {"id": "brew-is-poured", "if": ["strong-brew"], "then": "poured-cup"},
    ],
}
QUESTION = {
    "question": "What makes a cup?",
    "short": "A boiled kettle alone does not.",
    "framework": "tea-kitchen",
    "view": "making-tea",
    "answer": "A [[boiled-kettle]] is where it begins; see [[making-tea]].",
    "claims": [
        {"if": ["boiled-kettle", "warmed-teapot"], "assuming": ["well-drawn-water"], "then": "poured-cup"},
        {
            "if": ["boiled-kettle"],
            "assuming": ["well-drawn-water"],
            "then": "poured-cup",
            "verdict": "open",
            "missing": [["strong-brew"], ["warmed-teapot"]],
        },
    ],
    "source": SOURCED,
}
VIEW_OF_IT = {
    "title": "Making tea",
    "framework": "tea-kitchen",
    "goal": "poured-cup",
    "show": ["leaves-steep", "leaves-give-brew", "brew-is-poured"],
    "text": "From the kettle to the cup.",
    "source": SOURCED,
}

NAMED_IN = {"label", "title", "question"}
"""The fields that a record is called by."""
LISTED_IN = {"ids", "related"}
"""The lists of ids that one can be taken from without changing what is held to be true."""


def contributed(flagship: Path, project: Path) -> None:
    """Lay out the content of the repository in a new folder, and contribute to it there."""
    project.mkdir()
    for name in INPUTS:
        if (flagship / name).is_dir():
            shutil.copytree(flagship / name, project / name)
        else:
            shutil.copy(flagship / name, project / name)
    contents = _read(project)
    for path in [*_named_in_the_changes_alone(contents), _a_term_that_nothing_needs(contents)]:
        contents = _without(contents, path)
        (project / path).unlink()
    _call_everything_otherwise(contents)
    _add(contents)
    for path, content in contents.items():
        text = content if path.suffix == ".md" else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (project / path).write_text(text, encoding="utf-8")


def _read(project: Path) -> Contents:
    paths = sorted(path for folder in INPUTS for path in (project / folder).rglob("*"))
    texts = {path.relative_to(project): path.read_text("utf-8") for path in paths if path.suffix in {".yaml", ".md"}}
    return {path: text if path.suffix == ".md" else yaml.safe_load(text) for path, text in texts.items()}


def _files(contents: Contents, *kinds: Any) -> list[Path]:
    folders = {Path(kind.folder) for kind in kinds}
    return [path for path in contents if path.parent in folders and path.suffix == ".yaml"]


def _named_in_the_changes_alone(contents: Contents) -> Iterator[Path]:
    """Records that no other refers to, and no page: they may go."""
    for path in _files(contents, DISAGREEMENT, EXAMPLE, FAQ):
        rest = {other: one for other, one in contents.items() if other.name != "changes.yaml"}
        if not _naming(rest, path):
            yield path


def _a_term_that_nothing_needs(contents: Contents) -> Path:
    """A term that is linked and listed, but of which nothing is claimed."""
    return next(path for path in _files(contents, TERM) if not _naming(_without(contents, path), path))


def _naming(contents: Contents, record: Path) -> list[Path]:
    """The other files that have the record's id in them."""
    named = re.compile(rf"(?<![\w-]){re.escape(record.stem)}(?![\w-])")
    return [path for path, content in contents.items() if path != record and named.search(str(content))]


def _without(contents: Contents, record: Path) -> Contents:
    """All but the record, links to it and its place in lists."""
    return {path: _freed(content, record.stem) for path, content in contents.items() if path != record}


def _freed(value: Any, name: str) -> Any:
    match value:
        case str():
            return re.sub(rf"\[\[{name}(?:\|([^\[\]]*))?\]\]", lambda link: link[1] or name.replace("-", " "), value)
        case list():
            return [_freed(one, name) for one in value]
        case dict():
            kept = {
                key: [one for one in part if one != name] if key in LISTED_IN else part for key, part in value.items()
            }
            return {key: _freed(part, name) for key, part in kept.items() if part != []}
        case _:
            return value


def _call_everything_otherwise(contents: Contents) -> None:
    """Give every record another name, and every page another heading; ids stay."""
    for path in _files(contents, TERM, FRAMEWORK, VIEW, CHAIN, FAQ, EXAMPLE, DISAGREEMENT):
        record = contents[path]
        record |= {field: f"{record[field]} anew" for field in NAMED_IN & record.keys()}


def _add(contents: Contents) -> None:
    """Add a framework with six terms, a question, a view, and an alias to the term with most senses."""
    for name, (kind, what, said) in WORDS.items():
        contents[Path("glossary/terms", f"{name}.yaml")] = {
            "label": name.replace("-", " "),
            "kind": kind,
            "short": f"It is said that {what} {said}.",
            "holds": f"{what} {said}",
            "fails": f"it is not so that {what} {said}",
            "mentions": [SOURCED],
        }
    contents |= {
        Path("glossary/frameworks/tea-kitchen.yaml"): FRAMEWORK_OF_SIX,
        Path("glossary/faq/what-makes-a-cup.yaml"): QUESTION,
        Path("diagrams/making-tea.yaml"): VIEW_OF_IT,
    }
    contents[Path(SOURCE.file)].append({"id": SOURCED, "author": ["A. Cook"], "title": "Brewing", "seen": "yes"})
    meant = max(_files(contents, TERM), key=lambda path: len(contents[path].get("senses", [])))
    contents[meant].setdefault("aliases", []).append("word of a contributor")
