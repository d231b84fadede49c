"""Texts, sources and claims of records as plain lines."""

from functools import partial

from hornbook.addresses import title_of
from hornbook.model import AnyClaim, Citation, Claim, EquivalenceClaim, KnowledgeBase, Prose, Source
from hornbook.reasoning.outcomes import answer_of
from hornbook.reasoning.scopes import Reasoning
from hornbook.reasoning.sentences import capital, claim_in_words, plain
from hornbook.reasoning.verdicts import VERDICT_WORDS


def prose_text(knowledge: KnowledgeBase, prose: Prose) -> str:
    """A text in one line, links as their words."""
    return " ".join(prose.plain_text(partial(title_of, knowledge)).split())


def told(knowledge: KnowledgeBase, *texts: Prose | None) -> list[str]:
    """Each text that there is, after an empty line."""
    return [line for text in texts if text is not None for line in ("", prose_text(knowledge, text))]


def source_text(source: Source) -> str:
    """Author, title and date of a work."""
    by = f"{', '.join(source.author)}: " if source.author else ""
    return f"{by}{source.title}" + (f" ({source.issued})" if source.issued else "")


def cited(knowledge: KnowledgeBase, *citations: Citation) -> str:
    """Works, and the place in each."""
    works = (source_text(knowledge.sources[one.ref]) + (f", {one.at}" if one.at else "") for one in citations)
    return f"{'Source' if len(citations) == 1 else 'Sources'}: {'; '.join(works)}"


def claim_lines(reasoning: Reasoning, claims: tuple[AnyClaim, ...]) -> tuple[list[str], list[object]]:
    """Each claim as a sentence after its verdict, which is computed; and the same as data."""
    lines: list[str] = []
    data: list[object] = []
    for claim in claims:
        if isinstance(claim, Claim):
            verdict = answer_of(reasoning, claim).verdict
            words = plain(capital(claim_in_words(reasoning.settings[claim.scope].names, claim)))
            lines.append(f"  - {VERDICT_WORDS[verdict].word}: {words} (in {claim.scope})")
            data.append({"claim": str(claim), "in": str(claim.scope), "verdict": verdict.value})
        elif isinstance(claim, EquivalenceClaim):
            titles = " and ".join(f"“{reasoning.knowledge.views[view].title}”" for view in claim.views)
            lines.append(f"  - {titles} {'say' if claim.holds else 'do not say'} the same")
            data.append({"equivalent": list(claim.views), "holds": claim.holds})
        else:
            called, meant = (reasoning.knowledge.terms[term].name for term in (claim.called, claim.term))
            lines.append(f"  - “{meant}” in the sense {claim.sense} is called “{called}”")
            data.append({"sense": claim.meant, "called": claim.called})
    return lines, data
