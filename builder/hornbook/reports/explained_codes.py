"""What a code of messages means, with its example."""

from collections.abc import Iterator
from textwrap import indent

from hornbook.diagnostics import Code, Group, Lines
from hornbook.reports.values import Report


def explain_code(name: str) -> Report | None:
    """Say what the code of that name means and what brings it about; None where there is none."""
    found = next(((group, code) for group, code in _codes() if code == name.strip().strip("[]").lower()), None)
    if found is None:
        return None
    group, code = found
    data: dict[str, object] = {
        "explains": "code",
        "id": str(code),
        "severity": code.severity.value,
        "group": group.value,
        "meaning": code.meaning,
    }
    parts = [f"{code} ({code.severity}, {group.value.lower()})", code.meaning, ""]
    example = code.example
    if isinstance(example, Lines):
        parts += [f"For example, in {example.path}:", indent(example.wrong, "    ")]
        parts += ["Right would be:", indent(example.right, "    ")] if example.right else []
        data["example"] = {"path": example.path, "wrong": example.wrong, "right": example.right}
    else:
        parts += [f"For example: {example}"]
        data["example"] = example
    return Report("\n".join(parts), data)


def code_names() -> list[str]:
    """The names of all codes."""
    return [str(code) for _, code in _codes()]


def _codes() -> Iterator[tuple[Group, Code]]:
    # Every check declares its own, so that all of them are imported; other explanations do without.
    from hornbook.manual import all_codes  # noqa: PLC0415

    for group, codes in all_codes().items():
        yield from ((group, code) for code in codes)
