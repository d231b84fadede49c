// The table of examples below an explorer: each is held against what is marked, those without a row as well.

const MATCHES = {
  all: [later("✓ agrees"), laterMany("{count} agrees", "{count} agree")],
  may: [later("? may agree"), laterMany("{count} may agree", "{count} may agree")],
  cannot: [later("✗ cannot agree"), laterMany("{count} cannot agree", "{count} cannot agree")],
  unsettled: [later("… not settled"), laterMany("{count} not settled", "{count} not settled")],
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
  const tell = (title, proof) => {
    told.hidden = !proof;
    told.replaceChildren(...(proof ? [make("p", "kb-part", title), ...proofNodes(data, proof)] : []));
  };
  let marks = [];
  const matches = new Map();
  const sayOf = (row, match, facts) => {
    if (matches.get(row) === match) return;
    matches.set(row, match);
    const head = row.querySelector("th");
    const why = () => {
      const { proof } = settle(theory, [...facts, ...marks], marks[0]);
      tell(words("Why {example} cannot agree with your marks", { example: head.querySelector("a").textContent }), proof);
      told.focus();
    };
    head.querySelector(".kb-computed").replaceChildren(
      ...(match ? [words(MATCHES[match][0])] : []),
      ...(match === "cannot" ? [" ", makeButton(words("Why?"), why, "kb-small")] : []),
    );
  };

  return (marked, clash) => {
    marks = marked;
    tell(words("Your marks contradict each other, so nothing can agree with them"), clash);
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
    const counts = groups.filter(([, group]) => group.length)
      .map(([match, group]) => wordsMany(...MATCHES[match][1], group.length));
    say(lead, words("Compared with your marks: {counts}.", { counts: counts.join(", ") }));
    if (shown.localName === "details") shown.open = true;
  };
}
