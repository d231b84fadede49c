"""Sentences that say what follows from what, held against the implications.

A sentence is read only if it consists of nothing but names of the glossary and the words between them: `X implies Y`,
`if X and Y, then Z`, `Z follows from X`, with `assuming …`, `not`, `without` and `in FRAMEWORK`, articles left out.
Whatever else it says may change what it means, so it is left alone; so are headings, questions, quotations, emphasis
and code. And it is a finding only where the glossary knows better: a condition, the converse, or the opposite. Where
nothing is known, a text may say what it likes.
"""

import re
from collections.abc import Iterator

from hornbook.check.sentence_split import Sentence, sentences_of
from hornbook.diagnostics import Diagnostic
from hornbook.lint.against import Against
from hornbook.lint.faults import Fault, Flaw, flaw_of
from hornbook.lint.telling import told
from hornbook.logic import Verdict
from hornbook.model.foreign import Block
from hornbook.model.notation import ParsedClaim
from hornbook.model.passages import HIDDEN, MARK
from hornbook.model.tolerant import parse_typed
from hornbook.reasoning.scopes import Setting

_SAYS = re.compile(
    r"\b(?:if|impl(?:y|ies)|entails?|follows? from|(?:is|are) (?:implied|entailed) by)\b|[=-]+>|[⇒→]", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:(?:so|thus|hence|therefore|indeed|then|and|also|note that|recall that|of course|clearly|by definition"
    r"|in other words|in particular|conversely|moreover)\b[, ]*)+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:an?|any|every|each)\s+", re.IGNORECASE)
_CITATION = re.compile(r"\s*(?:\([^()]*\b\d{4}[a-z]?\b[^()]*\)|\[\^?[\w@:;, -]{1,80}\])(?=\.?$)")
_CONDITIONAL = re.compile(r"\b(?:if|given|assum\w*|provided|under|unless|when|except)\b", re.IGNORECASE)
_REASON = re.compile(r",\s+(?:because|since)\s+(?P<reason>[^,;]*)\.?$", re.IGNORECASE)
_DENIED = re.compile(
    r"(?:no|not|none|nothing|nobody|neither)\b|.*\b(?:not|no) (?:every|any|each|all|an?)\b", re.IGNORECASE
)
"""These deny a whole statement, or speak of some only: "no A implies B", "not every A implies B"."""
_QUOTED = re.compile(r"[“”„«»\"?]")
_BETTER = (Fault.CONDITION, Fault.CONVERSE, Fault.OPPOSITE)
"""What the glossary must know for a sentence to be a finding."""


def check_sentences(against: Against, block: Block, framework: str | None, around: str) -> Iterator[Diagnostic]:
    """What is wrong with the sentences of a block.

    `framework` is the one whose words are used, None where none is chosen; `around` is what else its section says,
    where conditions may have been named.
    """
    text = block.passage.text
    for sentence in _statements(block):
        asked = _bare(against, text[sentence.start : sentence.end])
        flaw = None if asked is None else _flaw(against, asked, framework)
        if flaw is not None and not (flaw.fault is Fault.CONDITION and _is_named(against, flaw, around)):
            yield told(flaw, block.passage.where(sentence.start, sentence.end), is_sentence=True)


def statements_in(block: Block) -> int:
    """How many sentences of a block may say what follows from what."""
    return sum(1 for _ in _statements(block))


_LONGEST = 400


def _statements(block: Block) -> Iterator[Sentence]:
    """The sentences that have a word for it, and nothing that is hidden from readers of words."""
    text = block.passage.text
    for sentence in sentences_of(text) if not (block.is_heading or block.is_quoted) else ():
        words = text[sentence.start : sentence.end]
        if len(words) <= _LONGEST and _SAYS.search(words) and not any(sign in words for sign in (HIDDEN, MARK)):
            yield sentence


def _bare(against: Against, words: str) -> str | None:
    """A sentence without what says nothing of what follows: how it leads over, whom it cites, and a reason."""
    if _QUOTED.search(words):
        return None
    lead = _LEAD.match(words)
    words = words[lead.end() :] if lead else words
    if _DENIED.match(words):
        return None
    citation = _CITATION.search(words)
    if citation is not None and _CONDITIONAL.search(citation[0]) is None:
        words = words[: citation.start()]
    reason = _REASON.search(words)
    if reason is not None and not list(against.finder.find(reason["reason"], None)):
        words = words[: reason.start()]
    return _ARTICLE.sub("", words).strip().rstrip(".!:;") or None


def _flaw(against: Against, words: str, framework: str | None) -> Flaw | None:
    """What is wrong with a statement wherever it can be asked; nothing where it comes out right anywhere."""
    first: Flaw | None = None
    for scope in _scopes(against, framework):
        read = parse_typed(words, against.known, scope)
        if not isinstance(read, ParsedClaim) or not read.premises or read.verdict is not Verdict.FOLLOWS:
            continue
        setting = _setting(against, read.scope or scope)
        if setting is None or not setting.theory.atoms.issuperset(one.atom for one in read.literals):
            continue
        flaw = flaw_of(against.reasoning, setting, read)
        if flaw is None or flaw.fault is Fault.UNSETTLED:
            return None
        if first is None and flaw.fault in _BETTER:
            first = flaw
    return first


def _scopes(against: Against, framework: str | None) -> list[str]:
    """The frameworks whose words a sentence may use: the one that was chosen; else all, the default first."""
    if framework is not None:
        return [framework]
    default = against.knowledge.glossary.framework
    return sorted(against.knowledge.frameworks, key=lambda one: (one != default, one))


def _setting(against: Against, scope: str) -> Setting | None:
    view = against.knowledge.views.get(scope)
    if view is not None:
        return against.reasoning.settings[view.scope]
    return against.reasoning.framework(scope) if scope in against.knowledge.frameworks else None


def _is_named(against: Against, flaw: Flaw, around: str) -> bool:
    """Whether the section names the condition elsewhere, so that it may well be meant."""
    wanted = {literal.atom for literal in flaw.literals}
    named = {term for mention in against.finder.find(around, flaw.setting.framework.id) for term in mention.terms}
    facts = {one.id: one for one in flaw.setting.framework.all_facts}
    told_of = {one for one in wanted & facts.keys() if facts[one].holds.casefold().rstrip(".") in around.casefold()}
    return bool(wanted & named) or bool(told_of)
