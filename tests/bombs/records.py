"""Files of records that are made to cost much, each with what is said of it."""

from collections.abc import Mapping

from hornbook.load.tree.reader import MOST_VALUES

LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{number + 1}: &a{number + 1} [{', '.join([f'*a{number}'] * 9)}]\n" for number in range(30)
)
"""Nine times nine times nine and so on, thirty times over."""

RECORDS: Mapping[str, tuple[str, str]] = {
    "lists-in-lists": ("label: " + "[" * 100_000, "yaml-too-deep"),
    "groups-in-groups": ("label: " + "{a: " * 50_000, "yaml-too-deep"),
    "groups-below-groups": ("\n".join(" " * depth + "a:" for depth in range(1_400)), "yaml-too-deep"),
    "items-in-items": ("label:\n  " + "- " * 100_000 + "a", "yaml-too-deep"),
    "keys-of-keys": ("? " * 50_000, "yaml-too-deep"),
    "long-word": ("label: " + "a" * 1_000_000, "yaml-too-large"),
    "many-escapes": ('label: "' + "\\x41" * 200_000 + '"', "yaml-too-large"),
    "long-text": ("label: |\n" + "  a\n" * 250_000, "yaml-too-large"),
    "many-keys": ("".join(f"k{number}: 1\n" for number in range(MOST_VALUES)), "yaml-too-large"),
    "one-key-again": ("k: 1\n" * 100_000, "yaml-duplicate-key"),
    "laughs": (LAUGHS, "yaml-anchor"),
    "many-anchors": ("".join(f"k{number}: &a{number} x\n" for number in range(40_000)), "yaml-anchor"),
    "many-aliases": ("k: &a x\nl: [" + "*a," * 200_000 + "]", "yaml-anchor"),
    "many-merges": ("a: &a {x: 1}\n" + "".join(f"b{one}: {{<<: *a}}\n" for one in range(30_000)), "yaml-merge-key"),
    "many-tags": ("l: [" + "!a x," * 100_000 + "]", "yaml-tag"),
    "code-in-a-tag": ("label: !!python/object/apply:os.system [x]\n", "yaml-tag"),
    "many-documents": ("---\na\n" * 100_000, "yaml-many-documents"),
    "comments": ("# a\n" * 260_000, "yaml-empty"),
    "spaces": (" " * 1_000_000, "yaml-empty"),
    "tabs": ("\t" * 1_000_000, "yaml-syntax"),
    "quotes": ("label: " + "'" * 1_000_001, "yaml-syntax"),
    "colons": ("a" + ": a" * 200_000, "yaml-syntax"),
    "directives": ("%TAG ! a\n" * 50_000, "yaml-syntax"),
    "long-key": ("a" * 90_000 + ": 1\n", "yaml-syntax"),
    "long-number": ("year: " + "9" * 90_000, "field-unknown"),
    "control-characters": ("label: " + "\x01" * 200_000, "text-control-character"),
    "other-direction": ("label: " + "\u202e" * 200_000, "text-control-character"),
    "beyond-the-limit": ("label: " + "b" * 1_200_000, "file-too-large"),
}
"""By the name of the file: its text, and a code that it is refused or warned of with."""
