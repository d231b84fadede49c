// Beside the theme's search: the script that says which names are meant is fetched once a reader searches.

const HERE = document.currentScript && document.currentScript.src;
let nearest = null;

function fetchNearest() {
  const asked = make("script"), come = new Promise((done) => (asked.onload = done));
  asked.src = new URL("nearest.js", HERE).href;
  document.head.append(asked);
  return come;
}

function sayNearest(box) {
  nearest = nearest || fetchNearest();
  nearest.then(() => window.hornbookNearest(box));
}

function startSearch() {
  let timer = 0;
  for (const event of ["input", "keyup", "focusin", "reset"]) {
    document.addEventListener(event, (happened) => {
      const [target] = happened.composedPath();
      const box = target.query || target;
      if (!box.matches || !box.matches(".md-search__input, [role=combobox]")) return;
      clearTimeout(timer);
      timer = setTimeout(() => sayNearest(box), 200);
    }, true);
  }
  // The theme's search follows the best link at Enter; one that proposes something waits to be chosen.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches(".md-search__input")) return;
    const [best] = all(".md-search-result [data-md-score]");
    if (best && best.dataset.mdScore < 0) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);
}
