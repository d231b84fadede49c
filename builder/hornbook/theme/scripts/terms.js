// The list of terms, narrowed down by what its form offers; what is chosen stands in the address.

function startFilter(form) {
  const entries = all("[data-kb-kind]");
  const show = () => {
    const chosen = all("select", form).filter((select) => select.value);
    const fits = (entry) =>
      chosen.every(({ name, value }) => (entry.getAttribute(`data-kb-${name}`) || "").split(" ").includes(value));
    for (const entry of entries) entry.hidden = !fits(entry);
    for (const list of all(".kb-az")) {
      list.hidden = !list.querySelector(":scope > :not([hidden])");
      list.previousElementSibling.hidden = list.hidden;
    }
    const terms = new Set(entries.filter((entry) => !entry.hidden).map((entry) => entry.dataset.kbId));
    form.querySelector("output").textContent = wordsMany("{count} term", "{count} terms", terms.size);
  };
  const restore = () => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    for (const select of all("select", form)) {
      const value = wanted.get(select.name) || "";
      select.value = all("option", select).some((option) => option.value === value) ? value : "";
    }
    show();
  };
  form.addEventListener("change", () => {
    const chosen = all("select", form).filter((select) => select.value);
    keepInAddress(chosen.map((select) => [select.name, select.value]));
    show();
  });
  const onHash = () => {
    if (form.isConnected) restore();
    else window.removeEventListener("hashchange", onHash);
  };
  window.addEventListener("hashchange", onHash);
  restore();
}
