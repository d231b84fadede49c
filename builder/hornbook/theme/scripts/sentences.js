// Answers in words, the same ones as on pages; tests hold the two against each other.
// Proofs are as in `builder/hornbook/reasoning/proof_text.py`.
// A sentence is a list of parts: texts, `{term, words, beginsSmall}` for the name of a term, `{record}` for an implication.

function phraseOf(data, literal) {
  if (literal === null) return ["a contradiction"];
  return data.phrases[literal].map((part) => (Array.isArray(part) ? { term: part[0], words: part[1], beginsSmall: part[2] } : part));
}

// The name of an atom, to be linked where it is a term.
function nameOf(data, atom) {
  const words = data.names[atom];
  return words ? [{ term: data.atoms[atom], words }] : phraseOf(data, 2 * atom + 1);
}

function joined(items, word = "and") {
  return items.flatMap((item, n) => [n ? (n < items.length - 1 ? ", " : ` ${word} `) : "", ...item]).filter((part) => part);
}

// A name that begins small does so everywhere.
function capitalized([first, ...rest]) {
  if (first.beginsSmall) return [first, ...rest];
  return [first.term ? { ...first, words: capital(first.words) } : capital(first), ...rest];
}

function plain(sentence) {
  return sentence.map((part) => part.words || part.record || part).join("");
}

// What is given, and a line with its depth in suppositions for each step that concludes something.
function proofInWords(data, proof) {
  const numbers = {}, given = [], lines = [];
  proof.forEach((step, n) => {
    if (step.kind === "given") {
      given.push(phraseOf(data, step.literal));
    } else {
      numbers[n] = lines.length + 1;
      lines.push({ step, depth: step.under.length, sentence: capitalized(lineOf(data, proof, step, numbers)) });
    }
  });
  return { given, lines };
}

function lineOf(data, proof, step, numbers) {
  const said = phraseOf(data, step.literal);
  if (step.kind === "supposed") return ["suppose that ", ...said, "."];
  if (step.kind === "clash") {
    return ["it is given both that ", ...joined(step.premises.map((n) => phraseOf(data, proof[n].literal))), ": ", ...said, "."];
  }
  if (step.kind === "cases") {
    const ends = step.premises.map((n) => [n in numbers ? `step ${numbers[n]}` : "what is given"]);
    const lead = step.literal === null ? "either way there is " : "so in either case ";
    return [lead, ...said, " (", ...joined(ends), ")."];
  }
  const [, , conclusion, record, turns] = data.clauses.find(([name]) => name === step.clause);
  const grounds = joined(
    step.premises.map((n) => [...phraseOf(data, proof[n].literal), n in numbers ? ` (step ${numbers[n]})` : " (given)"]),
  );
  if (step.literal === null) return ["it cannot be that ", ...grounds, ", by ", { record }, ": ", ...said, "."];
  if (!grounds.length) return [...said, ", by ", { record }, "."];
  const by = turns && step.literal !== conclusion ? ": by the contrapositive of " : ": by ";
  return [...said, ", because ", ...grounds, by, { record }, "."];
}

// What a question presupposes, where there is something to say of it, as in `builder/hornbook/reasoning/presuppositions.py`.
function presupposedInWords(data, verdict, { standing, literals, failing, atoms, answer }) {
  const onlyIf = joined(literals.map((literal) => phraseOf(data, literal)));
  if (standing === "does-not-apply") {
    const words = joined(atoms.map((atom) => nameOf(data, atom)));
    const [do_, apply] = atoms.length > 1 ? ["s do", "y"] : [" does", "ies"];
    const excluded = [...phraseOf(data, failing), ", and what is given excludes that."];
    return [`The word${do_} not apply here: `, ...words, ` appl${apply} only if `, ...excluded];
  }
  if (standing === "not-together") return ["The words cannot apply together here: they apply only if ", ...onlyIf, "."];
  if (standing !== "unsettled" || verdict !== "open") return [];
  if (answer.verdict === "open") return ["Shown where the words apply: ", ...onlyIf, "."];
  const settled = {
    follows: "it follows",
    refuted: "the opposite follows",
    unsettled: "it was not settled within the limit of steps",
  };
  return [`Where the words apply, ${settled[answer.verdict]}: they apply only if `, ...onlyIf, "."];
}

// Each set that would settle an open question, said once, and what else would do in place of a single one, as in
// `builder/hornbook/reasoning/outcomes.py`.
function additionsOf(missing, lacks) {
  const found = new Map(missing.sets.map((set) => [`${set}`, { set, stronger: [] }]));
  const primitive = missing.sets.filter((set) => set.length === 1).flat();
  for (const { literal, stronger } of lacks.single) {
    found.set(`${literal}`, { set: [literal], stronger: stronger.filter((one) => !primitive.includes(one)) });
  }
  for (const set of lacks.sets) if (!found.has(`${set}`)) found.set(`${set}`, { set, stronger: [] });
  return [...found.values()];
}

// A set that is enough, as in `builder/hornbook/pages/proofs.py`.
function additionInWords(data, { set, stronger = [] }) {
  // By whole phrases where a term fails, since "no a and b" could be read as no b too.
  const said = (literals) => {
    const isTerm = (literal) => data.names[literal >> 1];
    const byName = literals.every((literal) => literal & 1 || !isTerm(literal));
    return literals.map((literal) => (byName && isTerm(literal) ? nameOf(data, literal >> 1) : phraseOf(data, literal)));
  };
  const isAssumed = (literal) => data.conditions.includes(literal >> 1);
  const rest = set.filter((literal) => !isAssumed(literal));
  const assumed = joined(set.filter(isAssumed).map((literal) => phraseOf(data, literal)));
  const words = joined(said(rest));
  if (assumed.length) words.push(rest.length ? ", assuming that " : "assuming that ", ...assumed);
  const gives = `, which ${stronger.length > 1 ? "give" : "gives"} it together with what is given)`;
  return stronger.length ? [...words, " (or ", ...joined(said(stronger), "or"), gives] : words;
}

function cappedInWords(count) {
  return `${count ? `Only these ${count} are listed` : "None is listed"}; there may be more.`;
}
