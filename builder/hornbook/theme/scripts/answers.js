// What gives a goal in one step, what a question lacks, and whether words apply: on top of `logic`, for the explorer.

const fewerClauses = new WeakMap();

// The clauses that do not have the goal as a premise; made once, as the reasoner of them is.
function withoutPremise(theory, goal) {
  if (!fewerClauses.has(theory)) fewerClauses.set(theory, new Map());
  const known = fewerClauses.get(theory);
  if (!known.has(goal)) known.set(goal, theory.filter(({ literals }) => !literals.includes(goal ^ 1)));
  return known.get(goal);
}

// The premises of each clause that concludes the goal, as `builder/hornbook/logic/direct_sets.py` keeps them: of a
// negation backwards as well, consistent, and without those that give others by the rest of the clauses.
function directSets(theory, goal, cap = 64) {
  const isGiving = ({ literals, conclusion }) =>
    (conclusion === goal || !(goal & 1)) && !literals.some((each) => literals.includes(each ^ 1));
  const { containing } = reasonerOf(theory);
  const giving = (containing[goal] || NONE).map((place) => theory[place]).filter(isGiving);
  let sets = bySize(eachOnce(giving.map(({ literals }) => sortedLiterals(without(literals, goal).map((each) => each ^ 1)))));
  const attempt = () => {
    sets = sets.filter((set) => canHold(theory, set));
    const rest = containing[goal ^ 1] && sets.length > 1 ? withoutPremise(theory, goal) : theory;
    const gives = (one, other) => other.every((literal) => one.includes(literal) || !canHold(rest, [...one, literal ^ 1]));
    const isIdle = (one, place) =>
      sets.some((other, at) => at !== place && gives(one, other) && (at < place || !gives(other, one)));
    const kept = sets.filter((one, place) => !isIdle(one, place));
    return { sets: kept.slice(0, cap), complete: kept.length <= cap };
  };
  return withinLimit(attempt) || { sets: sets.slice(0, cap), complete: false };
}

// What an open question lacks, as in `builder/hornbook/logic/direct_sets.py`: single candidates that with what is given
// give the goal and alone do not, the weakest, each with those that give it and that none before it has; and of the
// direct sets what is not given, where that says more than a smaller one or one literal alone.
function lacking(theory, given, goal, candidates) {
  const can = (...literals) => canHold(theory, [...given, ...literals]);
  let single = [], settling = [];
  const alone = () => {
    const among = sortedLiterals(candidates).filter((one) => one !== goal && !given.includes(one));
    settling = excluded(theory, [...given, goal ^ 1], among).filter((one) => can(one));
    settling = settling.filter((one) => canHold(theory, [goal ^ 1, one]));
    const givenBy = new Map(settling.map((one) => [one, new Set(settling.filter((other) => !can(one, other ^ 1)))]));
    const gives = (one, other) => givenBy.get(one).has(other);
    const isWeakest = (one) => settling.every((other) => other === one || !gives(one, other) || (gives(other, one) && one < other));
    const weakest = settling.filter(isWeakest);
    const left = new Set(settling.filter((one) => !weakest.includes(one)));
    single = weakest.map((literal) => {
      const stronger = [...left].filter((other) => gives(other, literal));
      stronger.forEach((other) => left.delete(other));
      return { literal, stronger };
    });
    return single;
  };
  if (!withinLimit(alone)) return { single, sets: [], complete: false };
  const direct = directSets(theory, goal);
  const rests = () => {
    const left = direct.sets.map((set) => set.filter((literal) => can(literal ^ 1))).filter((set) => can(...set));
    const kept = [];
    for (const set of bySize(eachOnce(left))) {
      if (set.some((literal) => settling.includes(literal))) continue;
      if (!kept.some((other) => other.every((literal) => set.includes(literal)))) kept.push(set);
    }
    return kept;
  };
  const sets = withinLimit(rests);
  return { single, sets: sets || [], complete: !!sets && direct.complete };
}

// How what the atoms of a question presuppose stands to what is given, as in `builder/hornbook/reasoning/presuppositions.py`.
// `presupposes` has of each atom all that it presupposes, closed.
function presupposedBy(presupposes, atoms) {
  return sortedLiterals(atoms.flatMap((atom) => presupposes[atom] || []));
}

function presupposed(theory, presupposes, given, goal) {
  const atoms = sortedLiterals([...given, goal].map((literal) => literal >> 1));
  const literals = presupposedBy(presupposes, atoms);
  let standing = "granted";
  for (const literal of literals) {
    const { verdict, proof } = settle(theory, given, literal);
    if (verdict === "contradictory") return { literals, standing: "granted" };
    if (verdict === "refuted") {
      const whose = atoms.filter((atom) => presupposedBy(presupposes, [atom]).includes(literal));
      return { literals, standing: "does-not-apply", failing: literal, atoms: whose, proof };
    }
    if (verdict !== "follows") standing = "unsettled";
  }
  if (standing === "granted") return { literals, standing };
  const answer = ask(theory, [...given, ...literals], goal);
  if (answer.verdict === "contradictory") return { literals, standing: "not-together", proof: answer.proof };
  return { literals, standing, answer };
}

// The situations that show an open question to be open: without the goal, and with it; null for none, and where there
// is one of them only, since the opposite follows where the words apply.
function situationsShown({ verdict, models }, { standing, answer }) {
  if (verdict !== "open" || !models || ["does-not-apply", "not-together"].includes(standing)) return null;
  if (!answer || answer.verdict === "unsettled") return models;
  if (answer.verdict === "open") return answer.models;
  return answer.verdict === "follows" ? [models[0], null] : [null, models[1]];
}

// The atoms of which some of what they presuppose fails, and those of which some of it is unknown.
function applying(theory, presupposes, given) {
  const fails = [], unsure = [];
  for (const atom of Object.keys(presupposes).map(Number)) {
    const verdicts = presupposes[atom].map((literal) => judged(theory, given, literal));
    if (verdicts.includes("refuted")) fails.push(atom);
    else if (verdicts.some((verdict) => !["follows", "contradictory"].includes(verdict))) unsure.push(atom);
  }
  return { fails, unsure };
}

// How a situation of which `facts` are known stands to a conjunction of literals.
function heldAgainst(theory, facts, wanted) {
  const together = judged(theory, [...facts, ...wanted], wanted[0]);
  if (together === "contradictory") return "cannot";
  const verdicts = wanted.map((literal) => judged(theory, facts, literal));
  if (verdicts.every((verdict) => verdict === "follows")) return "all";
  return together !== "unsettled" && verdicts.includes("open") ? "may" : "unsettled";
}

// The atoms that clauses or presuppositions connect with these ones, however many.
function connected(theory, presupposes, atoms) {
  const { containing } = reasonerOf(theory), found = new Set(atoms), presupposing = {};
  for (const atom in presupposes) {
    const group = [Number(atom), ...presupposes[atom].map((literal) => literal >> 1)];
    for (const each of group) (presupposing[each] = presupposing[each] || []).push(group);
  }
  for (const atom of found) {
    for (const group of presupposing[atom] || NONE) group.forEach((each) => found.add(each));
    for (const places of [containing[2 * atom], containing[2 * atom + 1]]) {
      for (const place of places || NONE) theory[place].literals.forEach((literal) => found.add(literal >> 1));
    }
  }
  return found;
}
