"""Texts of records and pages of `docs/` that are made to cost much, each with what is said of it, if anything is."""

from collections.abc import Mapping

from hornbook.load.prose.parsing import LONGEST_LINE, LONGEST_PAGE
from hornbook.load.records.scalars import LONGEST_PROSE


def lines(pattern: str, length: int = LONGEST_PROSE - 100) -> str:
    """A pattern again and again, in lines that are not too long; each begins with a whole one."""
    line = pattern if "\n" in pattern else pattern * (LONGEST_LINE // len(pattern)) + "\n"
    return line * (length // len(line))


TEXTS: Mapping[str, tuple[str, str]] = {
    "quotes": (lines("> "), "prose-too-deep"),
    "numbers": (lines("1. "), "prose-too-deep"),
    "lists": ("\n".join("  " * depth + "- a" for depth in range(100)), "prose-too-deep"),
    "stars": (lines("*a **b "), "prose-mark"),
    "brackets": (lines("["), "text-tangled"),
    "pictures": (lines("!["), "text-tangled"),
    "links-in-links": ("[" * 2_000 + "a" + "](b)" * 2_000, "text-tangled"),
    "claims-in-claims": (lines("[[rain|"), "text-tangled"),
    "claims": (lines("[[rain + => x]] "), "claim-notation"),
    "many-links": (lines("[a](b) "), "prose-link"),
    "footnotes": (lines("[^1] "), "definition-missing"),
    "table": (f"|{'a|' * 2_000}\n|{'-|' * 2_000}\n" + "|a|\n" * 2_000, "text-tangled"),
    "elements": (lines("<b>"), "prose-html"),
    "declarations": (lines("<![CDATA["), "prose-html"),
    "headings": (lines("a\n===\n"), "prose-heading"),
    "formula-of-groups": (f"${'{' * 450}a{'}' * 450}$", "formula"),
    "formula-of-fractions": ("$" + r"\frac{a}{" * 90 + "b" + "}" * 90 + "$", "formula"),
    "formula-of-fences": ("$" + r"\left(" * 70 + "a" + r"\right)" * 70 + "$", "formula"),
    "long-formula": (f"${'a' * 15_000}$", "formula"),
    "formula-that-grows": (lines(r"$\def\a{\a\a}\a$ "), "formula"),
    "many-wrong-formulas": (lines(r"$\foo$ "), "formula"),
}
"""By id: the answer of a question, and a code that it is refused or warned of with."""

PAGES: Mapping[str, tuple[str, str]] = {
    "quotes": (lines("> ", LONGEST_PAGE // 2), "prose-too-deep"),
    "brackets": (lines("[", LONGEST_PAGE // 2), "text-tangled"),
    "notes": ("\n".join("    " * depth + "!!! note" for depth in range(100)), "prose-too-deep"),
    "tabs": (lines('=== "a"\n\n    b\n\n', LONGEST_PAGE // 2), "file-too-large"),
    "tables": (lines("|a\n|-\n|b\n\n", LONGEST_PAGE // 2), "file-too-large"),
    "headings": (lines("# a\n", LONGEST_PAGE // 4), "file-too-large"),
    "diagrams": (lines("![[wetness]]\n\n", LONGEST_PAGE // 4), "file-too-large"),
    "footnotes": (lines("[^1]: a\n\n[^1] ", LONGEST_PAGE // 2), "file-too-large"),
    "front-matter": ("---\n" + "a: &a [*a]\n" * 9_000 + "---\n", "page-front-matter"),
    "one-line": ("a" * (LONGEST_LINE + 1), "text-too-long"),
    "long": (lines("a\n", LONGEST_PAGE + 2), "file-too-large"),
    "formulas": (lines(r"$\foo$ ", LONGEST_PAGE // 4), "formula"),
}
"""By the name of the page: what stands below its title, and likewise a code."""
