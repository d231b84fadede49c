"""Drawings that are kept beside their views, held against those that are made now; and those too large to be read."""

import stat
from collections.abc import Collection, Mapping
from pathlib import Path

from hornbook.cache import NOTHING_KEPT, NoCache
from hornbook.diagnostics import Code, Codes, Diagnostic, Group, Place, Related
from hornbook.diagrams import LIMITS
from hornbook.drawing_files import kept_drawing, kept_drawings
from hornbook.drawings import oversized
from hornbook.language import speaking
from hornbook.load.text import FILE_LINK, FILE_UNREAD, unreadable
from hornbook.model import KnowledgeBase

VIEW_TOO_LARGE = Code(
    "view-too-large",
    "A chain has more boxes than a drawing that can be read, or a view has an implication that no drawing holds.",
    f"A chain whose drawing would have more than {LIMITS}. Of a view with more there is an overview, and a drawing of "
    "each part of it.",
)
DRAWING_STALE = Code(
    "drawing-stale",
    "A drawing that is kept beside its specification is not the one that is made now.",
    "The drawing `diagrams/wetness.svg` was changed by hand, or its view was changed after it was drawn.",
)

CODES: Codes = {Group.DRAWINGS: (VIEW_TOO_LARGE, DRAWING_STALE)}
"""What can be found here."""


def renewed_drawings(root: Path, knowledge: KnowledgeBase) -> dict[str, str]:
    """The drawings, by path, that are kept beside their views and are not those that are made now, as they are now."""
    kept, _ = _kept(root)
    drawn = _drawn(knowledge, kept, NOTHING_KEPT)
    return {path: drawn[path].decode() for path in sorted(kept.keys() & drawn.keys()) if kept[path] != drawn[path]}


def drawings_after(
    root: Path, knowledge: KnowledgeBase, moved: Mapping[str, str], deleted: Collection[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The kept drawings that a change makes others, as they are after it, and all of them as they are now, by path.

    `knowledge` is what holds after it; some drawings get another name by it, and some go.
    """
    kept, _ = _kept(root)
    after = {moved.get(path, path): data for path, data in kept.items() if path not in deleted}
    drawn = _drawn(knowledge, after, NOTHING_KEPT)
    before = {path: data.decode("utf-8-sig", "replace").replace("\r\n", "\n") for path, data in kept.items()}
    return {path: data.decode() for path, data in sorted(drawn.items()) if after[path] != data}, before


def files_beside(root: Path) -> list[str]:
    """The drawings that are kept beside the diagrams, by path."""
    return sorted(_kept(root)[0])


def check_drawings(root: Path, knowledge: KnowledgeBase, cache: NoCache = NOTHING_KEPT) -> list[Diagnostic]:
    """Find drawings that nobody could read, and kept ones that are not those that are made now."""
    return [*_oversized(knowledge), *_stale(root, knowledge, cache)]


def _oversized(knowledge: KnowledgeBase) -> list[Diagnostic]:
    return [
        Diagnostic(
            one.place,
            VIEW_TOO_LARGE,
            f"the drawing of `{one.id}` would have {diagram.extent}; the limit is {LIMITS}",
            hint="show less, or make several of it",
        )
        for one, diagram in oversized(knowledge)
    ]


def _stale(root: Path, knowledge: KnowledgeBase, cache: NoCache) -> list[Diagnostic]:
    kept, problems = _kept(root)
    drawn = _drawn(knowledge, kept, cache)
    too_large = {one.id for one, _ in oversized(knowledge)} if kept else set()
    stale = [path for path, now in drawn.items() if kept[path] != now]
    unknown = sorted(kept.keys() - drawn.keys())
    strange = [path for path in unknown if path.split("/")[1].split(".", maxsplit=1)[0] not in too_large]

    def drawn_from(path: str) -> Related:
        name = path.split("/")[1].split(".", maxsplit=1)[0]
        view = knowledge.views.get(name)
        return Related(knowledge.chains[name].place, "its chain") if view is None else Related(view.place, "its view")

    return (
        problems
        + [
            Diagnostic(
                Place(path),
                DRAWING_STALE,
                "this drawing is not the one that its diagram gives now",
                hint="run `hornbook check --update-drawings`",
                related=(drawn_from(path),),
            )
            for path in stale
        ]
        + [
            Diagnostic(
                Place(path),
                DRAWING_STALE,
                "no view or chain gives a drawing of this name",
                hint="delete it, or keep it elsewhere",
            )
            for path in strange
        ]
    )


def _kept(root: Path) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The drawings in `diagrams/` by path, and what only looks like one; nothing but ordinary files is opened."""
    folder = root / "diagrams"
    kept: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    if folder.is_symlink():  # which loading reports
        return kept, problems
    for path in sorted(folder.glob("*.svg")):
        name = f"diagrams/{path.name}"
        try:
            mode = path.lstat().st_mode
            if stat.S_ISREG(mode):
                kept[name] = path.read_bytes()
            elif stat.S_ISDIR(mode):
                problems.append(Diagnostic(Place(name), FILE_UNREAD, f"nothing reads `{name}`", hint="delete it"))
            else:
                what = "a symbolic link" if stat.S_ISLNK(mode) else "not a file"
                hint = "put the file itself there"
                problems.append(Diagnostic(Place(name), FILE_LINK, f"`{name}` is {what}", hint=hint))
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(unreadable(name, error))
    return kept, problems


def _drawn(knowledge: KnowledgeBase, kept: Mapping[str, bytes], cache: NoCache) -> dict[str, bytes]:
    """Each drawing of the kept names as it is now; those that nothing gives are left out."""
    drawn: dict[str, bytes] = {}
    possible = kept_drawings(knowledge) if kept else {}
    with speaking(knowledge.glossary.words):
        for path in kept:
            name = path.removeprefix("diagrams/")
            now = kept_drawing(knowledge, possible[name], name, cache) if name in possible else None
            if now is not None:
                drawn[path] = now
    return drawn
