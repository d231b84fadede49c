// The panel in pages that `hornbook serve` shows: what the last build found, until it is mended; and the reload after
// a build. What is found quotes files that a stranger may have written, so it enters the page as text alone.

(() => {
"use strict";

const POLL = 700; // milliseconds
const STYLE = `
:host { position: fixed; inset: auto 0 0 0; z-index: 1000; display: block; color-scheme: inherit; pointer-events: none;
  --paper: #fbfcfe; --ink: #1b2333; --line: #d9dfeb; --bad: #9d1c3c; --bad-soft: #fdebef; --warn: #7a4b00;
  --warn-soft: #fff3d9; --ring: #b0005e; --mono: ui-monospace, Menlo, Consolas, monospace; }
:host([data-dark]) { --paper: #232735; --ink: #e8ecf5; --line: #3a4156; --bad: #ff9db3; --bad-soft: #41202b;
  --warn: #ffcf7a; --warn-soft: #3d2f12; --ring: #ff8fd0; }
details { pointer-events: auto; box-sizing: border-box; background: var(--paper); color: var(--ink);
  border: 1px solid var(--line); border-top: 4px solid var(--tone); box-shadow: 0 -4px 20px rgb(0 0 0 / 25%);
  font: 14px/1.5 system-ui, sans-serif; --tone: var(--warn); --soft: var(--warn-soft); }
details.bad { --tone: var(--bad); --soft: var(--bad-soft); }
details:not([open], .bad) { width: max-content; max-width: 100%; margin-left: auto; }
summary { padding: 8px 16px; background: var(--soft); cursor: pointer; }
summary b { color: var(--tone); }
summary:focus-visible, a:focus-visible, .list:focus-visible { outline: 3px solid var(--ring); outline-offset: -3px; }
.list { max-height: 42vh; overflow: auto; overscroll-behavior: contain; }
:host([data-whole]) .list { max-height: 62vh; }
ol { margin: 0; padding: 0; list-style: none; }
ol > li { padding: 10px 16px; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
p, ul, pre { margin: 0; }
ul { padding-left: 18px; }
.place { font-family: var(--mono); font-size: 13px; }
.kind { font-weight: 700; color: var(--warn); }
.error .kind { color: var(--bad); }
a { color: inherit; }
.what { margin: 2px 0; }
code { font-family: var(--mono); font-size: .93em; background: color-mix(in srgb, currentcolor 9%, transparent); }
pre { margin: 4px 0; padding: 4px 8px; overflow-x: auto; font: 12.5px/1.35 var(--mono);
  background: color-mix(in srgb, currentcolor 6%, transparent); }
.hint { margin-top: 2px; padding-left: 10px; border-left: 3px solid var(--line); }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media print { :host { display: none; } }
`;

function make(name, kind, ...inside) {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.append(...inside);
  return element;
}

// A message: what stands between backticks is code.
const words = (text) => text.split("`").map((part, number) => (number % 2 ? make("code", "", part) : part));

function itemOf(one, hasPages) {
  let code = one.code;
  if (hasPages) {
    code = make("a", "", one.code);
    code.href = `/contribute/codes/#${one.code}`;
  }
  const parts = [
    make("p", "", make("span", "place", one.place), " ", make("span", "kind", one.severity), " [", code, "]"),
    make("p", "what", ...words(one.message)),
  ];
  if (one.excerpt.length) parts.push(make("pre", "", one.excerpt.join("\n")));
  if (one.notes.length) parts.push(make("ul", "", ...one.notes.map((note) => make("li", "", ...words(note)))));
  if (one.hint) parts.push(make("p", "hint", "Hint: ", ...words(one.hint)));
  return make("li", one.severity, ...parts);
}

// A new panel at the end of the page, folded where nothing stops a build.
function panelOf(state, hasPages) {
  const failed = !state.built;
  const stands = failed ? (hasPages ? "Not built. This page is of the last good build." : "Not built.") : "Built.";
  const summary = make("summary", "", make("b", "", state.counted), ` · ${stands}`);
  const list = make("ol", "", ...state.found.map((one) => itemOf(one, hasPages)));
  if (state.more) list.append(make("li", "", `… and ${state.more} more, which the terminal counts.`));
  const scrolled = make("div", "list", list);
  scrolled.tabIndex = 0;
  scrolled.setAttribute("role", "region");
  scrolled.setAttribute("aria-label", "What the last build found");
  const panel = make("details", failed ? "bad" : "", summary, scrolled);
  panel.open = failed;
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    panel.open = false;
    summary.focus();
  });
  return panel;
}

function start(version) {
  const host = make("div");
  host.id = "hornbook-found";
  const root = host.attachShadow({ mode: "open" });
  const said = make("div", "said");
  said.setAttribute("role", "status");
  root.append(make("style", "", STYLE), said);
  const whole = "hornbookInstead" in document.body.dataset;
  host.toggleAttribute("data-whole", whole);
  document.body.append(host);

  // Nothing of the page stays hidden below the panel. Themes say by their scheme whether they are dark.
  const leaveRoom = () => {
    document.body.style.paddingBottom = root.querySelector("details.bad") ? `${host.offsetHeight}px` : "";
  };
  new ResizeObserver(leaveRoom).observe(host);
  const system = matchMedia("(prefers-color-scheme: dark)");
  const shade = () => {
    const scheme = document.body.dataset.mdColorScheme;
    host.toggleAttribute("data-dark", scheme ? scheme === "slate" : whole && system.matches);
  };
  new MutationObserver(shade).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  system.addEventListener("change", shade);
  shade();

  let builds = -1;
  const ask = async (address) => (await fetch(address)).json();
  async function look() {
    const now = await ask("/-/hornbook");
    if (now.version !== version) {
      location.reload();
      return;
    }
    if (now.builds === builds) return;
    const state = await ask("/-/hornbook/found");
    const before = root.querySelector("details");
    if (before) before.remove();
    if (state.counted) root.append(panelOf(state, !whole));
    said.textContent = state.counted ? `The last build found: ${state.counted}.` : "";
    builds = now.builds;
    leaveRoom();
  }
  // Where the server has ended, the page stays as it is.
  const again = () => look().catch(() => {}).finally(() => setTimeout(again, POLL));
  again();
}

// Themes that swap pages run scripts again.
if (!document.getElementById("hornbook-found")) start(Number(document.currentScript.dataset.version));
})();
