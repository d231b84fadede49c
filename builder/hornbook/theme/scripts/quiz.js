// The quiz: shows a reader's own answers beside everybody's, and says where they cannot stand together.
// Without it the page can be read and answered all the same; answers never leave the page.

function startQuiz(quiz) {
  const chosen = (example) =>
    quiz.querySelector(`fieldset[data-kb-example="${CSS.escape(example)}"] input:checked`);
  const show = () => {
    let clashes = 0;
    for (const note of all("[data-kb-refined]", quiz)) {
      const before = chosen(note.dataset.kbRefined), after = chosen(note.dataset.kbRefining);
      note.hidden = !(before && after && "kbDefinite" in before.dataset && before.value !== after.value);
      clashes += !note.hidden;
    }
    let open = 0;
    for (const place of all("[data-kb-answer]", quiz)) {
      const answer = chosen(place.dataset.kbAnswer);
      place.textContent = answer ? answer.dataset.kbLabel : "—";
      open += !answer;
    }
    for (const row of all("[data-kb-yours]", quiz)) row.hidden = !quiz.querySelector("input:checked");
    for (const note of all("[data-kb-consistent]", quiz)) note.hidden = open > 0 || clashes > 0;
  };
  quiz.addEventListener("change", show);
  quiz.addEventListener("reset", () => setTimeout(show));
  show();
}
