// Replays a proof, one step after the other, and marks each of its lines. It shares nothing with what made the proof.
// `provers/replay.py` says what the numbers mean.

// Whether a clause follows: suppose that none of its literals holds; propagation then meets a contradiction.
function follows(clause, grounds) {
  const holds = new Set(clause.map((literal) => literal ^ 1));
  if (clause.some((literal) => holds.has(literal))) return true;
  for (let before = -1; before < holds.size; ) {
    before = holds.size;
    for (const ground of grounds) {
      const left = ground.filter((literal) => !holds.has(literal ^ 1));
      if (!left.length) return true;
      if (left.length === 1) holds.add(left[0]);
    }
  }
  return false;
}

// Whether a step follows from the clause that it uses and from what steps before it say. What is given is taken as given.
function isSound([clauses, steps], number) {
  const [said, premises, used] = steps[number];
  if (used === -2) return said.length === 1;
  if (!premises.every((premise) => premise < number)) return false;
  return follows(said, [...premises.map((premise) => steps[premise][0]), ...(used < 0 ? [] : [clauses[used]])]);
}

const PACE = 300;

// Begins at the press of a button, beside which it says how far it has come.
window.hornbookCheck = (proof, button) => {
  const replayed = JSON.parse(proof.dataset.kbProof), [, steps] = replayed;
  const lines = [...proof.querySelectorAll(".kb-steps > li")];
  const shown = steps.map((_, number) => number).filter((number) => steps[number][2] !== -2);
  const status = button.nextSibling || button.parentNode.appendChild(document.createElement("span"));
  status.setAttribute("role", "status");
  proof.querySelectorAll(".kb-replayed").forEach((mark) => mark.remove());
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  button.disabled = true;
  const end = (outcome) => {
    status.textContent = outcome;
    button.disabled = false;
  };
  const go = (place) => {
    if (place === shown.length) {
      const [last] = steps[steps.length - 1], isWhole = last.length < 2 && lines.length === shown.length;
      if (!isWhole) return end(words("The proof is not whole."));
      return end(
        wordsMany(
          "Checked in your browser: {count} step follows from what it names.",
          "Checked in your browser: each of {count} steps follows from what it names.",
          place,
        ),
      );
    }
    const sound = isSound(replayed, shown[place]), mark = document.createElement("span");
    mark.className = `kb-replayed kb-mark kb-mark-${sound ? "follows" : "refuted"}`;
    mark.textContent = sound ? words("✓ checked") : words("✗ does not follow");
    lines[place].append(" ", mark);
    if (!sound) return end(words("Step {number} does not follow from what it names.", { number: place + 1 }));
    status.textContent = words("Step {number} of {count}", { number: place + 1, count: shown.length });
    return still ? go(place + 1) : setTimeout(go, PACE, place + 1);
  };
  go(0);
};
