// `builder/hornbook/logic` once more, for the browser. A literal is the number 2 * atom + (1 if it holds): `^ 1` negates it.

const sortedBy = (items, key) => [...items].sort((a, b) => (key(a) > key(b)) - (key(a) < key(b)));
const sortedLiterals = (literals) => sortedBy(new Set(literals), (literal) => literal);
const without = (items, one) => items.filter((item) => item !== one);
const bySize = (sets) => sortedBy(sets, (set) => String.fromCharCode(set.length, ...set));
const eachOnce = (sets) => [...new Map(sets.map((set) => [`${set}`, set])).values()];

// What is left of some items when each is left out, the last first, without which the rest is enough. Many are tried at
// once: where the rest is enough without all of them, it is without each (Junker, "QuickXplain", 2004).
function smallestPart(items, isEnough) {
  let part = items;
  const leaveOut = (from, to) => {
    const rest = [...part.slice(0, from), ...part.slice(to)];
    if (isEnough(rest)) part = rest;
    else if (to - from > 1) {
      const middle = (from + to) >> 1;
      leaveOut(middle, to);
      leaveOut(from, middle);
    }
  };
  if (items.length) leaveOut(0, items.length);
  return part;
}

// Clauses `[name, premises, conclusion or null]`, sorted by name, as disjunctions.
function theoryOf(clauses) {
  return clauses.map(([name, premises, conclusion]) => {
    const literals = premises.map((literal) => literal ^ 1).concat(conclusion ?? []);
    return { name, conclusion, literals: [...new Set(literals)] };
  });
}

// Of the models in which the known literals hold, that in which each wanted one in turn does if one of those left has it.
function nearestModel(theory, known, wanted) {
  let model = modelOf(theory, known);
  const chosen = [...known];
  for (const literal of wanted) {
    if (!isTrue(model, literal)) model = modelOf(theory, [...chosen, literal]) || model;
    chosen.push(isTrue(model, literal) ? literal : literal ^ 1);
  }
  return chosen;
}

// The goal as a `Step` of `builder/hornbook/logic/values.py` that rests on other steps, or a contradiction (null).
// Where it is not derived, both cases of an atom: the goal's, or the most frequent one of clauses that are needed for a
// contradiction.
function derived(theory, known, under, goal) {
  const { lines, end } = derivedLines(theory, known, under, goal);
  if (end) return end;
  const isNeeded = (part) => {
    spend(part.length);
    return !canHold(part, [...lines.keys()]);
  };
  const needed = goal === null ? smallestPart(theory, isNeeded) : theory;
  const open = needed.flatMap(({ literals }) => literals).filter((literal) => !lines.has(literal ^ 1));
  const [split] = sortedBy(open, (literal) => -open.filter((each) => each >> 1 === literal >> 1).length);
  const holds = (goal ?? split) | 1;
  const premises = [holds, holds ^ 1].map((literal) => {
    const supposed = { ...LEAF, kind: "supposed", literal, under: [...under, literal] };
    return literal === goal ? supposed : derived(needed, [...lines.values(), supposed], supposed.under, null);
  });
  return { ...LEAF, kind: "cases", literal: goal, premises, under };
}

// The steps in order: what is given, then each after those it rests on and those outside of its case.
function writtenSteps(last) {
  const lines = new Set();
  const list = (line) => {
    if (!lines.has(line)) line.premises.forEach(list);
    lines.add(line);
  };
  list(last);
  const steps = sortedBy(lines, ({ kind, under }) =>
    [kind !== "given", ...under.map((literal) => ~literal & 1), 2 * (kind === "cases")].join(),
  );
  return steps.map(({ cost, ...line }) => ({ ...line, premises: line.premises.map((each) => steps.indexOf(each)) }));
}

// The two situations of an open question, as the positive literals of each: the one without the goal, in which each
// atom in turn fails if it can, and the one with it that is as near to that as can be.
function situations(theory, given, goal) {
  const failing = sortedLiterals([...literalsOf(theory), ...given, goal].map((literal) => literal & ~1));
  const without = nearestModel(theory, [...given, goal ^ 1], failing);
  return [without, nearestModel(theory, [...given, goal], sortedLiterals(without))].map((model) =>
    sortedLiterals(model).filter((literal) => literal & 1),
  );
}

// The literal that a verdict proves, null for a contradiction; undefined where nothing is proved.
function provedOf(theory, known, goal) {
  const isProved = (literal) => !canHold(theory, literal === null ? known : [...known, literal ^ 1]);
  return [null, goal, goal ^ 1].find(isProved);
}

function verdictOf(proved, goal) {
  if (proved === undefined) return "open";
  return proved === null ? "contradictory" : proved === goal ? "follows" : "refuted";
}

// The verdict alone.
function judged(theory, given, goal) {
  return withinLimit(() => verdictOf(provedOf(theory, sortedLiterals(given), goal), goal)) || "unsettled";
}

// A verdict with its proof, if it is not open.
function settle(theory, given, goal) {
  const known = sortedLiterals(given);
  const attempt = () => {
    const literal = provedOf(theory, known, goal), verdict = verdictOf(literal, goal);
    if (literal === undefined) return { verdict };
    const lines = known.map((literal) => ({ ...LEAF, kind: "given", literal }));
    const n = known.findIndex((literal, place) => known[place + 1] === (literal ^ 1));
    const clash = { ...LEAF, kind: "clash", literal, premises: [lines[n + 1], lines[n]] };
    return { verdict, proof: writtenSteps(n < 0 ? derived(theory, lines, [], literal) : clash) };
  };
  return withinLimit(attempt) || { verdict: "unsettled" };
}

// The same and, where it is open, its situations (null past the limit, as they only show the verdict).
function ask(theory, given, goal) {
  const answer = settle(theory, given, goal);
  if (answer.verdict === "open") answer.models = withinLimit(() => situations(theory, sortedLiterals(given), goal));
  return answer;
}

// All literals of the clauses, sorted.
function literalsOf(theory) {
  return Object.keys(reasonerOf(theory).containing).map(Number);
}

// The literals, sorted, that hold in every model and are not given.
function following(theory, given) {
  const open = () => sortedLiterals(literalsOf(theory).flatMap((literal) => [literal, literal ^ 1])).filter((literal) => !given.includes(literal));
  const denied = () => excluded(theory, given, open().map((literal) => literal ^ 1));
  return withinLimit(() => (canHold(theory, given) ? sortedLiterals(denied().map((literal) => literal ^ 1)) : []));
}

// The minimal sets of candidates that give the goal, in the order of `builder/hornbook/logic/sufficient_sets.py`.
function missingSets(theory, given, goal, candidates, cap) {
  const isAbsurd = (literals) => !canHold(theory, [...given, ...literals]);
  const isEnough = (literals) => isAbsurd([goal ^ 1, ...literals]);
  // A refutation of the denied goal reaches no other clauses, and needs of a candidate that its negation is in one.
  const linked = new Set([goal ^ 1]), { containing } = reasonerOf(theory);
  for (const end of linked) {
    for (const place of containing[end ^ 1] || NONE) {
      without(theory[place].literals, end ^ 1).forEach((literal) => linked.add(literal));
    }
  }
  const found = [], sets = [], ordered = [];
  // Reiter, "A theory of diagnosis" (1987): any other set lacks a literal of this one.
  const search = (allowed, kept) => {
    let set = found.find((each) => each.every((literal) => allowed.includes(literal)));
    if (!set && isEnough(allowed)) {
      set = smallestPart(allowed, isEnough);
      found.push(set);
      if (!isAbsurd(set)) sets.push(set);
    }
    for (const literal of set || []) {
      if (!kept.includes(literal)) search(without(allowed, literal), kept);
      kept = [...kept, literal];
    }
  };
  const attempt = () => {
    search(sortedLiterals(candidates).filter((literal) => linked.has(literal ^ 1)), []);
    const left = bySize(sets).slice(0, cap);
    const gives = (one, other) => other.every((literal) => isAbsurd([...one, literal ^ 1]));
    const isWeakest = (one) => left.every((other) => !gives(one, other) || gives(other, one));
    while (left.length) ordered.push(...left.splice(left.findIndex(isWeakest), 1));
    return { sets: ordered, complete: sets.length <= cap };
  };
  return withinLimit(attempt, 1e5) || { sets: bySize(sets).slice(0, cap), complete: false };
}
