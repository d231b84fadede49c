// Where search does not know a word: the nearest names, and where to propose what the site does not cover. The names
// lie beside the script and are fetched once; where that fails, as from a folder, nothing is said of them. This script
// itself comes once a reader searches.

const HERE = document.currentScript && document.currentScript.src;
const MOST_NAMES = 3;
const search = { names: null, asked: null };

// The words of a text as search tells them apart.
function wordsOf(text) {
  return text.match(/[\p{L}\p{N}]+/gu) || [];
}

// How many letters have to be added, left out, replaced, or swapped with the next, to make one word of another.
function distance(from, to) {
  let last = [...to, 0].map((_, n) => n);
  let before = last;
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (from[i - 1] !== to[j - 1]));
      if (i > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[to.length];
}

// The known words that a word can have been meant for: one slip in four letters, two in six, and only the nearest.
function meant(word, known) {
  let most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  let found = [];
  for (const one of known) {
    if (Math.abs(one.length - word.length) > most) continue;
    const far = distance(word, one);
    if (far < most) [most, found] = [far, []];
    if (far <= most) found.push(one);
  }
  return found;
}

// The words of a question that nothing here is called by, and the pages, each with its name, that may be meant: those
// of which a name has a word that was misspelt, first those that have most of the other words too.
function nearest(question, names, others) {
  const known = [...new Set(names.flatMap(([name]) => wordsOf(name.toLowerCase()))), ...others];
  const missing = [], near = [], right = [];
  for (const written of wordsOf(question)) {
    const word = written.toLowerCase();
    const found = meant(word, known);
    if (word.length < 3 || known.some((one) => one.startsWith(word))) right.push([word]);
    else if (found.length) near.push(found);
    else missing.push(written);
  }
  const pages = new Map();
  for (const [name, page] of near.length ? names : []) {
    const words = wordsOf(name.toLowerCase());
    const has = (set) => set.some((one) => words.some((word) => word.startsWith(one)));
    const [label, most] = pages.get(page) || [name, 0];
    const fits = near.some(has) ? [...near, ...right].filter(has).length - words.length / 100 : 0;
    pages.set(page, [label, Math.max(most, fits)]);
  }
  const fitting = [...pages].filter(([, [, fits]]) => fits).sort(([, [, one]], [, [, other]]) => other - one);
  return { missing, names: fitting.slice(0, MOST_NAMES).map(([page, [label]]) => [label, page]) };
}

// By its score the theme's search chooses where Enter leads.
function nearLink(said, href, score) {
  const shown = make("span", "", said);
  shown.dataset.mdScore = score;
  const link = make("a", "", shown);
  link.href = href;
  link.style.color = "inherit"; // Zensical's search keeps our style sheet out
  return link;
}

function nearestHtml({ missing, names }, propose) {
  const address = (page) => new URL(page, new URL("../../", HERE)).href;
  const parts = [];
  if (names.length) {
    const links = names.flatMap(([name, page]) => [" · ", nearLink(name, address(page), 0)]);
    parts.push(make("p", "", ...wordParts("Nearest names: {names}", { names: links.slice(1) })));
  }
  if (missing.length) {
    const quoted = missing.map((word) => words("“{word}”", { word })).join(", ");
    const part = make("p", "", `${words("Not covered here: {words}.", { words: quoted })} `);
    // The words stand in the address of what they are proposed with, and name its file.
    const where = propose && propose.replaceAll("SLUG", missing.join("-").toLowerCase())
      .replaceAll("WORDS", encodeURIComponent(missing.join(" ")));
    if (where) part.append(nearLink(words("Propose it"), address(where), -1));
    parts.push(part);
  }
  return parts;
}

// Our worker finds so many pages at most.
const MOST_PAGES = 10;

function sayMost(state) {
  const said = state.parentNode.querySelector(".kb-most") || make("p", "kb-most");
  const isCut = state.textContent.startsWith(`${MOST_PAGES} `);
  said.textContent = isCut ? words("At most {count} pages are listed: those that fit best.", { count: MOST_PAGES }) : "";
  if (!said.parentNode) state.after(said);
}

async function sayNearest(box) {
  const state = box.getRootNode().querySelector(".md-search-result__meta, [role=status]:not(.kb-nearest)");
  if (!state || search.asked === box.value) return;
  search.asked = box.value;
  let said = state.parentNode.querySelector(".kb-nearest");
  if (!said) {
    said = make("div", "kb-nearest");
    said.setAttribute("role", "status");
    if (state.hasAttribute("role")) said.style.cssText = "font-size:.9em;line-height:1.5;padding:0 1.2em";
    state.after(said);
    if (state.matches(".md-search-result__meta")) {
      new MutationObserver(() => sayMost(state)).observe(state, { childList: true });
      sayMost(state);
    }
  }
  search.names = search.names || fetch(new URL("names.json", HERE)).then((answer) => answer.json()).catch(() => null);
  const data = await search.names;
  if (!data || search.asked !== box.value) return;
  said.replaceChildren(...nearestHtml(nearest(box.value, data.names, data.known), data.propose));
}

window.hornbookNearest = sayNearest;
