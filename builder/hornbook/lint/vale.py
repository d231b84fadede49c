"""The words of a vocabulary as a style for Vale (https://vale.sh/docs/styles): rules in YAML, and the words as spelt.

Vale reads words alone, so the style says what needs no logic: words to avoid and what to write instead, words that may
mean several things, and how terms are spelt. What follows from what is for `hornbook lint`.
"""

import json
import re
from collections.abc import Iterable, Mapping

from hornbook.lint.against import Against
from hornbook.lint.senses import differing
from hornbook.model.shared_names import shared_names

STYLE = "Hornbook"
"""The folder of the rules, and the name that `BasedOnStyles` takes."""


def vale_files(against: Against) -> Mapping[str, str]:
    """The files, by their paths in the folder that Vale calls `StylesPath`; a rule that would be empty is none."""
    knowledge = against.knowledge
    style = knowledge.glossary.style
    avoided = {form: one.better for one in (style.words if style else ()) for form in (one.word, *one.forms)}
    shared = {name.text: name.terms for name in shared_names(knowledge.terms).values()}
    senses = {name: term for term in differing(knowledge) for name in _names(against, term)}
    spelt = sorted({name for term in knowledge.terms for name in _names(against, term)})
    files = {}
    if avoided:
        swap = {word: "|".join(better) for word, better in sorted(avoided.items())}
        files[f"{STYLE}/Avoid.yml"] = _rule("substitution", "Write '%s' rather than '%s'.", "warning", swap=swap)
    if shared:
        said = "'%s' is the name of several terms: say which is meant."
        files[f"{STYLE}/Ambiguous.yml"] = _rule("existence", said, "warning", tokens=sorted(shared))
    if senses:
        said = "Authors mean different things by '%s': say whose word it is."
        files[f"{STYLE}/Senses.yml"] = _rule("existence", said, "suggestion", tokens=sorted(senses))
    if spelt:
        lines = "".join(f"{_pattern(word)}\n" for word in spelt)
        files[f"config/vocabularies/{STYLE}/accept.txt"] = lines
    return files


def _names(against: Against, term: str) -> list[str]:
    """What a term is called in texts, by everybody."""
    one = against.knowledge.terms[term]
    return [one.name, *(alias.text for alias in one.aliases if alias.framework is None)]


def _rule(
    kind: str, message: str, level: str, *, swap: Mapping[str, str] | None = None, tokens: Iterable[str] = ()
) -> str:
    """A rule; all its strings are quoted as JSON has them, which YAML reads alike (YAML 1.2.2, 1.2)."""
    lines = [f"extends: {kind}", f"message: {_quoted(message)}", f"level: {level}", "ignorecase: true"]
    if swap is not None:
        lines += ["swap:", *(f"  {_quoted(_pattern(word))}: {_quoted(better)}" for word, better in swap.items())]
    else:
        lines += ["tokens:", *(f"  - {_quoted(_pattern(word))}" for word in tokens)]
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _pattern(word: str) -> str:
    """A word as a regular expression that finds it alone; blanks in it may be line breaks."""
    return re.sub(r"\\?\s+", r"\\s+", re.sub(r"([.^$*+?{}\[\]\\|()])", r"\\\1", word))
