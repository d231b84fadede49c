"""Values of the model made by hand; what a test does not say is left to the model's defaults."""

from collections.abc import Iterable, Mapping, Sequence

from hornbook.diagnostics import Place
from hornbook.logic import Literal
from hornbook.model import (
    Alias,
    Chain,
    Citation,
    Fact,
    Framework,
    Gap,
    Glossary,
    Implication,
    KnowledgeBase,
    Labels,
    Link,
    Prose,
    Source,
    Term,
    TermKind,
)
from hornbook.model.pictures import OnlyChain

HERE = Place("somewhere.yaml")
CITED = Citation(ref="somebody", place=HERE)
NOTHING = Prose((), HERE)
DEFAULT_FRAMEWORK = "hubinger-2020"
GLOSSARY = Glossary(
    title="T",
    description="D",
    site_url="https://example.org/",
    repository="https://example.org/edit/",
    licence="CC BY 4.0",
    framework=DEFAULT_FRAMEWORK,
    place=HERE,
)


def term(id: str, label: str, *aliases: str | tuple[str, str], short: str = "") -> Term:  # noqa: A002 -- the model's word
    """A term with other words for it; a pair is a word of one framework."""
    pairs = [(one, None) if isinstance(one, str) else one for one in aliases]
    return Term(
        id=id,
        label=label,
        aliases=tuple(Alias(text=text, framework=framework, place=HERE) for text, framework in pairs),
        own_kind=TermKind.CONCEPT.value,
        kind=TermKind.CONCEPT,
        short=short,
        labelling=Labels.SENTENCE_CASE,
        place=HERE,
    )


def implication(
    id: str,  # noqa: A002 -- the model's word
    premises: Sequence[str],
    conclusion: str | None,
    *,
    assuming: Sequence[str] = (),
    converse: bool = False,
) -> Implication:
    """An implication of literals as YAML writes them; without a conclusion the premises exclude each other."""
    return Implication(
        id=id,
        premises=tuple(map(_literal, premises)),
        assuming=tuple(map(_literal, assuming)),
        conclusion=None if conclusion is None else _literal(conclusion),
        converse=converse,
        sources=(CITED,),
        place=HERE,
    )


def framework(implications: Sequence[Implication], facts: Mapping[str, tuple[str, str]] | None = None) -> Framework:
    """The default framework, with the sentences of its facts."""
    return Framework(
        id=DEFAULT_FRAMEWORK,
        label="Hubinger (2020)",
        source=CITED,
        facts=tuple(
            Fact(id=atom, holds=holds, fails=fails, place=HERE) for atom, (holds, fails) in (facts or {}).items()
        ),
        implications=tuple(implications),
        place=HERE,
    )


def chain(id: str, links: Sequence[Link], gaps: Sequence[Gap]) -> Chain:  # noqa: A002 -- the model's word
    """A chain of the default framework."""
    return Chain(
        id=id,
        kind=OnlyChain.CHAIN,
        title="A chain",
        framework=DEFAULT_FRAMEWORK,
        links=tuple(links),
        gaps=tuple(gaps),
        text=NOTHING,
        source=CITED,
        place=HERE,
    )


def knowledge_base(terms: Iterable[Term] = (), sources: Iterable[Source] = ()) -> KnowledgeBase:
    """Nothing but these."""
    return KnowledgeBase(
        glossary=GLOSSARY,
        terms={one.id: one for one in sorted(terms, key=lambda one: one.id)},
        sources={one.id: one for one in sources},
    )


def _literal(text: str) -> Literal:
    return Literal(text.removeprefix("not "), holds=not text.startswith("not "))
