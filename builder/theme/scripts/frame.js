// Barriers in the theme's own frame, taken away: parts without a name, and code that only a mouse can scroll.

function mendFrame() {
  for (const search of all(".md-search[role=dialog]")) search.ariaLabel = "Search";
  for (const nav of all(".md-nav[aria-labelledby]")) {
    const title = nav.querySelector(".md-nav__title");
    if (!title) continue;
    nav.removeAttribute("aria-labelledby");
    nav.ariaLabel = title.textContent.trim();
  }
  for (const code of all("pre > code")) code.tabIndex = 0;
}
