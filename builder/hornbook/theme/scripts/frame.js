// Barriers taken away: parts of the theme's frame without a name, and what only a pointer could scroll.

// The theme fetches the first page anew at the first jump within it, and with that drops what a reader did there:
// marks, answers, what was opened. They are kept, and put back once the page is there again.
function keepWhatReadersDid() {
  const controls = () => all("article :is(input, select, details)");
  let path = "", states = [], jumped = false;
  const keep = () => {
    path = location.pathname;
    states = controls().map((one) => ({ checked: one.checked, value: one.value, open: one.open }));
  };
  for (const event of ["change", "toggle", "reset"]) document.addEventListener(event, () => setTimeout(keep), true);
  window.addEventListener("popstate", () => (jumped = true));
  window.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && link.hash && link.pathname === location.pathname) jumped = true;
  }, true);
  onPage(() => {
    const again = jumped && path === location.pathname && !location.hash.includes("=");
    jumped = false;
    if (!again) return;
    controls().forEach((one, n) => {
      const state = states[n] || {};
      if (one.localName === "select") one.value = state.value;
      else if (one.localName === "details") one.open = state.open;
      else one.checked = state.checked;
    });
    for (const form of all("article form")) form.dispatchEvent(new Event("change"));
  });
}

// Where the site is read from a folder, a browser shows a list of files for the address of a folder.
function openFolders(event) {
  const link = event.target.closest("a");
  if (!link) return;
  const name = link.hasAttribute("href") ? "href" : "xlink:href";
  const address = link.getAttribute(name) || "";
  if (!address.includes(":")) link.setAttribute(name, address.replace(/\/(?=$|#)/, "/index.html"));
}

// The theme knows the pages that its settings list; of the others, the path above the title says where they belong.
function markTab() {
  const path = all(".kb-crumbs a").pop();
  if (!path || document.querySelector(".md-tabs__item--active")) return;
  for (const tab of all(".md-tabs__link")) {
    if (tab.href === path.href) tab.parentElement.classList.add("md-tabs__item--active");
  }
}

function mendFrame() {
  for (const search of all(".md-search[role=dialog]")) search.ariaLabel = words("Search");
  for (const nav of all(".md-nav[aria-labelledby]")) {
    const title = nav.querySelector(".md-nav__title");
    if (!title) continue;
    nav.removeAttribute("aria-labelledby");
    nav.ariaLabel = title.textContent.trim();
  }
  for (const region of all(".kb-scroll, pre > code")) {
    if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
  }
}
