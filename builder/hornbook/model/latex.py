"""Words in LaTeX and BibTeX: what a stranger wrote stays words."""

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces whether or not a backslash stands before them
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",  # LaTeX's first encoding of fonts has other signs in the place of these three
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
}


def latex_words(text: str) -> str:
    """A text in which nothing is a command, a group, a comment or mathematics."""
    return "".join(_SPECIAL.get(character, character) for character in text)
