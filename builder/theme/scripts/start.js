// What runs once, and what runs on every page.

startPreviews();
document.addEventListener("toggle", mendFrame, true);
onPage(() => {
  closePreview();
  showSwitch();
  mendFrame();
  all("[data-kb-explorer]").forEach(startExplorer);
  all(".kb-path").forEach(startPath);
  all("form[data-kb-filter]").forEach(startFilter);
  all("form[data-kb-quiz]").forEach(startQuiz);
});
