"""A word of several terms that a text mentions is told once a text, where nothing tells which of them is meant."""

from pathlib import Path

from hornbook.check.mentions import check_mentions
from tests.reasoning.projects import with_files

BOTH = {
    f"glossary/terms/{name}.yaml": f"label: {name.capitalize()}\naliases: [shower]\nshort: A {name}.\n{text}"
    for name, text in (("bath", "text: A shower, for the rain.\n"), ("storm", ""))
}
OF_ANOTHER = "label: Hat\nshort: A hat.\ntext: |\n  Against a shower.\n\n  And a *shower*, and a storm.\n"


def told(folder: Path, files: dict[str, str]) -> list[str]:
    knowledge = with_files(folder, files).knowledge
    return [f"{one.code} {one.place}" for one in check_mentions(knowledge)]


def test_it_is_told_once_for_a_text_of_another_term(tmp_path: Path) -> None:
    files = {**BOTH, "glossary/terms/hat.yaml": OF_ANOTHER, "docs/index.md": "# Home\n\nA shower.\n\n![[wetness]]\n"}
    assert told(tmp_path, files) == ["mention-ambiguous glossary/terms/hat.yaml:3:7"]


def test_it_is_not_told_where_texts_get_no_such_links(tmp_path: Path) -> None:
    files = {**BOTH, "glossary/terms/hat.yaml": f"{OF_ANOTHER}links_in_text: false\n"}
    assert told(tmp_path, files) == []


def test_without_such_words_there_is_nothing_to_tell(tmp_path: Path) -> None:
    assert told(tmp_path, {"glossary/terms/hat.yaml": OF_ANOTHER}) == []
