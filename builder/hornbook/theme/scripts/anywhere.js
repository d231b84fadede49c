// Previews of our terms on anybody's page: for links to the pages of terms, and for what says `data-hornbook="ID"` or
// `data-hornbook="ID/SENSE"`. The words are fetched from the site that this script comes from, once a reader wants the
// first of them; no other host is asked. The card stands in a shadow tree, so that neither page styles the other.

const script = document.currentScript || document.querySelector('script[src$="/embed/previews.js"]');
const root = new URL("../", script.src).href;
const folder = `${root}terms/`;
const id = "hornbook-preview";
const style = `
  :host { all: initial !important; color-scheme: inherit !important; display: contents !important }
  .card {
    all: initial; background: #fff; background: light-dark(#fff, #1e2129);
    border: 1px solid #c9d2e3; border-color: light-dark(#c9d2e3, #4a5470); border-radius: 9px;
    box-shadow: 0 5px 22px rgb(0 0 0 / 20%); box-sizing: border-box;
    color: #1b2333; color: light-dark(#1b2333, #e8ecf5); color-scheme: inherit; display: block;
    font: 14.5px/1.5 Inter, Roboto, system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
    inset: auto; max-width: min(350px, calc(100vw - 16px)); overflow-wrap: anywhere; padding: 11px 15px 9px;
    position: fixed; width: max-content
  }
  .card:not(:popover-open) { display: none }
  p { margin: 0 0 6px }
  strong { font-size: 1.07em; margin-inline-end: 8px }
  .kind { border: 1px solid; border-radius: 1em; font-size: 11.5px; font-weight: 600; padding: 1px 8px }
  .kind, .from { color: #55607a; color: light-dark(#55607a, #a9b3c9) }
  .from { font-size: 12.5px; margin: 0 }
  a { color: inherit }
`;

let data = null, asking = null, host = null, card = null;

const warn = (words) => console.warn(`${script.src}: ${words}`);

// Which term an element is about, as `ID` or `ID/SENSE`; nothing for most.
function wantedBy({ dataset, href }) {
  if (dataset && dataset.hornbook) return dataset.hornbook;
  if (typeof href !== "string" || !href.startsWith(folder)) return "";
  const [, term, sense] = href.slice(folder.length).match(/^([a-z0-9-]+)(?:\/(?:index\.html)?)?(?:\?[^#]*)?(?:#sense-(.+)|#.*)?$/) || [];
  return term ? term + (sense ? `/${sense}` : "") : "";
}

function ask() {
  const failed = (error) => {
    warn(`there are no previews: ${error.message}`);
    return { terms: {} };
  };
  asking = asking || fetch(`${root}api/v1/terms.json`, { credentials: "omit" })
    .then((answer) => answer.json())
    .then((found) => (found.terms ? found : failed({ message: "no terms" })))
    .catch(failed)
    .then((found) => (data = found));
  return asking;
}

// What a card says: of the term, or of the one sense that is asked for.
function previewOf(wanted) {
  const [name, sense] = wanted.split("/"), { terms, former = {} } = data;
  const find = (term) => (Object.hasOwn(terms, term) ? terms[term] : null);
  const term = find(name) || find(former[name]);
  if (!term) return data.version && warn(`there is no term ${name}`);
  const one = sense && term.senses.find((each) => each.id === sense);
  return { ...term, ...(one ? { short: one.short, whose: one.whose, url: `${term.url}#sense-${one.id}` } : {}) };
}

function box() {
  if (card && card.isConnected) return card;
  host = make("div");
  card = make("div", "card");
  card.popover = "manual";
  card.ariaHidden = "true"; // its words are read out with the link, from the paragraph beside it
  const tree = host.attachShadow({ mode: "open" }), sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  tree.adoptedStyleSheets = [sheet];
  tree.append(card);
  const said = make("p");
  said.id = id;
  said.hidden = true;
  host.append(said);
  document.body.append(host);
  return card;
}

// As the script's element says, else as the words are that the link stands among: light ones stand on something dark.
function themeAt(link) {
  const colour = getComputedStyle(link.parentElement || link).color;
  const [red, green, blue] = colour.startsWith("rgb") ? colour.match(/[\d.]+/g).map(Number) : [];
  if (script.dataset.theme) return script.dataset.theme;
  return red === undefined ? "" : 3 * red + 6 * green + blue > 1400 ? "dark" : "light";
}

function fill(link) {
  if (!data) return ask();
  const preview = previewOf(wantedBy(link));
  if (!preview) return false;
  const { label, kind, short, whose, url } = preview;
  const from = make("a", "", data.title);
  from.href = new URL(url, root).href;
  from.tabIndex = -1;
  const end = make("p", "from", ...(whose ? [`${whose} · `] : []), from);
  box().replaceChildren(make("p", "", make("strong", "", label), make("span", "kind", kind)), make("p", "", short), end);
  card.style.colorScheme = themeAt(link);
  card.lang = host.firstChild.lang = data.lang;
  card.dir = "auto";
  host.firstChild.textContent = `${label}, ${kind}. ${short} ${whose}`;
  return true;
}

// What is no link becomes one.
function linkUp(element) {
  if (element.matches("a, button")) return;
  const [term, sense] = element.dataset.hornbook.split("/");
  const open = () => (location.href = `${folder}${term}/${sense ? `#sense-${sense}` : ""}`);
  element.tabIndex = 0;
  element.setAttribute("role", "link");
  element.style.cssText += "cursor:pointer;text-decoration:underline dotted;text-underline-offset:.18em";
  element.addEventListener("click", open);
  element.addEventListener("keydown", ({ key }) => key === "Enter" && open());
}

function ready() {
  if (!HTMLElement.prototype.showPopover) return;
  document.querySelectorAll("[data-hornbook]").forEach(linkUp);
  const find = (event) => event.composedPath().find(wantedBy);
  cardsBeside({ find, fill, box, id }).start();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
else ready();
