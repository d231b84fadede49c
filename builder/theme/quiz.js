// The quiz: shows a reader's own answers beside everybody's, and says where they cannot stand together.
// Without it the page can be read and answered all the same; answers never leave the page.
(() => {
  "use strict";
  const start = (quiz) => {
    const chosen = (example) =>
      quiz.querySelector(`fieldset[data-kb-example="${CSS.escape(example)}"] input:checked`);
    const show = () => {
      let clashes = 0;
      for (const note of quiz.querySelectorAll("[data-kb-refined]")) {
        const before = chosen(note.dataset.kbRefined), after = chosen(note.dataset.kbRefining);
        note.hidden = !(before && after && "kbDefinite" in before.dataset && before.value !== after.value);
        clashes += !note.hidden;
      }
      let open = 0;
      for (const place of quiz.querySelectorAll("[data-kb-answer]")) {
        const answer = chosen(place.dataset.kbAnswer);
        place.textContent = answer ? answer.dataset.kbLabel : "—";
        open += !answer;
      }
      for (const row of quiz.querySelectorAll("[data-kb-yours]")) row.hidden = !quiz.querySelector("input:checked");
      for (const note of quiz.querySelectorAll("[data-kb-consistent]")) note.hidden = open > 0 || clashes > 0;
    };
    quiz.addEventListener("change", show);
    quiz.addEventListener("reset", () => setTimeout(show));
    show();
  };
  const startAll = () => document.querySelectorAll("form[data-kb-quiz]").forEach(start);
  if (window.document$) window.document$.subscribe(startAll);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll);
  else startAll();
})();
