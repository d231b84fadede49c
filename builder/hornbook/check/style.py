"""Passages held to the style of a vocabulary; those in which an earlier run found nothing are known by their words."""

from collections.abc import Iterable, Iterator

from hornbook.cache import NoCache, digest_of, keep_rows, kept_rows
from hornbook.check.sentences import check_sentences
from hornbook.check.wording import wording_check
from hornbook.diagnostics import Diagnostic
from hornbook.model import Style
from hornbook.model.passages import Passage

_KIND = "style"


def check_style(style: Style, passages: Iterable[Passage], cache: NoCache, project: str) -> Iterator[Diagnostic]:
    """Find what the style does not allow; what is kept of it is called by the `project`."""
    known = kept_rows(cache, _KIND, (project,))
    check_words, held_to = wording_check(style), repr(style)
    silent: dict[str, int] = {}
    for passage in passages:
        digest = digest_of(held_to, passage.text) if cache.keeps else ""
        found = () if digest in known else (*check_words(passage), *check_sentences(style, passage))
        yield from found
        if not found:
            silent[digest] = 1
    keep_rows(cache, _KIND, (project,), silent, known)
