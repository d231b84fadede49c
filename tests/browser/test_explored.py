"""What the explorer of a framework shows besides a verdict: what is lacking, situations, words apart, examples."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.test_explorer import mark, part, status

Open = Callable[..., Page]
PLANE = "explore/plane/"


def table(page: Page) -> Locator:
    return page.locator("[data-kb-examples]")


def test_what_would_be_enough_can_be_added_and_direct_sets_are_told_after_that(home: str, opened: Open) -> None:
    page = opened(f"{home}{PLANE}#goal=parallelogram")
    items = part(page, "missing").get_by_role("listitem")
    expect(part(page, "missing")).to_contain_text("It would follow with any one of these added")
    expect(items).to_contain_text(["rectangle", "rhombus <lozenge>"])
    items.filter(has_text="rhombus").get_by_role("button", name="Add").click()
    expect(status(page)).to_contain_text("Parallelogram holds, in one step.")
    expect(part(page, "missing")).to_be_hidden()
    expect(part(page, "direct")).to_contain_text("Directly, by one implication")
    expect(part(page, "direct").get_by_role("listitem")).to_have_count(2)


def test_two_situations_are_folded_with_what_differs_before_the_rest(home: str, opened: Open) -> None:
    page = opened(f"{home}{PLANE}#holds=rectangle&goal=square")
    situations = part(page, "situations")
    expect(situations.locator("table").first).to_be_hidden()
    situations.get_by_text("Two situations that show it").click()
    rows = situations.locator("table").first.locator("tbody tr")
    expect(rows).to_have_text(["rectangle✓ holds✓ holds", "square✓ holds✗ fails", "rhombus <lozenge>✓ holds✗ fails"])
    expect(situations.locator("details table")).to_be_hidden()
    situations.get_by_text("The rest is the same in both").click()
    expect(situations.locator("details table")).to_contain_text("the figure is round")


def test_a_word_that_does_not_apply_is_neither_ticked_nor_crossed(home: str, opened: Open) -> None:
    page = opened(f"{home}{PLANE}#holds=round&goal=upright")
    expect(status(page)).to_contain_text("Does not apply")
    expect(status(page)).to_contain_text("The word does not apply here: the figure stands upright applies only if")
    expect(page.locator("tr", has_text="the figure stands upright").locator(".kb-computed")).to_have_text(
        "– does not apply"
    )
    for name in ("situations", "missing", "direct", "proof"):
        expect(part(page, name)).to_be_hidden()
    expect(part(page, "applies")).to_contain_text("Why the word does not apply")


def test_situations_are_shown_where_the_words_apply(home: str, opened: Open) -> None:
    page = opened(f"{home}{PLANE}#goal=upright")
    expect(status(page)).to_contain_text("Shown where the words apply: the figure is not round.")
    part(page, "situations").locator("summary").first.click()
    rounded = part(page, "situations").get_by_role("row").filter(has_text="the figure is round")
    part(page, "situations").locator("details summary").click()
    expect(rounded).to_contain_text("✗ fails")


def test_examples_are_held_against_what_is_marked(home: str, opened: Open) -> None:
    page = opened(home + PLANE)
    row = table(page).get_by_role("row").filter(has_text="The measured board")
    expect(row).to_contain_text("✓ holds")
    mark(page, "rhombus <lozenge>", "holds")
    expect(row).to_contain_text("✗ cannot agree")
    expect(table(page)).to_contain_text("Compared with your marks: 1 cannot agree.")
    row.get_by_role("button", name="Why?").click()
    expect(table(page).locator(".kb-excluded")).to_be_focused()
    expect(table(page).locator(".kb-excluded")).to_contain_text("a contradiction")
    mark(page, "rhombus <lozenge>", "fails")
    expect(row).to_contain_text("✓ agrees")
    page.reload()
    expect(row).to_contain_text("✓ agrees")
    mark(page, "equal diagonals", "fails")
    expect(row).to_contain_text("✗ cannot agree")
    page.locator(".kb-explorer").get_by_role("button", name="Clear").click()
    expect(row).not_to_contain_text("agree")


def test_where_nothing_can_have_what_is_marked_there_is_only_the_proof(home: str, opened: Open) -> None:
    page = opened(f"{home}{PLANE}#holds=rectangle,rhombus&fails=square")
    expect(table(page).locator("table")).to_be_hidden()
    expect(table(page)).to_contain_text("Your marks contradict each other, so nothing can agree with them")
    expect(table(page)).to_contain_text("a contradiction")


def test_without_a_script_the_table_of_examples_is_there(home: str, opened: Open) -> None:
    page = opened(home + PLANE, java_script_enabled=False)
    expect(table(page).get_by_role("row").filter(has_text="The measured board")).to_contain_text("✗ fails")
    expect(page.get_by_text("Mark something in the form above")).to_be_hidden()


def test_the_form_comes_first_and_stays_on_screen_with_the_drawing(home: str, opened: Open) -> None:
    page = opened(home + PLANE, viewport={"width": 1024, "height": 700})
    for share in (0, 0.5):
        page.evaluate(
            """share => {
                const box = document.querySelector(".kb-explorer form").getBoundingClientRect();
                scrollTo(0, scrollY + box.top + box.height * share - 60);
            }""",
            share,
        )
        for one in (page.locator(".kb-boards svg").first, page.locator(".kb-suppose"), status(page)):
            expect(one).to_be_in_viewport()
    first = page.locator(".kb-explorer > *").first
    assert first.evaluate("one => one.localName") == "form"


def test_a_mark_changes_the_rows_alone_of_which_it_says_something_else(home: str, opened: Open) -> None:
    page = opened(home + PLANE)
    said = "rows => Object.fromEntries(rows.map(row => [row.dataset.kbAtom, row.textContent]))"
    rows = page.locator("[data-kb-atom]")
    before = rows.evaluate_all(said)
    page.locator(".kb-suppose").evaluate("""table => {
        window.written = new Set();
        const note = changes => changes.forEach(({target}) => {
            const row = (target.closest ? target : target.parentElement).closest("[data-kb-atom]");
            window.written.add(row ? row.dataset.kbAtom : "");
        });
        const all = {subtree: true, childList: true, attributes: true, characterData: true};
        new MutationObserver(note).observe(table, all);
    }""")
    mark(page, "rhombus <lozenge>", "holds")
    expect(rows.filter(has_text="parallelogram")).to_contain_text("follows")
    after = rows.evaluate_all(said)
    changed = {atom for atom, words in after.items() if words != before[atom]}
    assert 0 < len(changed) < len(after)
    assert set(page.evaluate("[...window.written]")) == changed
