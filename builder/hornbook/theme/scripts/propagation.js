// Unit propagation as in `builder/hornbook/logic/propagation.py`: each clause counts the literals that are not yet false.
// What is assumed stays, one literal after the other, until a question assumes something else; so questions that begin
// alike cost what they differ in.

let workLeft;

// Null where an answer takes more looks at clauses than can be waited for, or too deep a recursion, a RangeError too.
function withinLimit(answer, limit = 1e6) {
  workLeft = limit;
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

// Counts looks at clauses; only where nothing is half done, so that what is assumed stays whole.
function spend(work) {
  workLeft -= work;
  if (workLeft < 0) throw new RangeError();
}

const NONE = [];
const reasoners = new WeakMap();

// The reasoner of a theory, made once. A theory must not change.
function reasonerOf(theory) {
  if (!reasoners.has(theory)) reasoners.set(theory, reasoner(theory));
  return reasoners.get(theory);
}

function reasoner(theory) {
  const containing = [], left = [], holds = [], order = [], assumed = [], begins = [], wide = [];
  let counted = 0, isClash = false;
  theory.forEach(({ literals }, place) => {
    left.push(literals.length);
    for (const literal of literals) (containing[literal] = containing[literal] || []).push(place);
    if (literals.filter((literal) => literal & 1).length > 1) wide.push(theory[place]);
  });

  const reach = (literal) => {
    if (holds[literal]) return;
    holds[literal] = true;
    order.push(literal);
  };
  // Clauses are counted to the end even after a contradiction, so that it can be undone.
  const propagate = () => {
    while (!isClash && counted < order.length) {
      const places = containing[order[counted++] ^ 1] || NONE;
      workLeft -= places.length;
      for (const place of places) {
        left[place] -= 1;
        if (left[place] > 1 || isClash) continue;
        const last = theory[place].literals.find((literal) => !holds[literal ^ 1]);
        if (last === undefined) isClash = true;
        else reach(last);
      }
    }
    return !isClash;
  };
  const backTo = (level) => {
    if (level >= assumed.length) return;
    const begin = begins[level];
    while (order.length > begin) {
      const literal = order.pop();
      holds[literal] = false;
      if (order.length < counted) for (const place of containing[literal ^ 1] || NONE) left[place] += 1;
    }
    counted = begin;
    isClash = false;
    assumed.length = begins.length = level;
  };
  const assume = (literal) => {
    spend(1);
    assumed.push(literal);
    begins.push(order.length);
    isClash = !!holds[literal ^ 1];
    if (!isClash) reach(literal);
    return propagate();
  };
  // Whether these literals, in this order, are free of a contradiction by unit propagation.
  const assumeOnly = (literals) => {
    let same = 0;
    while (same < literals.length && assumed[same] === literals[same]) same += 1;
    if (isAbsurd) return false;
    backTo(same);
    return !isClash && literals.slice(same).every(assume);
  };
  // Davis, Putnam, Logemann, Loveland (1962): a literal both ways, one of a clause that breaks if all that is open fails.
  const search = (found) => {
    spend(wide.length);
    const broken = wide.find(({ literals }) => literals.every((literal) => !!holds[literal | 1] !== !!(literal & 1)));
    if (!broken) return found();
    const split = broken.literals.find((literal) => !holds[literal ^ 1]), level = assumed.length;
    for (const literal of [split, split ^ 1]) {
      const answer = assume(literal) && search(found);
      backTo(level);
      if (answer) return answer;
    }
    return null;
  };

  theory.forEach(({ literals }) => {
    if (literals.length === 1) reach(literals[0]);
    isClash = isClash || !literals.length;
  });
  const isAbsurd = !propagate();
  // What `found` makes of a model in which these literals hold, while `holds` and `order` tell it; null for none.
  const model = (literals, found) => (assumeOnly(literals) ? search(found) : null);
  return { containing, holds, order, model };
}

const isTrue = (model, literal) => model.has(literal | 1) === !!(literal & 1);

// A model in which the known literals hold, as the set of what is positive in it: any other atom fails. Null for none.
function modelOf(theory, known) {
  const { model, order } = reasonerOf(theory);
  return model(known, () => new Set(order.filter((literal) => literal & 1)));
}

function canHold(theory, known) {
  return !!reasonerOf(theory).model(known, () => true);
}

// Those of the literals that cannot hold together with the known ones; none is asked that does in a model found before.
function excluded(theory, known, literals) {
  const left = new Set(literals), { model, holds } = reasonerOf(theory), found = [];
  for (const literal of left) {
    const told = () => {
      for (const other of left) if (!!holds[other | 1] === !!(other & 1)) left.delete(other);
      return true;
    };
    if (!model([...known, literal], told)) found.push(literal);
  }
  return found;
}
