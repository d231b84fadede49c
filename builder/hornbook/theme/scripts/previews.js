// Previews: a small card for the term that a link leads to, on hover and on keyboard focus. A tap follows the link.
// The words stand in an attribute of the page, so nothing is fetched. WCAG 2.2, 1.4.13: Esc closes the card, the
// pointer may enter it, it stays until left; readers can switch previews off for good.

const OPEN_AFTER = 220;
const CLOSE_AFTER = 180;
const EDGE = 8;

const previews = { card: null, link: null, timer: 0, page: null, words: {} };

function previewsAreOff() {
  try {
    return localStorage.getItem("hornbook-previews") === "off";
  } catch {
    return false;
  }
}

function switchPreviews(off) {
  try {
    localStorage.setItem("hornbook-previews", off ? "off" : "on");
  } catch {
    // A browser that keeps nothing forgets the choice on the next page.
  }
  closePreview();
  showSwitch();
}

function showSwitch() {
  for (const button of all("[data-kb-switch]")) {
    button.hidden = false;
    button.textContent = previewsAreOff() ? "Turn previews of terms on" : "Turn previews of terms off";
    button.onclick = () => switchPreviews(!previewsAreOff());
  }
}

// The preview of the term that a link leads to, or nothing: on the term's own page, for one.
function previewOf(link) {
  const page = document.querySelector("[data-kb-previews]");
  if (previews.page !== page) {
    previews.page = page;
    previews.words = page ? JSON.parse(page.dataset.kbPreviews) : {};
  }
  return link && previews.words[link.dataset.term];
}

function previewCard() {
  if (!previews.card || !previews.card.isConnected) {
    const card = make("div", "kb-preview");
    card.popover = "manual";
    card.append(make("div"));
    card.firstChild.id = "kb-preview";
    card.firstChild.setAttribute("role", "tooltip");
    const off = makeButton("Turn previews off", () => switchPreviews(true), "kb-off");
    off.tabIndex = -1; // the switch at the foot of the page is for the keyboard
    card.append(off);
    card.addEventListener("pointerenter", () => clearTimeout(previews.timer));
    card.addEventListener("pointerleave", () => closeSoon());
    (document.querySelector("main") || document.body).append(card);
    previews.card = card;
  }
  return previews.card;
}

function openPreview(link) {
  const [name, kind, short, note] = previewOf(link);
  closePreview();
  const card = previewCard();
  const head = make("p", "kb-preview-head", make("strong", "", name), kind ? " " : "", kind ? make("span", "kb-chip", kind) : "");
  card.firstChild.replaceChildren(head, make("p", "", short));
  if (note) card.firstChild.append(make("p", "kb-source", note));
  previews.link = link;
  link.setAttribute("aria-describedby", "kb-preview");
  if (card.showPopover) card.showPopover();
  placePreview();
}

// Below the link or above it, never over it and never past the window: where there is no room, there is no card.
function placePreview() {
  const { link, card } = previews;
  if (!link) return;
  const place = link.getBoundingClientRect();
  const room = document.documentElement;
  const needed = card.offsetHeight + 2 * EDGE;
  const below = place.bottom + needed <= room.clientHeight;
  if ((!below && place.top < needed) || place.bottom < 0 || place.top > room.clientHeight) return hidePreview();
  card.style.left = `${Math.max(EDGE, Math.min(place.left, room.clientWidth - card.offsetWidth - EDGE))}px`;
  card.style.top = `${below ? place.bottom + EDGE : place.top - card.offsetHeight - EDGE}px`;
}

function closePreview() {
  clearTimeout(previews.timer);
  hidePreview();
}

function hidePreview() {
  if (!previews.link) return;
  previews.link.removeAttribute("aria-describedby");
  previews.link = null;
  if (previews.card.isConnected && previews.card.hidePopover) previews.card.hidePopover();
}

function closeSoon() {
  clearTimeout(previews.timer);
  previews.timer = setTimeout(closePreview, CLOSE_AFTER);
}

function termLink(event) {
  return event.target.closest && event.target.closest("a[data-term]");
}

function startPreviews() {
  document.addEventListener("pointerover", (event) => {
    const link = termLink(event);
    if (!link || event.pointerType === "touch") return;
    clearTimeout(previews.timer);
    if (link === previews.link || previewsAreOff() || !previewOf(link)) return;
    previews.timer = setTimeout(() => openPreview(link), OPEN_AFTER);
  });
  document.addEventListener("pointerout", (event) => {
    if (termLink(event)) closeSoon();
  });
  document.addEventListener("focusin", (event) => {
    const link = termLink(event);
    if (!link) closeSoon();
    else if (link.matches(":focus-visible") && !previewsAreOff() && previewOf(link)) openPreview(link);
  });
  document.addEventListener("focusout", () => closeSoon());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closePreview();
  });
  document.addEventListener("scroll", placePreview, true);
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".kb-preview")) closePreview();
  });
}
