// Barriers taken away: parts of the theme's frame without a name, and what only a pointer could scroll.

function mendFrame() {
  for (const search of all(".md-search[role=dialog]")) search.ariaLabel = "Search";
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
