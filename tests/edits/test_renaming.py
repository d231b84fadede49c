"""Renaming: every reference goes with the id, and whatever led to the old one leads to the new one."""

from pathlib import Path

import pytest

from hornbook.addresses import anchors_of, every_address, places_on, record_address, redirects
from hornbook.check import published_ids
from hornbook.diagnostics import Severity
from hornbook.edits.renaming import renamed
from hornbook.edits.retiring import retired
from hornbook.edits.things import Thing, everything, things_called
from hornbook.edits.values import FileChanges, Refusal, texts_after
from hornbook.edits.writing import write_changes
from hornbook.kept_drawings import files_beside
from hornbook.kinds import ADDRESSED, DISAGREEMENT, EXAMPLE, FAQ, FRAMEWORK, PUBLISHED_IDS
from hornbook.load import Loaded, load
from hornbook.model import KnowledgeBase
from hornbook.production import examine
from hornbook.reasoning.scopes import reason_about
from hornbook.site import build
from tests.sample_copy import copy_of_sample


def project(folder: Path) -> tuple[Path, Loaded]:
    root = copy_of_sample(folder / "project")
    loaded = load(root)
    assert loaded.knowledge is not None
    (root / "glossary/ids.txt").write_text(published_ids(loaded.knowledge), encoding="utf-8")
    return root, load(root)


def changed(found: FileChanges | Refusal) -> FileChanges:
    assert isinstance(found, FileChanges), found
    return found


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    _, loaded = project(tmp_path_factory.mktemp("ids"))
    assert loaded.knowledge is not None
    return [f"{one.word}:{one.id}" for one in everything(loaded.knowledge)]


def things(knowledge: KnowledgeBase) -> dict[str, Thing]:
    return {f"{one.word}:{one.id}": one for one in everything(knowledge)}


def errors(root: Path) -> list[str]:
    return [str(one) for one in examine(root).diagnostics if one.severity is not Severity.NOTE]


def led_nowhere(before: KnowledgeBase, after: KnowledgeBase) -> list[str]:
    """The addresses that led somewhere and do not any more; a redirect keeps what stands behind `#`."""
    moved, known = redirects(after), every_address(after)
    there = (one.partition("#") for one in every_address(before))
    now = {f"{page}{sign}{anchor}": (moved.get(f"{page}/", page), sign, anchor) for page, sign, anchor in there}
    return [old for old, (page, sign, anchor) in now.items() if f"{page.rstrip('/')}{sign}{anchor}" not in known]


def anchored(knowledge: KnowledgeBase, renamed_one: str) -> dict[tuple[str, str, int], frozenset[str]]:
    """Every place on the page of a record, by the record and the number of the place, with what leads to it."""
    word, _, old = renamed_one.partition(":")
    return {
        (kind.word, "quite-new" if (kind.word, record.id) == (word, old) else record.id, number): frozenset(one.anchors)
        for kind in ADDRESSED
        for record in knowledge.records(kind.declaration)
        for number, one in enumerate(places_on(knowledge, kind, record))
    }


def test_whatever_is_renamed_the_project_stays_in_order_and_old_addresses_lead_on(
    tmp_path: Path, ids: list[str]
) -> None:
    before = errors(project(tmp_path / "unchanged")[0])
    for number, name in enumerate(ids):
        root, loaded = project(tmp_path / str(number))
        found = renamed(loaded, name, "quite-new", files_beside(root))
        if isinstance(found, Refusal):
            assert "several frameworks" in found.message, (name, found)
            continue
        write_changes(root, found)
        assert errors(root) == before, name
        after = load(root).knowledge
        assert after is not None
        assert loaded.knowledge is not None
        own = name.partition(":")[2].rpartition("/")
        assert f"{name.partition(':')[0]}:{own[0]}{own[1]}quite-new" in things(after), name
        assert len(things(after)) == len(things(loaded.knowledge))
        assert led_nowhere(loaded.knowledge, after) == [], name
        there, now = anchored(loaded.knowledge, name), anchored(after, name)
        assert there.keys() == now.keys(), name
        assert [where for where, led in there.items() if not led <= now[where]] == [], name


def test_claims_that_were_renamed_in_many_ways_have_all_their_places_on_their_pages(tmp_path: Path) -> None:
    """Terms, a fact, a view, frameworks and an example, one after the other, one of them twice; then one is retired."""
    root, loaded = project(tmp_path)
    before = loaded.knowledge
    assert before is not None
    new = {
        "term:square": "quadrat",
        "term:rhombus": "lozenge",
        "framework:plane": "flat",
        "framework:workshop": "bench",
        "view:by-definition": "defined",
        "example:board": "plank",
        "sense:quadrat/loose": "wide",
        "fact:bench/four-cuts": "cuts",
        "term:lozenge": "diamond",
    }
    for old, own in new.items():
        write_changes(root, changed(renamed(load(root), old, own, files_beside(root))))
    after = load(root).knowledge
    assert after is not None, load(root).diagnostics
    made = build(reason_about(after), {})
    for kind in (FAQ, EXAMPLE, DISAGREEMENT):
        for one, record in before.by_id(kind.declaration).items():
            name = new.get(f"{kind.word}:{one}", one)
            html = made[f"docs/{record_address(kind, name)}index.md"].decode()
            for place in places_on(before, kind, record):
                assert [anchor for anchor in place.anchors if html.count(f'id="{anchor}"') != 1] == [], place


def test_what_is_retired_for_another_leaves_the_claims_about_it_where_they_were(tmp_path: Path) -> None:
    root, _ = project(tmp_path)
    text = (root / "glossary/terms/rhombus.yaml").read_text(encoding="utf-8")
    other = text.replace("Rhombus <lozenge>", "Diamond").replace("aliases: [rhombi, rhombus]\n", "unused: It is new.\n")
    (root / "glossary/terms/diamond.yaml").write_text(other, encoding="utf-8")
    before = load(root).knowledge
    assert before is not None, load(root).diagnostics
    write_changes(root, FileChanges(written={PUBLISHED_IDS: published_ids(before)}))
    write_changes(root, changed(retired(load(root), "rhombus", "diamond", files_beside(root))))
    write_changes(root, changed(renamed(load(root), "diamond", "lozenge", files_beside(root))))
    after = load(root).knowledge
    assert after is not None, load(root).diagnostics
    faq = "what-makes-a-square"
    there, now = (list(anchors_of(one, FAQ, one.faqs[faq])) for one in (before, after))
    assert [one.anchor for one in there] != [one.anchor for one in now]
    assert [set(one.anchors) - set(other.anchors) for one, other in zip(there, now, strict=True)] == [set()] * len(now)


def test_renaming_back_gives_the_former_texts_but_for_what_is_remembered(tmp_path: Path, ids: list[str]) -> None:
    for number, name in enumerate(ids):
        root, loaded = project(tmp_path / str(number))
        found = renamed(loaded, name, "quite-new", files_beside(root))
        if isinstance(found, Refusal):
            continue
        write_changes(root, found)
        word, _, old = name.partition(":")
        record, slash, own = old.rpartition("/")
        back = changed(renamed(load(root), f"{word}:{record}{slash}quite-new", own, files_beside(root)))
        after = texts_after(load(root).texts, back)
        assert {path: _without(text, own) for path, text in after.items()} == {
            path: _without(text, own) for path, text in loaded.texts.items()
        }, name


def _without(text: str, own: str) -> list[str]:
    """The lines that say nothing of former ids, nor what a sense is called that went by its framework's name."""
    lines = [line.replace(", was: [quite-new]", "") for line in text.split("\n")]
    kept = [line for line in lines if "was: [" not in line and line.strip() != f"id: {own}"]
    return [line for line in kept if line.strip()]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("nothing", "other", "nothing here has the id `nothing`"),
        ("square", "rhombus", "`rhombus` is a term already"),
        ("square", "Not An Id", "the new id is `Not An Id`"),
        ("square", "index", "`index` is a name that the site needs for itself"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(old: str, new: str, message: str, tmp_path: Path) -> None:
    _, loaded = project(tmp_path)
    found = renamed(loaded, old, new)
    assert isinstance(found, Refusal)
    assert found.message.startswith(message)
    assert found.hint


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("sqare", "square"),
        ("Square", "square"),
        ("term:rombus", "term:rhombus"),
        ("plane/square-defintion", "plane/square-definition"),
        ("square-definition", "plane/square-definition"),
        ("square-defintion", "plane/square-definition"),
    ],
)
def test_an_id_that_nothing_has_is_answered_with_one_that_is_like_it(wrong: str, meant: str, tmp_path: Path) -> None:
    _, loaded = project(tmp_path)
    for found in (renamed(loaded, wrong, "other"), retired(loaded, wrong), retired(loaded, "kite", wrong)):
        assert isinstance(found, Refusal)
        assert f"`{meant}`" in found.hint, found


def test_an_id_that_is_like_no_other_is_answered_with_what_ids_are(tmp_path: Path) -> None:
    _, loaded = project(tmp_path)
    found = renamed(loaded, "xyzzy-quux", "other")
    assert isinstance(found, Refusal)
    assert found.hint == "an id is the name of a file, without `.yaml`"


def test_a_word_before_an_id_chooses_among_what_is_called_so(tmp_path: Path, ids: list[str]) -> None:
    _, loaded = project(tmp_path)
    assert loaded.knowledge is not None
    for name in ids:
        assert [f"{one.word}:{one.id}" for one in things_called(loaded.knowledge, name)] == [name]
        assert name in [f"{one.word}:{one.id}" for one in things_called(loaded.knowledge, name.partition(":")[2])]


def test_nothing_is_renamed_where_there_are_mistakes(tmp_path: Path) -> None:
    root, _ = project(tmp_path)
    (root / "glossary/terms/square.yaml").write_text("label: [", encoding="utf-8")
    assert isinstance(renamed(load(root), "rhombus", "other"), Refusal)


def test_senses_that_go_by_their_frameworks_name_are_renamed_with_it(tmp_path: Path) -> None:
    root, loaded = project(tmp_path)
    assert loaded.knowledge is not None
    framework = next(iter(loaded.knowledge.records(FRAMEWORK.declaration))).id
    write_changes(root, changed(renamed(loaded, framework, "quite-new")))
    after = load(root).knowledge
    assert after is not None
    for term in after.terms.values():
        for sense in term.senses:
            assert sense.framework != framework
            if sense.framework == "quite-new" == sense.id:
                assert framework in sense.was


def test_windows_line_breaks_stay(tmp_path: Path) -> None:
    root, _ = project(tmp_path)
    file = root / "glossary/terms/square.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    write_changes(root, changed(renamed(load(root), "square", "quite-new")))
    data = (root / "glossary/terms/quite-new.yaml").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert not file.exists()


def test_the_former_id_begins_a_line_where_the_last_one_has_no_end(tmp_path: Path) -> None:
    root, _ = project(tmp_path)
    file = root / "glossary/terms/kite.yaml"
    text = file.read_text(encoding="utf-8").rstrip("\n")
    file.write_text(text, encoding="utf-8")
    write_changes(root, changed(renamed(load(root), "kite", "quite-new")))
    assert (root / "glossary/terms/quite-new.yaml").read_text(encoding="utf-8") == f"{text}\nwas: [kite]\n"
