"""Write the forms of .github/ISSUE_TEMPLATE from the declarations of the model.

A development program; run it as `python tools/forms.py` after a field came, went or changed its meaning.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from hornbook.load import load
from hornbook.manual import form_settings, issue_forms

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
_MADE = "# Made from the declarations of the model by `python tools/forms.py`.\n"


def forms() -> Mapping[str, str]:
    """The files of the folder by name: a form for each kind of proposal, and what stands beside them."""
    knowledge = load(ROOT).knowledge
    if knowledge is None:
        raise SystemExit("the glossary has mistakes: run `hornbook check`")
    settings = form_settings(f"{knowledge.glossary.site_url}contribute/")
    return {name: _MADE + as_yaml(data) for name, data in {**issue_forms(), "config.yml": settings}.items()}


def as_yaml(data: object) -> str:
    """Data as YAML: one field or item on each line, every text in quotation marks."""
    return "".join(f"{line}\n" for line in _lines(data))


def _lines(data: object) -> Iterator[str]:
    match data:
        case dict():
            for key, value in data.items():
                yield from _after(f"{key}:", value)
        case list():
            for item in data:
                first, *others = _lines(item)
                yield f"- {first}"
                yield from (f"  {line}" for line in others)
        case _:
            yield json.dumps(data, ensure_ascii=False)


def _after(key: str, value: object) -> Iterator[str]:
    lines = list(_lines(value))
    if isinstance(value, dict | list):
        yield key
        yield from (f"  {line}" for line in lines)
    else:
        yield f"{key} {lines[0]}"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file, text in forms().items():
        (FOLDER / file).write_text(text, encoding="utf-8")
