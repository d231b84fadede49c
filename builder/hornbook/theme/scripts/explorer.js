// The explorer: what follows from the boxes that a reader ticks, why, and what would still be missing.

const MOST_SETS = 6;

function startExplorer(root) {
  const data = JSON.parse(root.dataset.kbExplorer);
  const theory = theoryOf(data.clauses, data.atoms.length);
  const form = root.querySelector("form");
  const goal = form.elements.goal;
  const status = root.querySelector(".kb-status");
  const boards = root.querySelector(".kb-boards");
  const first = goal.value;

  const named = (literal) => (literal & 1 ? "" : "not ") + data.atoms[literal >> 1];
  const numbered = (name, holds) => 2 * data.atoms.indexOf(name) + holds;
  const inputOf = (literal) => form.querySelector(`input[value="${literal}"]`);
  const given = () =>
    all("input:checked", form).filter((input) => input.value).map((input) => Number(input.value)).sort((a, b) => a - b);
  const words = (literal) => phraseOf(data, literal);

  const render = (sentence) =>
    sentence.map((part) => {
      if (part.term) {
        const link = makeLink(`${data.terms}${part.term}/`, part.words, "kb-link");
        link.dataset.term = part.term;
        return link;
      }
      return part.record ? makeLink(`${data.records}#${part.record}`, part.record, "kb-by") : part;
    });
  const item = (sentence, ...more) => make("li", "", ...render(sentence), ...more);
  const fill = (name, ...children) => {
    const part = root.querySelector(`[data-kb-part="${name}"]`);
    part.hidden = !children.length;
    part.lastElementChild.replaceChildren(...children);
  };

  // Marks a literal, or takes the mark off its atom.
  const mark = (literal, on) => {
    const input = inputOf(literal);
    if (on) input.checked = true;
    else form.querySelector(`input[name="${input.name}"][value=""]`).checked = true;
  };

  const say = (verdict, known) => {
    const wanted = Number(goal.value), said = plain(words(wanted));
    const steps = (known.proof || []).filter((step) => step.clause !== null).length;
    const length = steps === 1 ? ", in one step" : steps ? `, in ${steps} steps` : "";
    const sentences = {
      follows: `${capital(said)}${length}.`,
      refuted: `${capital(plain(words(wanted ^ 1)))}${length}.`,
      open: `Neither that ${said} nor its opposite follows.`,
      contradictory: "What is marked excludes itself.",
      unsettled: "This is too large to be decided on a page.",
    };
    status.replaceChildren(makeMark(verdict), ` ${sentences[verdict]}`);
    root.dataset.kbVerdict = verdict;
  };

  const showProof = (proof) => {
    if (!proof) return fill("proof");
    const text = proofInWords(data, proof);
    const lines = text.lines.map(({ sentence, depth }) => {
      const line = item(sentence);
      if (depth) line.className = `kb-depth-${Math.min(depth, 4)}`;
      return line;
    });
    const from = text.given.length ? joined(text.given) : ["nothing"];
    const lead = make("p", "", make("strong", "", "Given: "), ...render(from), ".");
    return fill("proof", lead, ...(lines.length ? [make("ol", "kb-steps", ...lines)] : []));
  };

  const showMissing = (verdict, known) => {
    if (verdict !== "open") return fill("missing");
    const wanted = Number(goal.value);
    const apart = new Set([...known, wanted].map((literal) => literal >> 1));
    const candidates = [...data.candidates, ...(data.bad.includes(wanted) ? data.failures : [])];
    const free = candidates.filter((literal) => !apart.has(literal >> 1));
    const { sets, complete } = missingSets(theory, known, wanted, free, MOST_SETS);
    const items = sets.map((set) => {
      const add = () => {
        for (const literal of set) mark(literal, true);
        update();
        status.focus();
      };
      return item(joined(set.map(words)), " ", makeButton("Add", add, "kb-small"));
    });
    const rest = complete ? "" : "There may be more.";
    const none = "No further marks are enough for it.";
    return fill("missing", items.length ? make("ul", "kb-sets", ...items) : none, rest);
  };

  const showFollowing = (literals) => {
    const items = literals.map((literal) => {
      const why = () => {
        goal.value = literal;
        update();
        status.focus();
      };
      return item(words(literal), " ", makeButton("Why?", why, "kb-small"));
    });
    fill("follows", ...(items.length ? [make("ul", "", ...items)] : []));
  };

  const showOnDrawing = (known, follows, proof) => {
    const true_ = new Set([...known, ...follows]);
    const used = new Set((proof || []).map((step) => step.clause));
    const fires = ([name, premises, conclusion]) =>
      used.has(name) || (premises.length && premises.every((each) => true_.has(each)) && true_.has(conclusion));
    const records = new Set(data.clauses.filter(fires).map(([, , , record]) => record));
    light(boards, new Set(known.map(named)), new Set(follows.map(named)), records);
    for (const row of all("[data-kb-atom]", form)) {
      const positive = 2 * Number(row.dataset.kbAtom) + 1;
      const computed = follows.includes(positive) ? "∴ follows" : follows.includes(positive ^ 1) ? "✗ must fail" : "";
      const shown = row.querySelector(".kb-computed");
      shown.textContent = computed;
      shown.classList.toggle("kb-must-fail", computed.includes("fail"));
    }
  };

  const update = () => {
    const known = given();
    const { verdict, proof } = ask(theory, known, Number(goal.value));
    const follows = (!["contradictory", "unsettled"].includes(verdict) && following(theory, known)) || [];
    say(verdict, { proof });
    showProof(proof);
    showMissing(verdict, known);
    showFollowing(follows);
    showOnDrawing(known, follows, proof);
    const ids = (holds) => known.filter((each) => (each & 1) === holds).map((each) => data.atoms[each >> 1]).join(",");
    const asked = Number(goal.value);
    const after = goal.value === first ? "" : (asked & 1 ? "" : "!") + data.atoms[asked >> 1];
    keepInAddress([["holds", ids(1)], ["fails", ids(0)], ["goal", after]].filter(([, value]) => value));
  };

  const restore = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    const list = (key) => (state.get(key) || "").split(/[\s,]+/).filter((id) => data.atoms.includes(id));
    form.reset();
    for (const id of list("holds")) mark(numbered(id, 1), true);
    for (const id of list("fails")) mark(numbered(id, 0), true);
    const after = state.get("goal") || "";
    const wanted = numbered(after.replace("!", ""), after.startsWith("!") ? 0 : 1);
    goal.value = wanted < 0 ? first : wanted;
    update();
  };

  // A press on a box goes through its states: unknown, true, false. The form is the same control for the keyboard.
  const press = (event) => {
    const box = event.target.closest(".kb-box");
    if (!box || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const literal = literalOf(box);
    const number = numbered(literal.replace("not ", ""), literal.startsWith("not ") ? 0 : 1);
    const [here, opposite] = [number, number ^ 1].map(inputOf);
    if (opposite.checked) mark(number, false);
    else mark(here.checked ? number ^ 1 : number, true);
    closePreview();
    update();
  };

  for (const drawing of all("svg", boards)) drawing.setAttribute("aria-hidden", "true");
  for (const link of all("a", boards)) link.setAttribute("tabindex", "-1");
  status.tabIndex = -1;
  boards.addEventListener("click", press);
  form.addEventListener("change", update);
  form.addEventListener("reset", () => setTimeout(update));
  const copy = root.querySelector("[data-kb-copy]");
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", () => {
    const say = (words) => () => (copy.textContent = words);
    navigator.clipboard.writeText(location.href).then(say("Copied"), say("Not allowed to copy"));
    setTimeout(say("Copy link"), 3000);
  });
  const onHash = () => {
    if (!root.isConnected) window.removeEventListener("hashchange", onHash);
    else if (!location.hash || location.hash.includes("=")) restore();
  };
  window.addEventListener("hashchange", onHash);
  restore();
  if (location.hash.includes("=")) root.scrollIntoView();
}
