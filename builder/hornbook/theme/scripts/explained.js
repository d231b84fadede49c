// So many rows of what differs between situations, or of what does not, can be read.
const MOST_ROWS = 30;

// What an explorer shows of an answer, as elements: sentences with links, proofs, sets, and situations side by side.

function sentenceNodes(data, sentence) {
  return sentence.map((part) => {
    if (part.term) return makeLink(`${data.terms}${part.term}/`, part.words, "kb-link");
    return part.record ? makeLink(recordAddress(data, part.record), words("this implication")) : part;
  });
}

// Of a large framework the implications stand on several pages.
function recordAddress(data, record) {
  return `${data.records}${(data.elsewhere || {})[record] || ""}#${record}`;
}

function proofNodes(data, proof) {
  const text = proofInWords(data, proof);
  const lines = text.lines.map(({ sentence, depth }) =>
    make("li", depth ? `kb-depth-${Math.min(depth, 4)}` : "", ...sentenceNodes(data, sentence)),
  );
  const from = text.given.length ? joined(text.given) : [words("nothing")];
  const lead = make("p", "", make("strong", "", `${words("Given:")} `), ...sentenceNodes(data, from), ".");
  return [lead, ...(lines.length ? [make("ol", "kb-steps", ...lines)] : [])];
}

// Sets that are enough, each with what `more` puts behind it, and whether these are all.
function setNodes(data, found, complete, more = () => []) {
  const items = found.map((one) => make("li", "", ...sentenceNodes(data, additionInWords(data, one)), ...more(one)));
  const capped = complete ? [] : [make("p", "", cappedInWords(items.length))];
  return [...(items.length ? [make("ul", "kb-sets", ...items)] : []), ...capped];
}

// The literal of a failure that occurs is among the bad ones.
function isFailure(data, atom) {
  return data.bad.includes(2 * atom + 1);
}

// What is so of an atom, in a cell; a failure that occurs has neither sign nor colour.
function valueCell(data, atom, holds) {
  if (holds === null) return make("td", "kb-cannot", words(NOT_APPLYING));
  if (isFailure(data, atom)) {
    if (holds) return make("td", "kb-occurs", wordsIn("a failure", "occurs"));
    return make("td", "kb-fails", wordsIn("a failure", "does not occur"));
  }
  const sign = make("span", "kb-sign", holds ? "✓" : "✗");
  sign.ariaHidden = "true";
  const word = holds ? wordsIn("a term", "holds") : wordsIn("a term", "fails");
  return make("td", holds ? "kb-holds" : "kb-fails", sign, ` ${word}`);
}

const BOTH_AGREE = later("Both agree with all implications that count here and with what is given, so both are possible.");
const IT_AGREES = later("It agrees with all implications that count here and with what is given, so it is possible.");
const DIFFER = laterMany("{count} more differs; it is not listed.", "{count} more differ; they are not listed.");
const BELONG = laterMany("{count} more belongs to it; it is not listed.", "{count} more belong to it; they are not listed.");
const SAME = laterMany("{count} more is the same; it is not listed.", "{count} more are the same; they are not listed.");

// The situations of an open question as on pages: what is asked, then what differs, the rest folded. `models` are those
// without the goal and with it, as positive literals, or null.
function situationNodes(data, theory, models, asked) {
  const shown = [[words("Where it is true"), models[1]], [words("Where it is false"), models[0]]].filter(([, model]) => model);
  const sets = shown.map(([, model]) => new Set(model));
  const applies = (atom, set) => (data.presupposes[atom] || []).every((literal) => isTrue(set, literal));
  const valueIn = (set, atom) => (applies(atom, set) ? set.has(2 * atom + 1) : null);
  const first = [...new Set(asked.map((literal) => literal >> 1))];
  const others = sortedLiterals(connected(theory, data.presupposes, first)).filter((atom) => !first.includes(atom));
  const differs = (atom) => new Set(sets.map((set) => valueIn(set, atom))).size > 1;
  const head = (name, scope, ...words) => {
    const title = make(name, "", ...words);
    title.scope = scope;
    return title;
  };
  const table = (atoms) => {
    const titles = [words("Statement"), ...shown.map(([title]) => title)].map((title) => head("th", "col", title));
    const rows = atoms.map((atom) =>
      make("tr", "", head("th", "row", ...sentenceNodes(data, nameOf(data, atom))), ...sets.map((set) => valueCell(data, atom, valueIn(set, atom)))),
    );
    const body = make("table", "kb-models", make("thead", "", make("tr", "", ...titles)), make("tbody", "", ...rows));
    return make("div", "kb-scroll", body);
  };
  const leftOut = (atoms, message) => {
    const left = atoms.length - MOST_ROWS, count = left.toLocaleString("en");
    return left > 0 ? [make("p", "kb-hint", wordsMany(...message, left, { count }))] : [];
  };
  const both = shown.length > 1;
  const [differing, same] = [others.filter(differs), others.filter((atom) => !differs(atom))];
  // Where there are many, those that hold tell most: in such situations as much as can be fails.
  const told = same.length > MOST_ROWS ? sortedBy(same, (atom) => !isTrue(sets[0], 2 * atom + 1)) : same;
  const rest = make("summary", "", both ? words("The rest is the same in both") : words("The rest"));
  return [
    make("p", "", words(both ? BOTH_AGREE : IT_AGREES)),
    table([...first, ...differing.slice(0, MOST_ROWS)]),
    ...leftOut(differing, both ? DIFFER : BELONG),
    ...(same.length ? [make("details", "kb-words", rest, table(told.slice(0, MOST_ROWS)), ...leftOut(told, SAME))] : []),
  ];
}
