"""Whether what a record or text names exists, and is of the kind that is wanted there."""

from collections.abc import Iterable

from builder.diagnostics import Diagnostic, Place
from builder.diagnostics.formats import shown
from builder.load.files import FileKind
from builder.load.known import CALLED, Known
from builder.load.leaves import slug
from builder.load.suggestions import Suggestions

_KINDS = {
    "term": (FileKind.TERM,),
    "framework": (FileKind.FRAMEWORK,),
    "view": (FileKind.VIEW,),
    "link": (FileKind.TERM, FileKind.VIEW, FileKind.FAQ, FileKind.FRAMEWORK),
    "embed": (FileKind.VIEW, FileKind.FAQ),
    "scope": (FileKind.FRAMEWORK, FileKind.VIEW),
    "history": (FileKind.TERM, FileKind.VIEW, FileKind.FAQ, FileKind.FRAMEWORK),
}
_WANTED = {
    "term": "term",
    "framework": "framework",
    "view": "view",
    "link": "term, view, question or framework",
    "embed": "view or question",
    "scope": "framework or view",
    "history": "term, view, question or framework, present or former,",
    "atom": "term or fact",
    "known-atom": "term or fact",
    "source": "source",
    "sense": "sense",
}


class References:
    """Checks references one by one and keeps what it finds."""

    def __init__(self, known: Known, suggestions: Suggestions) -> None:
        self.known = known
        self.found: list[Diagnostic] = []
        self._suggestions = suggestions

    def check(self, kind: str, name: str, place: Place, framework: str) -> bool:
        """Ask whether `name` can stand at `place`; `framework` is the one whose atoms and implications count there."""
        return name not in self.known.ambiguous and self._check(kind, name, place, framework)

    def report(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic of somebody who checks on the way."""
        self.found.append(diagnostic)

    def _check(self, kind: str, name: str, place: Place, framework: str) -> bool:
        match kind:
            case "source":
                return name in self.known.sources or self._unknown(kind, name, place, self.known.sources)
            case "implication":
                return self._implication(name, place, framework)
            case "sense":
                return self._sense(name, place)
            case "atom" if framework in self.known.facts:
                return self._atom(name, place, framework)
            case "atom" | "known-atom":
                return self._known_atom(name, place)
            case _:
                return self._linked(kind, name, place)

    def _linked(self, kind: str, name: str, place: Place) -> bool:
        linked = self.known.linked.get(name)
        if linked and linked.kind in _KINDS[kind]:
            return True
        if kind == "history" and (name in self.known.retired or name in self.known.former):
            return True
        if linked:
            return self._wrong_kind(f"`{name}` is {CALLED[linked.kind]}, but a {_WANTED[kind]} is wanted here", place)
        fact = self._fact(name)
        if fact:
            hint = "a fact has no page; write about it without brackets" if kind == "link" else None
            message = f"`{name}` is a fact of `{fact}`, but a {_WANTED[kind]} is wanted here"
            return self._wrong_kind(message, place, hint)
        candidates = [other for kind_ in _KINDS[kind] for other in self.known.of_kind(kind_)]
        return self._unknown(kind, name, place, candidates)

    def _atom(self, name: str, place: Place, framework: str) -> bool:
        if name in self.known.facts[framework] or name in self.known.sentences:
            return True
        linked = self.known.linked.get(name)
        if linked and linked.kind is FileKind.TERM:
            self.found.append(
                Diagnostic(
                    place,
                    "atom-without-sentences",
                    f"the term `{name}` has no sentences, so it cannot be true or false of anything",
                    hint=f"add `holds: …` and `fails: …` to {linked.place.path}",
                )
            )
            return False
        fact = self._fact(name)
        if fact:
            return self._wrong_kind(f"`{name}` is a fact of `{fact}`, not of `{framework}`", place)
        return self._known_atom(name, place, own=framework)

    def _known_atom(self, name: str, place: Place, own: str | None = None) -> bool:
        linked = self.known.linked.get(name)
        if linked is None and self._fact(name):
            return True
        if linked is None:
            facts = [self.known.facts[own]] if own else self.known.facts.values()
            candidates = [*self.known.of_kind(FileKind.TERM), *(fact for names in facts for fact in names)]
            return self._unknown("atom", name, place, candidates)
        if linked.kind is FileKind.TERM:
            return True
        return self._wrong_kind(f"`{name}` is {CALLED[linked.kind]}, but a term or fact is wanted here", place)

    def _implication(self, name: str, place: Place, framework: str) -> bool:
        implications = self.known.implications.get(framework)
        if implications is None:  # the framework itself is unknown, or could not be read
            return True
        return name in implications or self._unknown("implication", name, place, implications, f" of `{framework}`")

    def _sense(self, name: str, place: Place) -> bool:
        term, _, sense = name.partition("/")
        if term not in self.known.senses:
            return self._linked("term", term, place)
        senses = self.known.senses[term]
        candidates = [f"{term}/{other}" for other in senses]
        return sense in senses or self._unknown("sense", name, place, candidates, f" of `{term}`")

    def _unknown(self, kind: str, name: str, place: Place, candidates: Iterable[str], of: str = "") -> bool:
        if self.known.may_exist(name.rpartition("/")[2]):
            return False
        present = self.known.former.get(name)
        wanted = f"{_WANTED.get(kind, kind)}{of}"
        message = f"no {wanted} has the id `{shown(name)}`" + (" any more" if present else "")
        hint = f"it is called `{present}` now" if present else self._hint(name, list(candidates))
        self.found.append(Diagnostic(place, "reference-unknown", message, hint=hint))
        return False

    def _hint(self, name: str, candidates: list[str]) -> str | None:
        closest = slug(name) if slug(name) in candidates else self._suggestions.closest(name, candidates)
        return f"did you mean `{closest}`?" if closest else None

    def _wrong_kind(self, message: str, place: Place, hint: str | None = None) -> bool:
        self.found.append(Diagnostic(place, "reference-kind", message, hint=hint))
        return False

    def _fact(self, name: str) -> str | None:
        return next((framework for framework, facts in self.known.facts.items() if name in facts), None)
