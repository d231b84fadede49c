// The table of examples below an explorer: each is held against what is marked, those without a row as well.

const MATCHES = {
  all: ["✓ agrees", "agree", "agrees"],
  may: ["? may agree", "may agree"],
  cannot: ["✗ cannot agree", "cannot agree"],
  unsettled: ["… not settled", "not settled"],
};

// Gives what is to be called with what is marked and, if that excludes itself, the proof of it.
function examplesBelow(root, data, theory) {
  const box = root.parentElement.querySelector("[data-kb-examples]");
  if (!box) return () => {};
  const { address, examples } = JSON.parse(box.dataset.kbExamples);
  const [lead, told] = [box.firstElementChild, box.lastElementChild], first = lead.textContent;
  const shown = box.children[1], body = box.querySelector("tbody"), width = box.querySelectorAll("thead th").length;
  const rows = new Map(all("tr", body).map((row) => [row.dataset.kbExample, row]));
  const order = [...rows.values()];

  // An example beyond the table's bound: its facts in place of cells.
  const makeRow = (id, facts, label) => {
    const head = make("th", "", makeLink(`${address}${id}/`, label), make("span", "kb-computed"));
    head.scope = "row";
    const cell = make("td", "", ...sentenceNodes(data, joined(facts.map((literal) => phraseOf(data, literal)))));
    cell.colSpan = width - 1;
    return make("tr", "", head, cell);
  };
  const tell = (words, proof) => {
    told.hidden = !proof;
    told.replaceChildren(...(proof ? [make("p", "kb-part", words), ...proofNodes(data, proof)] : []));
  };
  let marks = [];
  const matches = new Map();
  const sayOf = (row, match, facts) => {
    if (matches.get(row) === match) return;
    matches.set(row, match);
    const head = row.querySelector("th");
    const why = () => {
      const { proof } = settle(theory, [...facts, ...marks], marks[0]);
      tell(`Why ${head.querySelector("a").textContent} cannot agree with your marks`, proof);
      told.focus();
    };
    head.querySelector(".kb-computed").replaceChildren(
      ...(match ? [MATCHES[match][0]] : []),
      ...(match === "cannot" ? [" ", makeButton("Why?", why, "kb-small")] : []),
    );
  };

  return (marked, clash) => {
    marks = marked;
    tell("Your marks contradict each other, so nothing can agree with them", clash);
    shown.hidden = !!clash;
    if (clash || !marked.length) {
      say(lead, clash ? "" : first);
      order.forEach((row) => sayOf(row));
      return fitChildren(body, order);
    }
    const found = examples.map(([id, facts, label]) => {
      if (!rows.has(id)) rows.set(id, makeRow(id, facts, label));
      const match = heldAgainst(theory, facts, marked), row = rows.get(id);
      sayOf(row, match, facts);
      return { row, match };
    });
    const groups = Object.keys(MATCHES).map((match) => [match, found.filter((one) => one.match === match)]);
    fitChildren(body, groups.flatMap(([, group]) => group.map(({ row }) => row)));
    const counts = groups.filter(([, group]) => group.length).map(([match, group]) => {
      const [, several, one = several] = MATCHES[match];
      return `${group.length} ${group.length === 1 ? one : several}`;
    });
    say(lead, `Compared with your marks: ${counts.join(", ")}.`);
    if (shown.localName === "details") shown.open = true;
  };
}
