"""What a bibliography says of a source besides its data: how far it was verified, and authors not named."""

from hornbook.model import Seen, Source
from hornbook.model.author_names import authors_of

_SEEN = {None: None, Seen.YES: None, Seen.PARTLY: "Partly verified.", Seen.NO: "Not verified."}


def note_of(source: Source) -> str:
    """The note in plain sentences; empty where there is nothing to say."""
    remark = authors_of(source).remark
    more = f"Authors: {', '.join(source.author)}." if remark else None
    return " ".join(part for part in (more, _SEEN[source.seen], source.unverified) if part)
