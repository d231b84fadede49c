// Beside each thing that follows from the facts of an example a link to its proof, which the explorer makes.

function startFollows(box) {
  for (const row of all("[data-kb-goal]", box)) {
    const link = makeLink(`${box.dataset.kbFacts}&goal=${row.dataset.kbGoal}`, words("Proof"));
    const statement = `${row.cells[0].textContent} ${row.cells[1].textContent}`;
    link.ariaLabel = words("Proof: {statement}", { statement });
    row.cells[2].append(" · ", link);
  }
}
