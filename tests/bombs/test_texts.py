"""No text of a record and no page takes much time or memory, whatever is nested or stands in it again and again."""

import textwrap
from pathlib import Path

from tests.bombs.limits import limited
from tests.bombs.texts import PAGES, TEXTS
from tests.load.project import loaded_with

FAQ = "question: Is it {}?\nframework: weather\nshort: No.\nanswer: |\n{}\nsource: almanac\n"


def test_all_of_them_in_one_project_are_refused_each_with_its_place(tmp_path: Path) -> None:
    loaded_with(tmp_path, {})
    project = tmp_path / "project"
    for name, (text, _) in TEXTS.items():
        file = project / "glossary" / "faq" / f"{name}.yaml"
        file.write_text(FAQ.format(name, textwrap.indent(text, "  ")), encoding="utf-8")
    for name, (text, _) in PAGES.items():
        (project / "docs" / f"page-{name}.md").write_text(f"# Title\n\n{text}", encoding="utf-8")
    ended = limited(project, "check")
    assert ended.status == 1
    missing = {name: code for name, (_, code) in TEXTS.items() if code not in ended.codes(f"{name}.yaml")}
    missing |= {name: code for name, (_, code) in PAGES.items() if code not in ended.codes(f"page-{name}.md")}
    assert missing == {}
