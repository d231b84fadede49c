"""Formulas in fields and texts: each is set when it is read, and one that cannot be is a mistake with its place."""

from hornbook.diagnostics import Code, Diagnostic, Lines
from hornbook.load.names.claims import Where
from hornbook.load.names.references import References
from hornbook.mathematics import COMMANDS, Formula, Typeset, converted, written_in

FORMULA = Code(
    "formula",
    "A formula between dollar signs has a command that is not known, or cannot be read, or is too long or too deep.",
    Lines(
        "glossary/terms/rain.yaml",
        r"text: Rain of $\alpah$ or $x^$, which leaves a [[wet-ground|wet ground]].",
        r"text: Rain of $\alpha$ or $x^2$, which leaves a [[wet-ground|wet ground]].",
    ),
)

_NEAR, _SHORTEST = 0.75, 3
"""So alike a command must be, and so long, for another to be taken for it: they are short, and there are 700."""


def read_formula(
    tex: str, start: int, where: Where, references: References, *, is_block: bool = False
) -> Formula | None:
    """Set a formula whose TeX begins at `start` in what `where` gives places of; None is a mistake, now reported."""
    made = converted(tex, is_block=is_block)
    if isinstance(made, Formula):
        return made
    hint = made.hint
    if made.command is not None and len(made.command) >= _SHORTEST:
        meant = references.closest(made.command, COMMANDS, _NEAR)
        hint = f"did you mean `\\{meant}`?" if meant else hint
    at = start + made.offset
    length = 1 if made.command is None else len(made.command) + 1
    references.report(Diagnostic(where(at, at + length), FORMULA, made.message, hint=hint))
    return None


def typeset(text: str, where: Where, references: References) -> str:
    r"""Plain text with its formulas set; `where` gives the place of a stretch of it.

    A formula with a mistake stays as it is written. Without formulas the text is as it was, but for `\$`.
    """
    if "$" not in text or not references.known.mathematics:
        return text
    pieces: list[str | Formula] = []
    for piece in written_in(text):
        made = None
        if piece.is_formula:
            made = read_formula(piece.words, piece.tex_start, where, references, is_block=piece.is_block)
        pieces.append(made or piece.words)
    return Typeset(tuple(pieces)) if any(isinstance(piece, Formula) for piece in pieces) else "".join(map(str, pieces))
