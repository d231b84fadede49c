// Derivations for proofs.

const MOST = 1n << 128n;
const LEAF = { clause: null, premises: [], under: [], cost: 1n };

// The lines of what unit propagation gives from known ones, and as `end` that of the goal or of a contradiction.
// Knuth, "A generalization of Dijkstra's algorithm" (1977): the cheapest next, as in `builder/hornbook/logic/derivations.py`.
function derivedLines(theory, known, under, goal) {
  const { containing } = reasonerOf(theory), lines = new Map(), left = new Map(), heap = [];
  // By cost, then by clause, then by literal, a contradiction first.
  const isBefore = (one, other) => {
    if (one.cost !== other.cost) return one.cost < other.cost;
    return one.place !== other.place ? one.place < other.place : (one.literal ?? -1) < (other.literal ?? -1);
  };
  const reach = (place, literal) => {
    const { name, literals, conclusion } = theory[place];
    const premises = without(literals, literal).map((each) => lines.get(each ^ 1));
    const against = literal === null || literal === conclusion ? 0n : 1n << 32n;
    const sum = premises.reduce((sum, line) => sum + line.cost, (1n << 64n) + against), cost = sum < MOST ? sum : MOST;
    push(heap, { kind: "clause", literal, clause: name, premises, under, cost, place }, isBefore);
  };
  const settle = (line) => {
    lines.set(line.literal, line);
    const places = containing[line.literal ^ 1] || NONE;
    spend(places.length);
    for (const place of places) {
      const { literals } = theory[place];
      left.set(place, (left.has(place) ? left.get(place) : literals.length) - 1);
      if (left.get(place) > 1) continue;
      const open = literals.filter((literal) => !lines.has(literal ^ 1));
      const ends = open.length ? open : [null, ...literals];
      for (const literal of ends) if (!lines.has(literal)) reach(place, literal);
    }
  };
  theory.forEach(({ literals }, place) => {
    if (literals.length < 2) reach(place, literals.length ? literals[0] : null);
  });
  known.forEach(settle);
  while (heap.length && !lines.has(goal) && !lines.has(null)) {
    const { place, ...line } = pop(heap, isBefore);
    if (line.literal === null) lines.set(null, line);
    else if (!lines.has(line.literal)) settle(line);
  }
  return { lines, end: lines.get(goal) || lines.get(null) };
}

// A binary heap: the first is what comes before all others.
function push(heap, item, isBefore) {
  let place = heap.push(item) - 1;
  for (; place; place = (place - 1) >> 1) {
    const above = heap[(place - 1) >> 1];
    if (!isBefore(item, above)) break;
    heap[place] = above;
  }
  heap[place] = item;
}

function pop(heap, isBefore) {
  const [first] = heap, item = heap.pop();
  if (!heap.length) return first;
  let place = 0;
  for (;;) {
    let below = 2 * place + 1;
    if (below + 1 < heap.length && isBefore(heap[below + 1], heap[below])) below += 1;
    if (below >= heap.length || !isBefore(heap[below], item)) break;
    heap[place] = heap[below];
    place = below;
  }
  heap[place] = item;
  return first;
}
