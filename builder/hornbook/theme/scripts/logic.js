// `builder/hornbook/logic` once more, for the browser. A literal is the number 2 * atom + (1 if it holds): `^ 1` negates it.

let workLeft;

// Null where an answer takes more than a fraction of a second, or too deep a recursion, a RangeError too.
function withinLimit(answer) {
  workLeft = 1e6;
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

const sortedBy = (items, key) => [...items].sort((a, b) => (key(a) > key(b)) - (key(a) < key(b)));
const sortedLiterals = (literals) => sortedBy(new Set(literals), (literal) => literal);
const without = (items, one) => items.filter((item) => item !== one);
const bySize = (sets) => sortedBy(sets, (set) => String.fromCharCode(set.length, ...set));
const eachOnce = (sets) => [...new Map(sets.map((set) => [`${set}`, set])).values()];
// Leaves items out, the last first, while the rest is enough.
const smallestPart = (items, isEnough) =>
  items.reduceRight((part, one) => (isEnough(without(part, one)) ? without(part, one) : part), items);

// Clauses `[name, premises, conclusion or null]`, sorted by name, as disjunctions.
function theoryOf(clauses) {
  return clauses.map(([name, premises, conclusion]) => {
    const literals = premises.map((literal) => literal ^ 1).concat(conclusion ?? []);
    return { name, conclusion, literals: [...new Set(literals)] };
  });
}

// What unit propagation gives next: literals, null for a contradiction, each with its clause.
function oneClauseAway(theory, reached) {
  workLeft -= theory.length;
  if (workLeft < 0) throw new RangeError();
  return theory.flatMap((clause) => {
    const open = clause.literals.filter((literal) => !reached.has(literal ^ 1));
    const ends = open.length ? open : [null, ...sortedLiterals(clause.literals)];
    return open.length > 1 ? [] : ends.filter((literal) => !reached.has(literal)).map((literal) => [literal, clause]);
  });
}

// Davis, Putnam, Logemann, Loveland (1962): propagate, then take a literal both ways, one of a clause that breaks if
// all that is open fails. A model is a set of literals: an atom that is not in it fails.
function modelOf(theory, known) {
  const holds = new Set(known);
  if ([...holds].some((literal) => literal === null || holds.has(literal ^ 1))) return null;
  const next = oneClauseAway(theory, holds).map(([literal]) => literal);
  if (next.length) return modelOf(theory, [...holds, ...next]);
  const broken = theory.find(({ literals }) => !literals.some((literal) => isTrue(holds, literal)));
  if (!broken) return holds;
  const split = broken.literals.find((literal) => !holds.has(literal ^ 1));
  return modelOf(theory, [...holds, split]) || modelOf(theory, [...holds, split ^ 1]);
}

const isTrue = (model, literal) => model.has(literal | 1) === !!(literal & 1);

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

const LEAF = { clause: null, premises: [], under: [], cost: 1n };

// The goal as a `Step` of `builder/hornbook/logic/values.py` that rests on other steps, or a contradiction (null).
// Knuth, "A generalization of Dijkstra's algorithm" (1977): the cheapest next, as in `builder/hornbook/logic/derivations.py`.
// Then both cases of an atom: the goal's, or the most frequent one of clauses that are needed for a contradiction.
function derived(theory, known, under, goal) {
  const lines = new Map(known.map((line) => [line.literal, line]));
  for (const end of [goal, null]) if (lines.has(end)) return lines.get(end);
  const next = oneClauseAway(theory, lines).map(([literal, { name, literals, conclusion }]) => {
    const premises = without(literals, literal).map((each) => lines.get(each ^ 1));
    const against = literal === null || literal === conclusion ? 0n : 1n << 32n;
    const cost = premises.reduce((sum, line) => sum + line.cost, (1n << 64n) + against);
    return { kind: "clause", literal, clause: name, premises, under, cost };
  });
  if (next.length) return derived(theory, [...known, sortedBy(next, ({ cost }) => cost)[0]], under, goal);
  const needed = goal === null ? smallestPart(theory, (part) => !modelOf(part, lines.keys())) : theory;
  const open = needed.flatMap(({ literals }) => literals).filter((literal) => !lines.has(literal ^ 1));
  const [split] = sortedBy(open, (literal) => -open.filter((each) => each >> 1 === literal >> 1).length);
  const holds = (goal ?? split) | 1;
  const premises = [holds, holds ^ 1].map((literal) => {
    const supposed = { ...LEAF, kind: "supposed", literal, under: [...under, literal] };
    return literal === goal ? supposed : derived(needed, [...known, supposed], supposed.under, null);
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
  const literals = theory.flatMap(({ literals }) => literals).concat(given, goal);
  const failing = sortedLiterals(literals.map((literal) => literal & ~1));
  const without = nearestModel(theory, [...given, goal ^ 1], failing);
  return [without, nearestModel(theory, [...given, goal], sortedLiterals(without))].map((model) =>
    sortedLiterals(model).filter((literal) => literal & 1),
  );
}

// A verdict with its proof, if it is not open.
function settle(theory, given, goal) {
  const known = sortedLiterals(given);
  const proved = (verdict, literal) => {
    if (modelOf(theory, literal === null ? known : [...known, literal ^ 1])) return null;
    const lines = known.map((literal) => ({ ...LEAF, kind: "given", literal }));
    const n = known.findIndex((literal, place) => known[place + 1] === (literal ^ 1));
    const clash = { ...LEAF, kind: "clash", literal, premises: [lines[n + 1], lines[n]] };
    return { verdict, proof: writtenSteps(n < 0 ? derived(theory, lines, [], literal) : clash) };
  };
  const attempt = () =>
    proved("contradictory", null) || proved("follows", goal) || proved("refuted", goal ^ 1) || { verdict: "open" };
  return withinLimit(attempt) || { verdict: "unsettled" };
}

// The same and, where it is open, its situations (null past the limit, as they only show the verdict).
function ask(theory, given, goal) {
  const answer = settle(theory, given, goal);
  if (answer.verdict === "open") answer.models = withinLimit(() => situations(theory, sortedLiterals(given), goal));
  return answer;
}

// The literals, sorted, that hold in every model and are not given.
function following(theory, given) {
  const literals = theory.flatMap(({ literals }) => literals.flatMap((literal) => [literal, literal ^ 1]));
  const holds = (literal) => !given.includes(literal) && !modelOf(theory, [...given, literal ^ 1]);
  return withinLimit(() => (modelOf(theory, given) ? sortedLiterals(literals).filter(holds) : []));
}

// The minimal sets of candidates that give the goal, in the order of `builder/hornbook/logic/sufficient_sets.py`.
function missingSets(theory, given, goal, candidates, cap) {
  const isAbsurd = (literals) => !modelOf(theory, [...given, ...literals]);
  const isEnough = (literals) => isAbsurd([goal ^ 1, ...literals]);
  // A refutation of the denied goal reaches no other clauses, and needs of a candidate that its negation is in one.
  const linked = new Set([goal ^ 1]);
  for (const end of linked) {
    for (const { literals } of theory) {
      if (literals.includes(end ^ 1)) without(literals, end ^ 1).forEach((literal) => linked.add(literal));
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
  return withinLimit(attempt) || { sets: sets.slice(0, cap), complete: false };
}
