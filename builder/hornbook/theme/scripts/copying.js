// Beside each text that is to be pasted elsewhere a button that copies it, where pages may write to the clipboard.

document.addEventListener("DOMContentLoaded", () => {
  if (!navigator.clipboard) return;
  for (const snippet of document.querySelectorAll(".kb-snippet")) {
    const button = document.createElement("button");
    const say = (said) => () => (button.textContent = said);
    const begin = say(words("Copy"));
    begin();
    button.type = "button";
    button.className = "kb-copy";
    button.setAttribute("aria-live", "polite");
    button.setAttribute("aria-description", snippet.getAttribute("aria-label"));
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(snippet.textContent).then(say(words("Copied")), say(words("Not allowed to copy")));
      setTimeout(begin, 3000);
    });
    snippet.before(button);
  }
});
