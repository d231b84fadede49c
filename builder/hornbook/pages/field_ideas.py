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
        A text is Markdown: paragraphs, lists, tables, emphasis, code and links. `[[id]]` links what has this
        id, `[[id|words]]` shows other words, and `[[a => b]]` states a claim, which is checked like any other.
        Plain text, on one line or several, is shown as it is written.

        YAML takes some characters for its own. A value goes in quotes if it holds a colon with a space behind
        it, or a space with `#` behind it, or if it begins with a quotation mark, a bracket or one of `- ? : , #
        & * ! | > % @`. After a `|` a text may go on in the next lines, indented.
        """,
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
        fails only because nobody mentions it. In the facts of an example, `x: false` says what `not x` says
        elsewhere.
        """,
        ("implication-if", "claim-if", "example-facts"),
    ),
    Idea(
        "conditions",
        "Conditions",
        """
        In `if` stands what brings something about, in `assuming` the setting in which it does. An author who
        says that rain floods the fields, and speaks of clay all the while, has rain as a premise and clay as a
        condition.

        For the verdict the two are the same: an implication says nothing where one of its conditions is not
        given, so a claim that needs it has to assume them too. On pages and in sentences they are told apart.
        """,
        ("implication-assuming", "claim-assuming"),
    ),
    Idea(
        "impossible",
        "Impossible",
        """
        `then: impossible` says that the premises cannot hold together, and names nothing that comes of them. It
        is meant for things that exclude one another. Where an author says that one of them makes the other
        fail, `then: not x` has the same force, and says it as the author does.
        """,
        ("implication-then",),
    ),
    Idea(
        "converse",
        "Definitions",
        """
        `converse: true` makes an implication a definition: under the same conditions, the conclusion gives back
        every premise. It is meant for sources that say “is”, “means” or “if and only if”, and not for what is
        merely usual the other way round. It adds nothing to `then: impossible`.
        """,
        ("implication-converse",),
    ),
    Idea(
        "choices",
        "Choices",
        """
        A choice lists atoms of which at most one holds, such as the values of a parameter. It may be that none
        does. Once one of them is given, the others fail; no implication has to say so.
        """,
        ("framework-choices", "choice-one_of"),
    ),
    Idea(
        "facts",
        "Facts of examples",
        """
        A fact counts for every framework that knows its atom, if the atom is a fact of that framework or a term with
        one sense at most. Where a term has several senses, it has to be said whose is meant:
        `a: {one-framework: true}`. With `value`, `because` and `source` a fact also says why it is recorded, and
        where it is told.

        Where the facts of an example give all that a claim takes for granted, and the opposite of its goal, the example
        shows that the claim does not follow, and the claim names it. `separates` says which claims an example is meant
        to refute; whether it does is checked.
        """,
        ("example-facts", "example-separates"),
    ),
    Idea(
        "presuppositions",
        "Presuppositions",
        """
        Some words apply only where something else holds: of dry ground, nobody asks how well it drains. Where it
        fails, the word neither holds nor fails, and pages say that it does not apply. `presupposes` names this for
        each atom of a framework.

        Verdicts do not change: an implication gives what it gives. But a claim that leaves open whether its words
        apply gets a warning. It is answered by assuming what they presuppose, or by a `note` that says why the claim
        is made without.
        """,
        ("framework-presupposes", "presupposition-under"),
    ),
    Idea(
        "claims",
        "Claims and verdicts",
        """
        A claim asks whether a goal follows from what is given, by the implications of one framework or of one
        view, and states the verdict. The verdict is also computed. Where the two differ the check fails, with
        the proof or the model that tells against the claim; then either the text or an implication is wrong.

        For an open claim `missing` lists every smallest set that, added, would make the goal follow. It is
        computed as well.

        What the author says of the question goes into `author`, beside the verdict and apart from it: what is
        computed is what the implications give, and they may give less. Where the author says `always` and they
        leave it open, something is missing; where one says the opposite of the other, one of them is wrong. Both
        are reported unless a `note` on the claim says why. An author who says `never` where they leave it open
        is quoted as saying more.
        """,
        ("faq-claims", "claim-verdict", "claim-missing", "claim-author", "stance-says"),
    ),
    Idea(
        "seen",
        "Seen",
        """
        `seen` speaks of the data of a source, not of what the source says: whether its author, title and date
        stand in a copy that somebody read. What could not be found is named in `unverified`.
        """,
        ("source-seen", "source-unverified"),
    ),
    Idea(
        "evidence",
        "Evidence",
        """
        `evidence` speaks of one sense, implication or position: `stated` where the source says it, in other
        words perhaps, and `inferred` where it is drawn from what the source says. Pages mark what is inferred,
        and a `note` can say how. It does not depend on `seen`: the data of a source may be verified in full,
        and a statement still be only inferred from it.
        """,
        ("sense-evidence", "implication-evidence", "position-evidence"),
    ),
)
