// Previews: a small card for the term that a link leads to. The words stand in scripts of their own, each of which is
// asked for once, so that they come from a folder too; readers can switch previews off for good.

const previews = { card: null, words: {}, files: new Map() };
window.hornbookPreviews = (words) => Object.assign(previews.words, words);

function previewsAreOff() {
  try {
    return localStorage.getItem("hornbook-previews") === "off";
  } catch {
    return false;
  }
}

function switchPreviews(off) {
  try {
    localStorage.setItem("hornbook-previews", off ? "off" : "on");
  } catch {
    // A browser that keeps nothing forgets the choice on the next page.
  }
  closePreview();
  showSwitch();
}

function showSwitch() {
  for (const button of all("[data-kb-switch]")) {
    button.hidden = false;
    button.textContent = previewsAreOff() ? words("Turn previews of terms on") : words("Turn previews of terms off");
    button.onclick = () => switchPreviews(!previewsAreOff());
  }
}

// The term that a link leads to: boxes of drawings and links to other glossaries name it, others end with its id.
function termOf(link) {
  return link.dataset.term || link.pathname.split("/").at(-2);
}

// The preview of the term that a link leads to, a promise of it, or nothing: on the term's own page, for one.
function previewOf(link) {
  const page = document.querySelector("[data-kb-previews]"), term = termOf(link);
  if (!page || page.dataset.kbOwn === term) return null;
  const number = [...term].reduce((sum, letter) => (31 * sum + letter.charCodeAt()) % 65521, 0) % page.dataset.kbOf;
  const { href } = new URL(`${page.dataset.kbPreviews}${number}.js`, location);
  if (!previews.files.has(href)) {
    previews.files.set(href, loadScript(href).then(() => previews.files.set(href, null)));
  }
  return previews.files.get(href) || previews.words[term];
}

function previewCard() {
  if (!previews.card || !previews.card.isConnected) {
    const card = make("div", "kb-preview");
    card.popover = "manual";
    card.append(make("div"));
    card.firstChild.id = "kb-preview";
    card.firstChild.setAttribute("role", "tooltip");
    const off = makeButton(words("Turn previews off"), () => switchPreviews(true), "kb-off");
    off.tabIndex = -1; // the switch at the foot of the page is for the keyboard
    card.append(off);
    (document.querySelector("main") || document.body).append(card);
    previews.card = card;
  }
  return previews.card;
}

function fillPreview(link) {
  const preview = !previewsAreOff() && previewOf(link);
  if (!preview || preview.then) return preview;
  const [name, kind, short, note] = preview;
  const head = make("p", "kb-preview-head", make("strong", "", name), kind ? " " : "", kind ? make("span", "kb-chip", kind) : "");
  const shown = previewCard().firstChild;
  shown.replaceChildren(head, make("p", "", short));
  if (note) shown.append(make("p", "kb-source", note));
  return true;
}

const previewing = cardsBeside({
  find: (event) => event.target.closest && event.target.closest("a.kb-link, a[data-term]"),
  fill: fillPreview,
  box: previewCard,
  id: "kb-preview",
});

function closePreview() {
  previewing.close();
}
