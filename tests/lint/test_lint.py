"""What is found in texts of other projects, and where; and what is left alone."""

import json

import pytest

from hornbook.diagnostics import Diagnostic
from hornbook.lint import MOST_MISREAD, Against, against, lint
from hornbook.lint.against import QUESTIONS
from hornbook.load.foreign import read_foreign_text
from hornbook.load.published import published_of
from hornbook.reasoning.scopes import LEAST_STEPS, SCOPE_STEPS
from tests.lint.copies import copy, published_text

CONDITION, CONVERSE, CLAIM, NAME = "lint-condition", "lint-converse", "lint-claim", "lint-name"


def found(text: str, path: str = "page.md", framework: str | None = "plane") -> tuple[Diagnostic, ...]:
    foreign, wrong = read_foreign_text(path, text)
    assert wrong == ()
    return lint(copy(), foreign, framework)


def codes(text: str, path: str = "page.md", framework: str | None = "plane") -> list[str]:
    return [one.code for one in found(text, path, framework)]


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("square => rectangle", None),
        ("Square => Rectangle", None),
        ("rectangle => square : open", None),
        ("round => parallelogram : refuted", None),
        ("parallelogram + equal-diagonals => rectangle assuming planar", None),
        ("parallelogram + equal-diagonals => rectangle in workshop", NAME),
        ("parallelogram + equal-diagonals => rectangle", CONDITION),
        ("rectangle => square", CONVERSE),
        ("not square => not rectangle", CONVERSE),
        ("square + equal-diagonals => kite", NAME),
        ("round => parallelogram", CLAIM),
        ("rectangle => parallelogram : open", CLAIM),
        ("rectangle => round : contradictory", CLAIM),
        ("round => equal-diagonals", CLAIM),
        ("sqare => rectangle", NAME),
        ("square => rectangle in nowhere", NAME),
        ("square => rectangle => kite", NAME),
        ("=> square", CLAIM),
    ],
)
@pytest.mark.parametrize("path", ["page.md", "page.rst"])
def test_a_checked_claim_comes_out_as_it_says_or_is_a_finding_where_it_stands(
    claim: str, code: str | None, path: str
) -> None:
    text = f"Nothing here.\n\n- As we see,\n  so [[{claim}]] it is.\n"
    if code is None:
        assert found(text, path) == ()
    else:
        (one,) = found(text, path)
        assert (one.code, str(one.place), one.place.end_column) == (code, f"{path}:4:6", 10 + len(claim))
        assert one.hint


def test_code_is_no_claim_and_other_brackets_are_no_claims_either() -> None:
    text = (
        "`[[rectangle => square]]` and [[a wiki page]] and \\[[rectangle => square]].\n\n    [[rectangle => square]]\n"
    )
    assert found(text) == ()
    assert found("``[[rectangle => square]]`` and\n::\n\n    [[rectangle => square]]\n", "page.rst") == ()


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("A rectangle implies a square.", CONVERSE),
        ("So, every rectangle implies a square (Ann 2020).", CONVERSE),
        ("If something is no square, then nothing follows.", None),
        ("If not square, then not rectangle.", CONVERSE),
        ("A square follows from a rectangle.", CONVERSE),
        ("A parallelogram and equal diagonals imply a rectangle.", CONDITION),
        ("If a parallelogram and equal diagonals, then a rectangle, assuming planar.", None),
        ("The figure is round implies a parallelogram.", CLAIM),
        ("A square implies a rectangle.", None),
        ("Equal diagonals imply a kite.", None),
        ("Equal diagonals imply a square.", CONVERSE),
        ("Does a rectangle imply a square?", None),
        ("It is wrong that a rectangle implies a square.", None),
        ("Many say that a rectangle implies a square.", None),
        ("A rectangle does not imply a square.", None),
        ("No rectangle implies a square.", None),
        ("Not every rectangle implies a square.", None),
        ("So, not every rectangle implies a square.", None),
        ("If not every rectangle, then not a square.", None),
        ("Neither a rectangle nor a kite implies a square.", None),
        ("A rectangle implies a square or a kite.", None),
        ("A rectangle implies a square only if planar.", None),
        ("A rectangle may imply a square.", None),
        ("A rectangle usually implies a square.", None),
        ("A rectangle implies a square if its sides are equal.", None),
        ("A rectangle implies a square (if rhombus).", None),
        ("A rectangle implies a square, because all its sides are equal.", CONVERSE),
        ("A rectangle implies a square, because it is a rhombus.", None),
        ("“A rectangle implies a square.”", None),
        ("*A rectangle* implies a square.", None),
        ("A rectangle implies a square : open.", None),
        ("## A rectangle implies a square", None),
        ("> A rectangle implies a square.", None),
    ],
)
def test_a_sentence_is_a_finding_only_where_it_says_no_more_and_the_glossary_knows_better(
    sentence: str, code: str | None
) -> None:
    assert codes(f"Before it.\n\n{sentence}\n") == ([] if code is None else [code])


def test_a_condition_that_the_section_names_elsewhere_is_not_dropped() -> None:
    sentence = "A parallelogram and equal diagonals imply a rectangle.\n"
    assert codes(f"# One\n\nLet everything be planar.\n\n{sentence}") == []
    assert codes(f"# One\n\nLet everything be planar.\n\n# Two\n\n{sentence}") == [CONDITION]


def test_where_no_framework_is_chosen_a_sentence_that_is_right_in_any_is_right() -> None:
    text = "Four-cuts implies not square.\n"
    assert codes(text, framework=None) == ["lint-sense"]
    assert codes("A rectangle implies a square.\n", framework=None) == [CONVERSE, "lint-sense"]


def test_a_word_that_authors_use_differently_is_told_once_where_nothing_says_whose_it_is() -> None:
    (one,) = found("# About\n\nA square and\nanother square.\n", framework=None)
    assert (one.code, str(one.place), one.severity) == ("lint-sense", "page.md:3:3", "warning")
    assert "`plane`" in one.message
    assert "`workshop`" in one.message


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        ("A square, as in the workshop.\n", None),
        ("A square, after *Plane & simple*.\n\nPlane & simple has it.\n", None),
        ("A square.\n", "workshop"),
        ("<!-- hornbook: in workshop -->\n\nA square.\n", None),
        ("<!-- hornbook: off -->\n\nA square. [[rectangle => square]]\n", None),
        ("> A square.\n", None),
        ("A squarely built kite.\n", None),
    ],
)
def test_what_says_whose_a_word_is_decides(text: str, framework: str | None) -> None:
    assert found(text, framework=framework) == ()


def test_comments_count_from_their_line_on_in_either_language() -> None:
    page = "{0} hornbook: off{1}\n\n[[rectangle => square]]\n\n{0} hornbook: on{1}\n\n[[rectangle => square]]\n"
    assert [one.place.line for one in found(page.format("<!--", " -->"))] == [7]
    assert [one.place.line for one in found(page.format("..", ""), "page.rst")] == [7]
    own = "[[four-cuts => square]]\n\n.. hornbook: in workshop\n\n[[four-cuts + right-cuts => square]]\n"
    assert codes(own, "page.rst") == [NAME, CONDITION]


def test_a_comment_within_something_else_counts_from_its_line_too() -> None:
    claim = "[[rectangle => square]]"
    page = f"{claim}\n\n- {claim}\n\n  .. hornbook: off\n\n  {claim}\n\n.. hornbook: on\n\n{claim}\n"
    assert [one.place.line for one in found(page, "page.rst")] == [1, 3, 11]


def test_comments_in_code_say_nothing() -> None:
    assert found("```\n<!-- hornbook: in nowhere -->\n```\n\n    <!-- hornbook: off -->\n") == ()
    assert codes("::\n\n    .. hornbook: off\n\n[[rectangle => square]]\n", "page.rst") == [CONVERSE]


def test_a_comment_that_names_no_framework_is_a_finding() -> None:
    (one,) = found("x\n\n<!-- hornbook: in worksop -->\n", framework=None)
    assert (one.code, str(one.place)) == (NAME, "page.md:3:1")
    assert "`workshop`" in (one.hint or "")


def test_a_word_of_several_terms_is_told_with_the_terms() -> None:
    data = json.loads(published_text())
    data["terms"]["kite"]["aliases"] = ["diamond"]
    data["terms"]["rhombus"]["aliases"] = ["diamond"]
    foreign, _ = read_foreign_text("page.md", "Look at the diamond.\n")
    (one,) = lint(against(published_of(json.dumps(data), "x")), foreign)
    assert one.code == "lint-sense"
    assert "`kite`" in one.message
    assert "`rhombus`" in one.message
    assert lint(copy(), foreign) == ()


def test_places_are_those_of_the_words_in_tables_lists_and_notes() -> None:
    page = "| a | b |\n|---|---|\n| x | [[rectangle => square]] |\n\n!!! note\n    So [[rectangle => square]].\n"
    assert [str(one.place) for one in found(page)] == ["page.md:3:7", "page.md:6:8"]
    page = ".. note::\n\n   Now\n   so [[rectangle => square]].\n\n"
    page += "=====  ========================\na      [[rectangle => square]]\n=====  ========================\n"
    assert [str(one.place) for one in found(page, "page.rst")] == ["page.rst:4:7", "page.rst:7:8"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("page.rst", "\n".join(" " * depth + "- x" for depth in range(0, 900, 2))),
        ("page.rst", "`" * 3_000),
        ("page.rst", "\n".join(["*a " * 1_600] * 40)),
        ("page.rst", "\n".join(["x |a (`a " * 500] * 40)),
        ("page.rst", ".. include:: /etc/passwd\n\n.. raw:: html\n   :file: /etc/passwd\n"),
        ("page.md", "[" * 4_000),
        ("page.md", "> " * 2_000 + "x"),
        ("page.md", "\ufdd01\ufdd1 [[a => \u202e]]"),
        ("page.md", "---\n"),
        ("page.md", ""),
        ("page.rst", ""),
    ],
)
def test_what_is_hostile_or_empty_is_read_or_refused_with_a_reason(path: str, text: str) -> None:
    foreign, wrong = read_foreign_text(path, text)
    assert all(one.message for one in (*wrong, *lint(copy(), foreign)))


def test_files_are_never_included() -> None:
    foreign, _ = read_foreign_text("page.rst", ".. include:: /etc/passwd\n\nx\n")
    assert [block.passage.text for block in foreign.blocks] == ["x"]


@pytest.mark.parametrize("statements", [0, 1, 40, 10**9])
def test_the_statements_of_a_file_share_the_steps_of_each_scope(statements: int) -> None:
    shared = copy().shared_by(statements)
    for scope, setting in shared.reasoning.settings.items():
        least = LEAST_STEPS * copy().sizes[scope]
        assert setting.limit <= copy().reasoning.settings[scope].limit
        assert setting.limit == least or QUESTIONS * statements * setting.limit <= SCOPE_STEPS
        assert setting.limit >= least


def test_claims_and_sentences_of_a_file_share_them_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def shared_by(self: Against, statements: int) -> Against:
        asked.append(statements)
        return self

    monkeypatch.setattr(Against, "shared_by", shared_by)
    for claims, sentences in ((0, 0), (1, 0), (0, 3), (1, 3), (2, 2)):
        found("[[square => rectangle]]\n\n" * claims + "A square implies a rectangle.\n\n" * sentences)
        assert asked.pop() == claims + sentences


def test_of_a_file_that_speaks_of_another_glossary_not_all_is_told() -> None:
    claims = found("\n\n".join(f"[[a{number} => b]]" for number in range(MOST_MISREAD + 50)))
    assert len(claims) == MOST_MISREAD + 1
    assert any(one.message.startswith(f"{MOST_MISREAD} claims of this file cannot be read") for one in claims[-2:])


def test_what_is_found_in_a_file_does_not_depend_on_another_one() -> None:
    text, _ = read_foreign_text("page.md", "[[rectangle => square]]\n")
    alone = lint(copy(), text)
    many = "\n\n".join("[[round => parallelogram]]" for _ in range(50))
    lint(copy(), read_foreign_text("other.md", many)[0])
    assert lint(copy(), text) == alone
