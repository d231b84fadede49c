"""Formulas as MathML: made here from parts that were let through, with their text form for whoever cannot see them.

It is put in after the allow-list of prose, as ours: no contributor's text ever becomes an element of it.
"""

import re
from html import escape

from hornbook.mathematics import Formula, Part

LONGEST_KEPT = 24
"""A formula within a line whose text form is longer scrolls where the line is shorter."""
_FORMULAS = re.compile(r'<span class="kb-formula[^>]*><math .*?</math></span>|<math .*?</math>')
_PLACEHOLDER = re.compile("\ufdd2([0-9]+)\ufdd3")
"""No text can hold these characters."""


def formula_markup(formula: Formula, *, focused: bool = False) -> str:
    """The markup of a formula, on one line; one that may scroll can be `focused` unless it stands in a link."""
    math = _markup(formula.tree, f' alttext="{escape(formula.text)}"')
    focus = ' tabindex="0"' if focused else ""
    if formula.is_block:
        return f'<span class="kb-formula kb-apart"{focus}>{math}</span>'
    return f'<span class="kb-formula"{focus}>{math}</span>' if len(formula.text) > LONGEST_KEPT else math


def formulas_aside(markup: str) -> tuple[str, tuple[str, ...]]:
    """Markup of ours with a placeholder for each formula, and the formulas, for an allow-list to pass over."""
    formulas: list[str] = []

    def kept(found: re.Match[str]) -> str:
        formulas.append(found[0])
        return f"\ufdd2{len(formulas) - 1}\ufdd3"

    return _FORMULAS.sub(kept, markup), tuple(formulas)


def formulas_back(markup: str, formulas: tuple[str, ...]) -> str:
    """Markup that passed the allow-list, with the formulas in their places."""
    return _PLACEHOLDER.sub(lambda found: formulas[int(found[1])], markup) if formulas else markup


def _markup(part: Part | str, more: str = "") -> str:
    """The markup of a part; it is nested no deeper than `mathematics` lets it be."""
    if isinstance(part, str):
        return escape(part).replace("\n", " ")
    written = "".join(f' {name}="{escape(value)}"' for name, value in part.attributes)
    inside = "".join(map(_markup, part.children))
    return f"<{part.tag}{more}{written}>{inside}</{part.tag}>"
