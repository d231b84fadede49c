// The explorer: what follows from the boxes that a reader ticks, why, and what would still be missing.

const MOST_SETS = 6;
const IF_IT_APPLIES = later(", if the word applies");

// The verdict, or that the words do not apply where there is none either way.
function saidOf(verdict, standing, isGoalApart) {
  if (isGoalApart || (verdict === "open" && standing === "does-not-apply")) return "apart";
  return verdict === "open" && standing === "not-together" ? "together" : verdict;
}

// Of a large scope the page holds what is drawn; the rest is fetched from a file of the site.
function startExplorer(root) {
  const { kbExplorer, kbFrom } = root.dataset;
  if (!kbFrom) return explore(root, JSON.parse(kbExplorer));
  const fail = () => (root.querySelector(".kb-status").textContent = words("What the explorer needs could not be fetched."));
  fetch(kbFrom).then((answer) => answer.json()).then((data) => explore(root, data)).catch(fail);
}

function explore(root, data) {
  const theory = theoryOf(data.clauses, data.atoms.length);
  const form = root.querySelector("form");
  const goal = form.elements.goal;
  const status = root.querySelector(".kb-status");
  const boards = root.querySelector(".kb-boards");
  const rowOf = root.dataset.kbFrom ? explorerRows(data, form) : () => {};
  const first = goal.value;

  const named = (literal) => (literal & 1 ? "" : "not ") + data.atoms[literal >> 1];
  // Whoever writes an address by hand may use ids, names or sentences, in any case, with spaces, hyphens or underscores.
  const folded = (name) => name.trim().normalize("NFKC").toLowerCase().replace(/[\s_‐-—-]+/g, "-");
  const said = (name) => data.atoms.map((_, atom) => plain(name(atom)));
  const phrases = said((atom) => phraseOf(data, 2 * atom + 1));
  const names = [...data.atoms, ...said((atom) => nameOf(data, atom)), ...phrases].map(folded);
  const numbered = (name, holds) => 2 * (names.indexOf(folded(name)) % data.atoms.length) + holds;
  const inputOf = (literal) => {
    rowOf(literal >> 1);
    return form.querySelector(`input[value="${literal}"]`);
  };
  const given = () =>
    all("input:checked", form).filter((input) => input.value).map((input) => Number(input.value)).sort((a, b) => a - b);
  const phrase = (literal) => phraseOf(data, literal);
  const item = (sentence, ...more) => make("li", "", ...sentenceNodes(data, sentence), ...more);
  const part = (name) => root.querySelector(`[data-kb-part="${name}"]`);
  const fill = (name, children, title) => {
    part(name).hidden = !children.length;
    part(name).lastElementChild.replaceChildren(...children);
    if (title) part(name).firstElementChild.textContent = title;
  };

  const showExamples = examplesBelow(root, data, theory);

  // Marks a literal, or takes the mark off its atom.
  const mark = (literal, on) => {
    const input = inputOf(literal);
    if (on) input.checked = true;
    else form.querySelector(`input[name="${input.name}"][value=""]`).checked = true;
  };

  const tell = (verdict, proof, beside) => {
    const wanted = Number(goal.value), steps = (proof || []).filter((step) => step.clause !== null).length;
    const concluded = (literal) => {
      const statement = plain(capitalized(phrase(literal)));
      // Words: what was asked, as a sentence
      if (!steps) return words("{statement}.", { statement });
      return wordsMany("{statement}, in one step.", "{statement}, in {count} steps.", steps, { statement });
    };
    const sentences = {
      follows: concluded(wanted),
      refuted: concluded(wanted ^ 1),
      open: words("It does not follow that {statement}; nor does the opposite.", { statement: plain(phrase(wanted)) }),
      contradictory: words("Your marks contradict each other."),
      unsettled: words("This is too large to be decided on a page."),
    };
    const more = beside.length ? make("span", "kb-applies", ...sentenceNodes(data, beside)) : "";
    status.replaceChildren(makeMark(verdict), ` ${sentences[verdict] || ""} `, more);
    root.dataset.kbVerdict = verdict;
  };

  const showMissing = (isOpen, known) => {
    if (!isOpen) return fill("missing", []);
    const wanted = Number(goal.value);
    const apart = new Set([...known, wanted].map((literal) => literal >> 1));
    const candidates = [...data.candidates, ...(data.bad.includes(wanted) ? data.failures : [])];
    const free = candidates.filter((literal) => !apart.has(literal >> 1));
    const missing = missingSets(theory, known, wanted, free, MOST_SETS);
    const lacks = lacking(theory, known, wanted, data.properties);
    const found = additionsOf(missing, lacks);
    const add = ({ set }) => {
      const act = () => {
        for (const literal of set) mark(literal, true);
        update();
        status.focus();
      };
      // Words: a button: mark these as well
      return [" ", makeButton(words("Add"), act, "kb-small")];
    };
    const nodes = setNodes(data, found, missing.complete && lacks.complete, add);
    if (found.length === 1) return fill("missing", nodes, words("It would follow with this added"));
    if (found.length) return fill("missing", nodes, words("It would follow with any one of these added"));
    return fill("missing", [words("No further marks are enough."), " ", ...nodes], words("What would be enough"));
  };

  const showDirect = (goal) => {
    if (goal === null) return fill("direct", []);
    const { sets, complete } = directSets(theory, goal);
    const found = sets.filter((set) => set.length).map((set) => ({ set }));
    return fill("direct", found.length ? setNodes(data, found, complete) : []);
  };

  const followingItem = (literal, doubt) => {
    const why = () => {
      goal.value = literal;
      update();
      status.focus();
    };
    return item([...phrase(literal), ...doubt], " ", makeButton(words("Why?"), why, "kb-small"));
  };
  const list = make("ul"), sentences = new Map();
  part("follows").lastElementChild.append(list);

  const showFollowing = (literals, unsure) => {
    const items = literals.map((literal) => {
      const isUnsure = unsure.includes(literal >> 1), key = 2 * literal + isUnsure;
      if (!sentences.has(key)) sentences.set(key, followingItem(literal, isUnsure ? [words(IF_IT_APPLIES)] : []));
      return sentences.get(key);
    });
    part("follows").hidden = !items.length;
    fitChildren(list, items);
  };

  const showSituations = (models) => {
    if (!models) return fill("situations", []);
    const asked = [...given(), Number(goal.value)];
    const title = models[0] && models[1] ? words("Two situations that show it") : words("A situation that shows it");
    return fill("situations", situationNodes(data, theory, models, asked), title);
  };

  // The proof of what is said about what the words presuppose.
  const showApplying = ({ standing, proof, answer }) => {
    const titles = {
      "does-not-apply": words("Why the word does not apply"),
      "not-together": words("Why the words cannot apply together"),
      unsettled: words("The proof where the words apply"),
    };
    const shown = standing === "unsettled" ? answer.proof : proof;
    fill("applies", shown ? proofNodes(data, shown) : [], titles[standing]);
  };

  const showOnDrawing = (known, follows, proof, { fails, unsure }) => {
    const speaking = known.filter((literal) => !fails.includes(literal >> 1));
    const true_ = new Set([...speaking, ...follows]);
    const used = new Set((proof || []).map((step) => step.clause));
    const fires = ([name, premises, conclusion]) =>
      used.has(name) || (premises.length && premises.every((each) => true_.has(each)) && true_.has(conclusion));
    const records = new Set(data.clauses.filter(fires).map(([, , , record]) => record));
    light(boards, new Set(speaking.map(named)), new Set(follows.map(named)), records);
    const concluded = new Set(follows);
    for (const row of all("[data-kb-atom]", form)) {
      const atom = Number(row.dataset.kbAtom), positive = 2 * atom + 1;
      const isDenied = concluded.has(positive ^ 1);
      // Words: a failure
      const denied = isFailure(data, atom) ? words("✗ cannot occur") : words("✗ must fail");
      const found = concluded.has(positive) ? words("∴ follows") : isDenied ? denied : "";
      const doubt = found && unsure.includes(atom) ? words(IF_IT_APPLIES) : "";
      const shown = row.querySelector(".kb-computed");
      say(shown, fails.includes(atom) ? `– ${words(NOT_APPLYING)}` : found + doubt);
      shown.classList.toggle("kb-must-fail", isDenied);
      shown.classList.toggle("kb-cannot", fails.includes(atom));
    }
  };

  const update = () => {
    const known = given(), asked = Number(goal.value);
    const { verdict, proof, models } = ask(theory, known, asked);
    const isSettled = !["contradictory", "unsettled"].includes(verdict);
    const standing = presupposed(theory, data.presupposes, known, asked);
    const atoms = applying(theory, isSettled ? data.presupposes : {}, known);
    const speaks = (literal) => !atoms.fails.includes(literal >> 1);
    const follows = ((isSettled && following(theory, known)) || []).filter(speaks);
    const said = saidOf(verdict, standing.standing, isSettled && !speaks(asked));
    const shown = said === verdict ? proof : null;
    tell(said, shown, presupposedInWords(data, verdict, standing));
    fill("proof", shown ? proofNodes(data, shown) : []);
    const saysNothing = standing.standing === "unsettled" && verdict !== "open";
    showApplying(saysNothing ? { standing: "granted" } : standing);
    showSituations(situationsShown({ verdict, models }, standing));
    showMissing(said === "open", known);
    showDirect({ follows: asked, refuted: asked ^ 1 }[said] ?? null);
    showFollowing(follows, atoms.unsure);
    showOnDrawing(known, follows, shown, atoms);
    showExamples(known, verdict === "contradictory" ? proof : null);
    const ids = (holds) => known.filter((each) => (each & 1) === holds).map((each) => data.atoms[each >> 1]).join(",");
    const after = goal.value === first ? "" : (asked & 1 ? "" : "!") + data.atoms[asked >> 1];
    keepInAddress([["holds", ids(1)], ["fails", ids(0)], ["goal", after]].filter(([, value]) => value));
  };

  const restore = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    const markAll = (key, holds) => {
      for (const name of (state.get(key) || "").split(",")) {
        const known = numbered(name, holds) < 0 ? name.split(/\s+/) : [name];
        for (const one of known) if (numbered(one, holds) >= 0) mark(numbered(one, holds), true);
      }
    };
    form.reset();
    markAll("holds", 1);
    markAll("fails", 0);
    const after = state.get("goal") || "";
    const isDenied = /^(!|not )/i.test(after);
    const wanted = numbered(after.replace(/^(!|not )/i, ""), isDenied ? 0 : 1);
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
    const told = (said) => () => say(copy, said);
    navigator.clipboard.writeText(location.href).then(told(words("Copied")), told(words("Not allowed to copy")));
    setTimeout(told(words("Copy link")), 3000);
  });
  const onHash = () => {
    if (!root.isConnected) window.removeEventListener("hashchange", onHash);
    else if (!location.hash || location.hash.includes("=")) restore();
  };
  window.addEventListener("hashchange", onHash);
  restore();
  if (location.hash.includes("=")) root.scrollIntoView();
}
