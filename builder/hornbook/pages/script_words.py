"""What scripts say in another language than English, put in front of them, where they look for it.

So a script and its words are one file: nothing is fetched for them, and a site works from a folder.
"""

import json
import re
from collections.abc import Sequence
from gettext import c2py
from typing import TypedDict

from hornbook.language import spoken

_RULE = re.compile(r"nplurals *= *\d+ *; *plural *= *(?P<rule>[n\d %<>=!&|?:()]+);?")
"""The header of a catalogue that says which form goes with a number `n`: an expression of C, the same in JavaScript."""
_IN_ENGLISH = "n != 1"
_NUMBERS = range(1000)
"""In these a rule chooses each of its forms at least once."""


class Messages(TypedDict):
    """The messages of one script, as `theme/words.json` has them."""

    said: Sequence[str]
    counted: Sequence[tuple[str, str]]
    """Those that depend on a number."""
    in_context: Sequence[tuple[str, str]]
    """Contexts with what is said in them."""


def spoken_script(script: bytes, messages: Messages) -> bytes:
    """The script with what it says in the language that is spoken; as it is where that is English."""
    words = spoken()
    said: dict[str, str | list[str]] = {one: words.gettext(one) for one in messages["said"]}
    of_uses = {(use, one): words.pgettext(use, one) for use, one in messages["in_context"]}
    rule = _rule(words.info().get("plural-forms", ""))
    forms = {(one, many): _forms(rule, one, many) for one, many in messages["counted"]}
    in_english = [list(said), [one for _, one in of_uses], list(map(list, forms))]
    if [list(said.values()), list(of_uses.values()), list(forms.values())] == in_english:
        return script
    said |= {f"{use}\x04{one}": other for (use, one), other in of_uses.items()}
    said |= {one: others for (one, _), others in forms.items()}
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.hornbookWords={{messages:{written},formOf:(n)=>Number({rule})}};\n".encode() + script


def _rule(header: str) -> str:
    found = _RULE.fullmatch(header)
    return found["rule"].strip() if found else _IN_ENGLISH


def _forms(rule: str, one: str, many: str) -> list[str]:
    """What is said for a number, by the number of the form that the rule gives for it."""
    form_of, ngettext = c2py(rule), spoken().ngettext
    forms = {form_of(number): ngettext(one, many, number) for number in _NUMBERS}
    return [forms.get(form, many) for form in range(max(forms) + 1)]
