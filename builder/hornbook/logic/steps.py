"""Work that is counted: how many steps a question may take, so that whether it is settled depends on nothing else.

A step is a look at a clause, by the solver or by a propagation within a search; the solver's look at each further
literal counts too, since the clauses that it learns are long. What is linear in the clauses and
done once for a question, such as propagating what is given, is bounded by their size and not counted.
"""


class StepsSpent(Exception):  # noqa: N818 (not a mistake: the way out of a search, never seen outside of `logic`)
    """The work that a question may take is used up."""


class Steps:
    """The steps that are left to one question; a place to count in, made anew for each."""

    def __init__(self, limit: int | None = None, within: "Steps | None" = None) -> None:
        """Begin with this many steps; with None there is no limit. They are also counted where they are `within`."""
        self._left = float("inf") if limit is None else limit
        self._within = within

    def spend(self, steps: int) -> None:
        """Count these steps; once more are spent than there were, StepsSpent is raised."""
        if self._within is not None:
            self._within.spend(steps)
        self._left -= steps
        if self._left < 0:
            raise StepsSpent
