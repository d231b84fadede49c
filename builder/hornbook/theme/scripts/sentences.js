// Answers in words, the same ones as on pages; tests hold the two against each other.
// Proofs are as in `builder/hornbook/reasoning/proof_text.py`.
// A sentence is a list of parts: texts, `{term, words, beginsSmall}` for the name of a term, `{record}` for an implication.

function phraseOf(data, literal) {
  if (literal === null) return [words("a contradiction")];
  return data.phrases[literal].map((part) => (Array.isArray(part) ? { term: part[0], words: part[1], beginsSmall: part[2] } : part));
}

// The name of an atom, to be linked where it is a term.
function nameOf(data, atom) {
  const words = data.names[atom];
  return words ? [{ term: data.atoms[atom], words }] : phraseOf(data, 2 * atom + 1);
}

const AND = later("{some} and {last}"), OR = later("{some} or {last}");

function joined(items, last = AND) {
  const join = (some, next, n) =>
    n < items.length - 1 ? wordParts("{some}, {next}", { some, next }) : wordParts(last, { some, last: next });
  return items.length ? items.reduce(join) : [];
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
  const literal = phraseOf(data, step.literal), { premises } = step;
  const phrase = (n) => phraseOf(data, proof[n].literal);
  const stepOf = (n) => words("step {number}", { number: numbers[n] });
  if (step.kind === "supposed") return wordParts("suppose that {literal}.", { literal });
  if (step.kind === "clash") {
    const literals = joined(premises.map(phrase));
    return wordParts("it is given both that {literals}: {contradiction}.", { literals, contradiction: literal });
  }
  if (step.kind === "cases") {
    const steps = joined(premises.map((n) => [n in numbers ? stepOf(n) : words("what is given")]));
    if (step.literal === null) return wordParts("either way there is {literal} ({steps}).", { literal, steps });
    return wordParts("so in either case {literal} ({steps}).", { literal, steps });
  }
  const [, , conclusion, record, turns] = data.clauses.find(([name]) => name === step.clause);
  const ground = (n) => {
    if (n in numbers) return wordParts("{literal} ({step})", { literal: phrase(n), step: stepOf(n) });
    return wordParts("{literal} (given)", { literal: phrase(n) });
  };
  const gaps = { literal, grounds: joined(premises.map(ground)), implication: { record } };
  if (step.literal === null) return wordParts("it cannot be that {grounds}, by {implication}: {literal}.", gaps);
  if (!premises.length) return wordParts("{literal}, by {implication}.", gaps);
  if (!turns || step.literal === conclusion) return wordParts("{literal}, because {grounds}: by {implication}.", gaps);
  return wordParts("{literal}, because {grounds}: by the contrapositive of {implication}.", gaps);
}

const WORD_FAILS = later("The word does not apply here: {words} applies only if {presupposed}, and what is given excludes that.");
const WORDS_FAIL = later("The words do not apply here: {words} apply only if {presupposed}, and what is given excludes that.");
const WHERE_THEY_APPLY = {
  open: later("Shown where the words apply: {presupposed}."),
  follows: later("Where the words apply, it follows: they apply only if {presupposed}."),
  refuted: later("Where the words apply, the opposite follows: they apply only if {presupposed}."),
  unsettled: later("Where the words apply, it was not settled within the limit of steps: they apply only if {presupposed}."),
};

// What a question presupposes, where there is something to say of it, as in `builder/hornbook/reasoning/presuppositions.py`.
function presupposedInWords(data, verdict, { standing, literals, failing, atoms, answer }) {
  const gaps = { presupposed: joined(literals.map((literal) => phraseOf(data, literal))) };
  if (standing === "does-not-apply") {
    const fails = { words: joined(atoms.map((atom) => nameOf(data, atom))), presupposed: phraseOf(data, failing) };
    return wordParts(atoms.length > 1 ? WORDS_FAIL : WORD_FAILS, fails);
  }
  if (standing === "not-together") {
    return wordParts("The words cannot apply together here: they apply only if {presupposed}.", gaps);
  }
  if (standing !== "unsettled" || verdict !== "open") return [];
  return wordParts(WHERE_THEY_APPLY[answer.verdict], gaps);
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
  const conditions = joined(set.filter(isAssumed).map((literal) => phraseOf(data, literal)));
  let enough = joined(said(rest));
  if (conditions.length && rest.length) enough = wordParts("{set}, assuming that {conditions}", { set: enough, conditions });
  else if (conditions.length) enough = wordParts("assuming that {conditions}", { conditions });
  if (!stronger.length) return enough;
  return partsMany(
    "{set} (or {others}, which gives it together with what is given)",
    "{set} (or {others}, which give it together with what is given)",
    stronger.length,
    { set: enough, others: joined(said(stronger), OR) },
  );
}

function cappedInWords(count) {
  if (!count) return words("None is listed; there may be more.");
  return wordsMany("Only this one is listed; there may be more.", "Only these {count} are listed; there may be more.", count);
}
