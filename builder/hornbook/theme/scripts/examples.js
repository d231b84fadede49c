// The table of examples below an explorer: each is held against what is marked, those without a row as well.

const MATCHES = {
  all: ["✓ agrees", "agree"],
  may: ["? may agree", "may agree"],
  cannot: ["✗ cannot agree", "cannot agree"],
  unsettled: ["… not settled", "are not settled"],
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
  const say = (row, match, proof) => {
    const head = row.querySelector("th");
    const why = () => {
      tell(`Why ${head.querySelector("a").textContent} cannot agree with your marks`, proof);
      told.focus();
    };
    head.querySelector(".kb-computed").replaceChildren(
      ...(match ? [MATCHES[match][0]] : []),
      ...(proof ? [" ", makeButton("Why?", why, "kb-small")] : []),
    );
  };

  return (marked, clash) => {
    tell("Your marks contradict each other, so nothing can agree with them", clash);
    shown.hidden = !!clash;
    lead.textContent = clash ? "" : first;
    order.forEach((row) => say(row));
    if (clash || !marked.length) return body.replaceChildren(...order);
    const found = examples.map(([id, facts, label]) => {
      const held = heldAgainst(theory, facts, marked), row = rows.get(id) || makeRow(id, facts, label);
      say(row, held.match, held.proof);
      return { row, match: held.match };
    });
    const groups = Object.keys(MATCHES).map((match) => [match, found.filter((one) => one.match === match)]);
    body.replaceChildren(...groups.flatMap(([, group]) => group.map(({ row }) => row)));
    const counts = groups.filter(([, group]) => group.length).map(([match, group]) => `${group.length} ${MATCHES[match][1]}`);
    lead.textContent = `Compared with your marks: ${counts.join(", ")}.`;
    if (shown.localName === "details") shown.open = true;
  };
}
