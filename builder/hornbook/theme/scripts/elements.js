// What the other parts share: finding elements, making links and buttons, and knowing when a page is there.

function all(selector, within = document) {
  return [...within.querySelectorAll(selector)];
}

function makeLink(href, words, className) {
  const link = make("a", className, words);
  link.href = href;
  return link;
}

function makeButton(words, act, className = "md-button") {
  const button = make("button", className, words);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

// A script that stands beside ours, from a folder too: a promise that it has come, or that there is none.
function loadScript(address) {
  const asked = make("script"), come = new Promise((done) => (asked.onload = asked.onerror = done));
  asked.src = address;
  document.head.append(asked);
  return come;
}

// What stays of an element's children is left alone, so that the browser has nothing to do for it.
function fitChildren(parent, wanted) {
  const stays = new Set(wanted);
  for (const child of [...parent.children]) if (!stays.has(child)) child.remove();
  wanted.forEach((child, place) => {
    if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] || null);
  });
}

function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

// A verdict's sign and word, as the builder writes them.
const MARKS = {
  follows: ["✓", later("Follows")],
  refuted: ["✗", later("The opposite follows")],
  open: ["?", later("Does not follow")],
  contradictory: ["!", later("Cannot hold together")],
  unsettled: ["…", later("Not settled")],
  apart: ["–", later("Does not apply")],
  together: ["–", later("Cannot apply together")],
};

const NOT_APPLYING = later("does not apply");

function makeMark(verdict) {
  const [sign, word] = MARKS[verdict];
  const shown = make("span", "kb-sign", sign);
  shown.ariaHidden = "true";
  return make("span", `kb-mark kb-mark-${verdict}`, shown, words(word));
}

// Words as a sentence begins with them: "pH" and "k-means" stay as they are. As `is_cased` in `model/records.py` says.
function capital(words) {
  const [word] = words.match(/^[\p{L}\p{N}_]+(?:['’][\p{L}\p{N}_]+)*/u) || [""], [, ...rest] = word;
  const alone = word && !rest.length && !/[aioy]/i.test(word);
  if (alone || rest.some((letter) => /\p{Lu}|[^\p{L}'’]/u.test(letter))) return words;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// Runs on the first page and, where the theme swaps pages without loading them, on each one after it. The theme does
// not tell of the first page where it is read from a folder, and elsewhere we may be told twice.
function onPage(act) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", act);
  else act();
  if (window.document$) window.document$.subscribe(act);
}

const started = new WeakSet();

// Starts each element that the selector finds, once.
function startEach(selector, start) {
  for (const element of all(selector)) {
    if (started.has(element)) continue;
    started.add(element);
    start(element);
  }
}

// What a reader chose, kept behind the `#` of the address: it can be shared, and going back brings it again.
function keepInAddress(chosen) {
  const state = chosen.map(([name, value]) => `${name}=${value}`).join("&");
  if (state || location.hash.includes("=")) {
    history.replaceState(history.state, "", state ? `#${state}` : location.pathname + location.search);
  }
}
