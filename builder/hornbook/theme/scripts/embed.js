// A page of ours within another site's page: takes its theme and what it shows from its address, and tells its height.
// It stands first in the page, so that nothing is painted twice. Without it the theme is the reader's, and all is shown.

const asked = new URLSearchParams(location.search), { body, documentElement: root } = document;
const setTheme = (theme) => {
  const scheme = { light: "default", dark: "slate" }[theme];
  if (!scheme) return;
  body.dataset.mdColorScheme = scheme;
  root.style.colorScheme = theme;
};
setTheme(asked.get("theme"));
// A host whose readers can switch its theme tells so.
window.addEventListener("message", ({ source, data }) => {
  if (source === parent && data && data.type === "hornbook-theme") setTheme(data.theme);
});
body.classList.toggle("kb-exploring", asked.has("explore"));
// What the explorer writes has links too. None may put another page into the frame.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (link && !link.target && link.pathname !== location.pathname) link.target = "_blank";
}, true);
document.addEventListener("DOMContentLoaded", () => {
  const main = document.querySelector("main");
  for (const link of document.querySelectorAll('a[href^="?"]')) {
    link.search = new URLSearchParams([...asked, ...new URLSearchParams(link.search)]);
  }
  const senses = JSON.parse(main.dataset.kbSenses || "{}");
  const wanted = senses[asked.get("by") || asked.get("in")];
  body.classList.toggle("kb-one", !!wanted);
  for (const sense of wanted ? main.querySelectorAll(".kb-sense") : []) {
    sense.hidden = !wanted.includes(sense.id);
    const folded = sense.querySelector("details:has(> .kb-sense-head)");
    if (folded) folded.open = true;
  }
  if (parent === window) return;
  const tell = () => {
    const height = Math.ceil(main.getBoundingClientRect().height);
    // What a reader marks stands behind the number sign, and is none of the host's business.
    parent.postMessage({ type: "hornbook-height", height, address: location.href.split("#")[0] }, "*");
  };
  new ResizeObserver(tell).observe(main);
});
