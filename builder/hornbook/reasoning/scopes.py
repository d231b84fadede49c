"""Frameworks and views as theories: what the engine is given, and which literals a set may be made of."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from hornbook.cache import NOTHING_KEPT, NoCache
from hornbook.logic import QUESTION_STEPS, Checker, Clause, Literal, Theory
from hornbook.model import AnyClaim, Choice, Claim, Framework, Implication, KnowledgeBase, Scope, TermKind, View
from hornbook.model.contents import every_claim
from hornbook.model.reads import Read, reads
from hornbook.reasoning.inquiries import Inquiries
from hornbook.reasoning.sentences import Names, names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One scope, ready to be asked: its implications and the theory they make."""

    scope: Scope
    framework: Framework
    implications: tuple[Implication, ...]
    theory: Theory
    names: Names
    """What its atoms are called."""
    records: Mapping[str, Implication | Choice] = field(repr=False)
    """The implications and choices that its clauses come from, by id."""
    place: Mapping[str, int] = field(repr=False)
    """Where each implication stands among `implications`, by id."""
    checker: Checker = field(repr=False)
    """Holds every certificate against the clauses."""
    using: Mapping[str, tuple[Implication, ...]] = field(repr=False)
    """By atom the implications that name it, so that no page has to look through all."""
    conditions: frozenset[str] = field(repr=False)
    """The atoms that some implication uses as a condition."""
    concluded: frozenset[str] = field(repr=False)
    """The atoms that some unconditional implication concludes positively; converses of definitions do not count."""
    limit: int
    """The steps that one question may take."""
    share: int
    """The steps that may be taken for what is listed of one atom, or of one example."""

    def picked(self, ids: Iterable[str]) -> list[Implication]:
        """The implications with these ids, in the author's order; ids of others are passed over."""
        return [self.implications[place] for place in sorted({self.place[one] for one in ids if one in self.place})]

    @property
    def presupposing(self) -> tuple[str, ...]:
        """The atoms of the setting that apply only where something else holds, by id."""
        return tuple(sorted(one.atom for one in self.framework.all_presupposes if one.atom in self.theory.atoms))


@dataclass(frozen=True, slots=True, eq=False)
class Reasoning:
    """A knowledge base with the theory of each of its scopes, for one run.

    It is no value: two runs are never the same, since each remembers what was asked in it.
    """

    knowledge: KnowledgeBase
    settings: Mapping[Scope, Setting]
    inquiries: Inquiries = field(default_factory=Inquiries, repr=False)
    """Pages ask again what checks asked; `outcomes` puts it to the engine once."""
    cache: NoCache = field(default=NOTHING_KEPT, repr=False)
    """What earlier runs found."""
    read: frozenset[Read] = field(default=frozenset(), repr=False)
    """The texts that the theories were made from, but for how many claims they make, which the limits say."""

    @property
    def claims(self) -> tuple[AnyClaim, ...]:
        """Every claim: those that records list, then those that texts make in passing; looked for once in a run."""
        return _claims(self.inquiries, self.knowledge)

    def framework(self, framework: str) -> Setting:
        """The setting in which all of a framework counts."""
        return self.settings[Scope(framework)]


SCOPE_STEPS = 20_000_000
"""What all questions to one scope may take together; each has an equal share, so that none takes from another."""

LIST_STEPS = 3_000_000
"""What all lists of one scope may take together, of which each atom has an equal share."""

LEAST_STEPS = 8
"""So often at least, each literal of a scope's clauses may be visited for any one question."""

LEAST_LISTED = 10_000
"""What the lists of one atom may take at least, however many atoms there are: a page costs no more with the size of
its vocabulary."""


def reason_about(
    knowledge: KnowledgeBase, claims: Iterable[AnyClaim] | None = None, cache: NoCache = NOTHING_KEPT
) -> Reasoning:
    """Make the theory of every framework and of every view.

    `claims` are those that share the steps of their scopes in this run; all that there are, where none are given.
    """
    inquiries = Inquiries()
    with reads():  # of which nothing is left but each setting's limit
        limits = _limits(knowledge, _claims(inquiries, knowledge) if claims is None else claims)
    with reads() as noted:
        settings = _settings(knowledge, limits)
    return Reasoning(knowledge, settings, inquiries, cache, frozenset(noted))


def _claims(inquiries: Inquiries, knowledge: KnowledgeBase) -> tuple[AnyClaim, ...]:
    found: tuple[AnyClaim, ...] = inquiries.once(tuple, "claims", lambda: tuple(every_claim(knowledge)))
    return found


def _settings(knowledge: KnowledgeBase, limits: Mapping[Scope, int]) -> dict[Scope, Setting]:
    settings: dict[Scope, Setting] = {}
    for framework in knowledge.frameworks.values():
        scope = Scope(framework.id)
        names = names_of(knowledge, framework)
        settings[scope] = _setting(scope, framework, names, framework.all_implications, limits[scope])
    for view in knowledge.views.values():
        whole = settings[Scope(view.framework)]
        shown = whole.framework.picked(view.show)
        settings[view.scope] = _setting(view.scope, whole.framework, whole.names, shown, limits[view.scope])
    return settings


def _limits(knowledge: KnowledgeBase, all_claims: Iterable[AnyClaim]) -> Mapping[Scope, int]:
    """The steps that are there for each question of a scope, by how many claims are put to it.

    Claims of questions and disagreements are put to every framework.
    """
    claims = [claim for claim in all_claims if isinstance(claim, Claim)]
    own = Counter(claim.scope for claim in claims)
    scopes = [*map(Scope, knowledge.frameworks), *(view.scope for view in knowledge.views.values())]
    asked = {scope: own[scope] if scope.view is not None else len(claims) for scope in scopes}
    return {scope: SCOPE_STEPS // max(1, asked[scope]) for scope in scopes}


def clauses_of(implication: Implication) -> tuple[Clause, ...]:
    """The implication as a clause; a definition also as one clause back to each of its premises."""
    given = _distinct(implication.premises + implication.assuming)
    forward = Clause(implication.id, given, implication.conclusion)
    if not implication.converse or implication.conclusion is None:
        return (forward,)
    back = _distinct((implication.conclusion, *implication.assuming))
    return (
        forward,
        *(Clause(f"{implication.id}/{literal}", back, literal) for literal in _distinct(implication.premises)),
    )


def record_of(setting: Setting, clause: str) -> Implication | Choice:
    """The implication or choice that a clause of this setting's theory came from."""
    return setting.records[clause.partition("/")[0]]


def first_view(knowledge: KnowledgeBase, framework: Framework) -> View | None:
    """The diagram that stands for a framework where all of its implications would be a maze; None where it has none."""
    return next((view for view in knowledge.views.values() if view.framework == framework.id), None)


def primitives(
    reasoning: Reasoning, setting: Setting, goal: Literal, among: Collection[str] | None = None
) -> tuple[Literal, ...]:
    """The literals that a sufficient set of `goal` may use, by id; of all atoms, or of those `among` these.

    A literal is primitive when its atom is a property or a condition that no unconditional implication concludes
    (`Setting.concluded`). Failures are left out when the goal is a good thing, and
    the goal's own atom always is.
    """
    wanted = {TermKind.PROPERTY, TermKind.CONDITION}
    if not goal.holds or _kind(reasoning, goal.atom) is TermKind.FAILURE:
        wanted.add(TermKind.FAILURE)
    atoms = setting.theory.atoms if among is None else setting.theory.atoms.intersection(among)
    return tuple(
        Literal(atom)
        for atom in sorted(atoms - setting.concluded - {goal.atom})
        if atom in setting.conditions or _kind(reasoning, atom) in wanted
    )


def helping(reasoning: Reasoning, setting: Setting, goal: Literal) -> tuple[Literal, ...]:
    """The primitive literals with which `goal` may be derived, by id; a minimal sufficient set has no others."""
    if goal.atom not in setting.theory.atoms:
        return ()
    index = setting.theory.index
    linked = index.linked([index.number(goal.negated())])
    return primitives(reasoning, setting, goal, {index.atom_of[literal] for literal in linked if not literal & 1})


def properties(reasoning: Reasoning, setting: Setting) -> tuple[Literal, ...]:
    """The properties of a setting as positive literals, by id: what a question can lack."""
    atoms = sorted(setting.theory.atoms)
    return tuple(Literal(atom) for atom in atoms if _kind(reasoning, atom) is TermKind.PROPERTY)


def _distinct(literals: Iterable[Literal]) -> tuple[Literal, ...]:
    """Each literal once, so that what is written twice says nothing more and no two clauses have one name."""
    return tuple(dict.fromkeys(literals))


def _kind(reasoning: Reasoning, atom: str) -> TermKind | None:
    term = reasoning.knowledge.terms.get(atom)
    return term.kind if term else None


def _exclusions(choice: Choice, atoms: set[str], excluded: Collection[tuple[str, str]]) -> list[Clause]:
    """The choice as clauses, without those that earlier choices gave."""
    present = sorted({atom for atom in choice.one_of if atom in atoms})
    return [
        Clause(f"{choice.id}/{one}/{other}", (Literal(one), Literal(other)), None)
        for one, other in combinations(present, 2)
        if (one, other) not in excluded
    ]


def _by_atom(implications: Iterable[Implication]) -> Mapping[str, tuple[Implication, ...]]:
    found: defaultdict[str, list[Implication]] = defaultdict(list)
    for one in implications:
        for atom in one.atoms:
            found[atom].append(one)
    return {atom: tuple(some) for atom, some in found.items()}


def _setting(
    scope: Scope, framework: Framework, names: Names, implications: Sequence[Implication], steps: int
) -> Setting:
    """The setting in which just these implications count, and the framework's choices among their atoms."""
    clauses = [clause for implication in implications for clause in clauses_of(implication)]
    atoms = {literal.atom for clause in clauses for literal in clause.literals()}
    if scope.view is None:
        atoms |= framework.atoms
    excluded: set[tuple[str, str]] = set()
    for choice in framework.all_choices:
        added = _exclusions(choice, atoms, excluded)
        excluded |= {(one.premises[0].atom, one.premises[1].atom) for one in added}
        clauses += added
    theory = Theory(tuple(clauses), frozenset(atoms))
    records: tuple[Implication | Choice, ...] = (*framework.all_choices, *implications)
    return Setting(
        scope=scope,
        framework=framework,
        implications=tuple(implications),
        theory=theory,
        names=names,
        records={record.id: record for record in records},
        place={one.id: place for place, one in enumerate(implications)},
        checker=Checker(clauses),
        using=_by_atom(implications),
        conditions=frozenset(literal.atom for one in implications for literal in one.assuming),
        concluded=frozenset(
            one.conclusion.atom
            for one in implications
            if one.conclusion is not None and one.conclusion.holds and not one.assuming
        ),
        limit=min(QUESTION_STEPS, max(steps, LEAST_STEPS * sum(map(len, theory.index.literals)))),
        share=min(QUESTION_STEPS, max(LEAST_LISTED, LIST_STEPS // max(1, len(theory.atoms)))),
    )
