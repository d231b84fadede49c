// On a page that has moved: leads to its present address and keeps what stands behind `?` and `#`. Where scripts do not
// run, the page's own redirect leads there without it; it stands further down, where `stop` keeps it from being read.

const to = new URL(document.currentScript.dataset.kbTo, location);
if (to.protocol === location.protocol && to.host === location.host) {
  // A browser shows a list of files for the address of a folder.
  if (to.protocol === "file:") to.pathname = to.pathname.replace(/\/$/, "/index.html");
  to.search ||= location.search;
  to.hash ||= location.hash;
  window.stop();
  location.replace(to);
}
