// Walks through a proof: its path on the drawing is lit one step after the other, by itself once and then by hand.
// Without it the whole path is lit.

const PACE = 800;

function startPath(path) {
  const steps = all(".kb-steps > li", path.parentElement);
  const given = new Set(path.dataset.kbGiven.split(","));
  let now = steps.length, timer = 0;
  const show = (step) => {
    now = step;
    const done = steps.slice(0, now);
    light(path, given, new Set(done.map((line) => line.dataset.kbLiteral)), new Set(done.map((line) => line.dataset.kbBy)));
    steps.forEach((line, n) => line.classList.toggle("kb-now", n === now - 1));
    where.textContent = now ? words("Step {number} of {count}", { number: now, count: steps.length }) : words("What is given");
    back.disabled = now === 0;
    next.disabled = now === steps.length;
  };
  const go = (step) => {
    clearInterval(timer);
    show(step);
  };
  const play = () => {
    if (now < steps.length) show(now + 1);
    else clearInterval(timer);
  };
  const where = make("span", "kb-where");
  const back = makeButton(words("Back"), () => go(now - 1));
  const next = makeButton(words("Next step"), () => go(now + 1));
  path.after(make("p", "kb-buttons kb-walk", back, where, next));
  path.closest("details").addEventListener("toggle", (event) => {
    const still = !event.target.open || matchMedia("(prefers-reduced-motion: reduce)").matches;
    go(still ? steps.length : 0);
    if (!still) timer = setInterval(play, PACE);
  });
  show(now);
}
