"""What the page of fields explains before it lists any: ideas that several fields share, and when to use which.

The words are about no subject in particular; what stands between backticks is shown as code.
"""

from dataclasses import dataclass

from hornbook.addresses import ATOMS, IDS, TEXTS


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea."""

    anchor: str
    title: str
    said: str
    """In paragraphs, with an empty line between each two."""
    fields: tuple[str, ...] = ()
    """The anchors of the fields that it stands behind."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What is said, each paragraph on one line."""
        return tuple(" ".join(one.split()) for one in self.said.split("\n\n"))


IDEAS = (
    Idea(
        IDS,
        "Ids",
        """
        A record with a file of its own is known by the name of the file without `.yaml`: its id. Where a file
        holds a list, each record has a field `id`. An id has small letters, digits and single hyphens.

        An id is part of an address that others link to. Where it must change all the same, the old one goes
        into `was`, and the old address leads to the new one.
        """,
        ("term-was", "framework-was", "faq-was"),
    ),
    Idea(
        TEXTS,
        "Texts, and plain text",
        """
        A text is Markdown: headings, paragraphs, lists, tables, emphasis, code and links. `[[id]]` links what has this
        id, `[[id|words]]` shows other words, and `[[a => b]]` states a claim, which is checked like any other.
        Plain text, on one line or several, is shown as it is written. Both may hold formulas.

        YAML takes some characters for its own. A value goes in quotes if it holds a colon with a space behind
        it, or a space with `#` behind it, or if it begins with a quotation mark, a bracket or one of `- ? : , #
        & * ! | > % @`. After a `|` a text may go on in the next lines, indented.
        """,
    ),
    Idea(
        "formulas",
        "Formulas",
        r"""
        `$x_1 \le \frac{1}{2}$` is a formula in TeX, in a text and in plain text alike; `$$…$$` sets it apart. A `$`
        with a blank behind it begins none, one with a blank before it or a digit behind it ends none, and `\$` is
        the sign itself: `$5 and $10` are prices. `mathematics: false` in `glossary.yaml` leaves every `$` as it is.

        Names, titles and drawings hold formulas too. Where only letters can stand, a formula becomes `T₂` or
        `(a + b)/2`. In YAML a backslash is kept in a value without quotes, in one with single quotes and after a
        `|`; double quotes change it.
        """,
        ("glossary-mathematics",),
    ),
    Idea(
        ATOMS,
        "Atoms",
        """
        An atom is what can hold or fail: a term that has the two sentences `holds` and `fails`, or a fact of a
        framework, which has the sentences and no page. Implications, claims and the facts of examples are made
        of atoms. What is said of an atom in one framework counts in no other.
        """,
        ("term-holds", "framework-atoms", "example-facts"),
    ),
    Idea(
        "negation",
        "Negation",
        """
        `not x` says that x fails. It does not say that x is unknown: that is said by leaving x out. Nothing
        fails just because nobody mentions it. In the facts of an example, `x: false` means what `not x` means
        elsewhere.
        """,
        ("implication-if", "claim-if", "example-facts"),
    ),
    Idea(
        "conditions",
        "Conditions",
        """
        `if` holds what causes something, `assuming` the setting in which it does. If an author says that rain
        floods the fields, and means fields of clay throughout, rain is a premise and clay is a condition.

        For the verdict the two are the same: an implication applies only if its conditions are given, so a
        claim that needs it has to assume them too. Pages and sentences show them separately.
        """,
        ("implication-assuming", "claim-assuming"),
    ),
    Idea(
        "impossible",
        "Impossible",
        """
        `then: impossible` says that the premises cannot hold together. It is meant for things that exclude each
        other. If an author says that one of them makes the other fail, write `then: not x`: it implies the same,
        and says it as the author does.
        """,
        ("implication-then",),
    ),
    Idea(
        "converse",
        "Definitions",
        """
        `converse: true` makes an implication a definition: under the same conditions, the conclusion implies
        every premise. It is meant for sources that say “is”, “means” or “if and only if”, and not for a converse
        that is merely usual. It adds nothing to `then: impossible`.
        """,
        ("implication-converse",),
    ),
    Idea(
        "choices",
        "Choices",
        """
        A choice lists atoms of which at most one holds, such as the values of a parameter. Perhaps none does. If
        one of them is given, the others fail; no implication has to say so.
        """,
        ("framework-choices", "choice-one_of"),
    ),
    Idea(
        "facts",
        "Facts of examples",
        """
        A fact counts for every framework that knows its atom, if the atom is a fact of that framework or a term with
        one sense at most. If a term has several senses, say whose is meant:
        `a: {one-framework: true}`. With `value`, `because` and `source` a fact also says why it is recorded, and
        where it is told.

        If everything that a claim is given follows from the facts of an example, and so does the opposite of its goal,
        the example shows that the goal does not follow, and the claim names the example. `separates` says which claims
        an example is meant to refute; whether it does is checked.
        """,
        ("example-facts", "example-separates"),
    ),
    Idea(
        "presuppositions",
        "Presuppositions",
        """
        Some words apply only if something else holds: of dry ground, nobody asks how well it drains. If that
        fails, the word neither holds nor fails, and pages say that it does not apply. `presupposes` names this for
        each atom of a framework.

        Verdicts do not depend on this. But a claim that leaves open whether its words apply gets a warning. To
        answer it, assume what they presuppose, or say in a `note` why the claim is made without.
        """,
        ("framework-presupposes", "presupposition-under"),
    ),
    Idea(
        "claims",
        "Claims and verdicts",
        """
        A claim asks whether a goal follows from what is given, by the implications of one framework or of one
        view, and states the verdict. The verdict is also computed. If the two differ, the check fails and shows
        the proof or the situation that contradicts the claim; then either the text or an implication is wrong.

        For an open claim, `missing` lists every smallest set that, added, would make the goal follow. It is
        computed too.

        What the author says about the question goes into `author`, next to the verdict: less may follow from the
        recorded implications. If the author says `always` and it does not follow, an implication is missing; if
        the author says the opposite of what follows, one of the two is wrong. Both are reported, unless a `note`
        on the claim says why. If the author says `never` and it is open, the page says that the author says more.
        """,
        ("faq-claims", "claim-verdict", "claim-missing", "claim-author", "stance-says"),
    ),
    Idea(
        "seen",
        "Seen",
        """
        `seen` is about the data of a source, not about what the source says: whether its author, title and date
        were in a copy that somebody read. What could not be found is named in `unverified`.
        """,
        ("source-seen", "source-unverified"),
    ),
    Idea(
        "evidence",
        "Evidence",
        """
        `evidence` is about one sense, implication or position: `stated` if the source says it, perhaps in other
        words, and `inferred` if we conclude it from what the source says. Pages mark what is inferred, and a `note`
        can say how. It does not depend on `seen`: the data of a source may be fully verified, and a statement may
        still be only inferred from it.
        """,
        ("sense-evidence", "implication-evidence", "position-evidence"),
    ),
)
