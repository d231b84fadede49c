// Lights a drawing up: what is given, what follows, what must fail, and the implications that were used.
// The style sheet gives each state a colour, an outline and a badge, so that colour is never needed.

const STATES = ["kb-given", "kb-denied", "kb-follows", "kb-fails", "kb-unreached"];

function oppositeOf(literal) {
  return literal.startsWith("not ") ? literal.slice(4) : `not ${literal}`;
}

// The atom that a box stands for, such as `inner-alignment`: a literal that holds.
function literalOf(box) {
  return box.dataset.term || box.dataset.fact;
}

// `given` and `follows` are sets of literals, `used` one of implications, all by name.
function light(drawing, given, follows, used) {
  for (const box of all(".kb-box", drawing)) {
    const literal = literalOf(box), opposite = oppositeOf(literal);
    const lit = [given.has(literal), given.has(opposite), follows.has(literal), follows.has(opposite)];
    lit.push(box.classList.contains("kb-goal"));
    STATES.forEach((state, place) => box.classList.toggle(state, place === lit.indexOf(true)));
  }
  for (const piece of all("[data-implication]", drawing)) {
    piece.classList.toggle("kb-fired", used.has(piece.dataset.implication));
  }
}

// A drawing that is wider than its box begins with its topmost term in the middle, not with its left border.
function startDrawing(box) {
  const top = box.querySelector(".kb-box").getBoundingClientRect(), seen = box.getBoundingClientRect();
  box.scrollLeft += top.left + top.width / 2 - seen.left - seen.width / 2;
}
