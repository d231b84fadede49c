"""What a bibliography says of a source besides its data: how far it was verified, and authors not named."""

from hornbook.language import later, say
from hornbook.model import Seen, Source
from hornbook.model.author_names import authors_of

_SEEN = {None: "", Seen.YES: "", Seen.PARTLY: later("Partly verified."), Seen.NO: later("Not verified.")}


def note_of(source: Source) -> str:
    """The note in plain sentences; empty where there is nothing to say."""
    remark = authors_of(source).remark
    more = say("Authors: {names}.", names=", ".join(source.author)) if remark else None
    seen = _SEEN[source.seen]
    return " ".join(part for part in (more, say(seen) if seen else None, source.unverified) if part)
