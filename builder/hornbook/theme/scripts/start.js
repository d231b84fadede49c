// What runs once, and what runs on every page.

previewing.start();
startSearch();
document.addEventListener("toggle", mendFrame, true);
if (location.protocol === "file:") document.addEventListener("click", openFolders, true);
onPage(() => {
  closePreview();
  showSwitch();
  mendFrame();
  markTab();
  all(".kb-drawn").forEach(startDrawing);
  startEach("[data-kb-explorer]", startExplorer);
  startEach("[data-kb-elsewhere]", startElsewhere);
  startEach(".kb-path", startPath);
  startEach("[data-kb-proof]", startChecking);
  startEach("[data-kb-facts]", startFollows);
  startEach("form[data-kb-filter]", startFilter);
  startEach("form[data-kb-quiz]", startQuiz);
});
keepWhatReadersDid();
