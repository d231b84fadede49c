// Proofs in words, the same ones as `builder/hornbook/reasoning/proof_text.py`; a test holds the two against each other.
// A sentence is a list of parts: texts, `{term, words}` for the name of a term, `{record}` for an implication.

function phraseOf(data, literal) {
  if (literal === null) return ["a contradiction"];
  return data.phrases[literal].map((part) => (Array.isArray(part) ? { term: part[0], words: part[1] } : part));
}

function joined(items) {
  return items.flatMap((item, n) => [n ? (n < items.length - 1 ? ", " : " and ") : "", ...item]).filter((part) => part);
}

function capitalized([first, ...rest]) {
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
