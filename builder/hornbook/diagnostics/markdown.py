"""Words in Markdown: what a stranger wrote stays words, whatever forges make of Markdown."""

_MARKUP = str.maketrans(
    {char: f"&#{ord(char)};" for char in "\\`*_{}[]()<>+-!|&~:"}
    # Forges look for mentions and for numbers of issues once references are read; a sign without width parts them.
    | {char: f"&#{ord(char)};&#8203;" for char in "@#"}
)


def markdown_words(text: str) -> str:
    """A text on one line in which nothing is markup, a mention or a link."""
    return " ".join(text.translate(_MARKUP).split())
