// Cards beside links, on hover and on keyboard focus; a tap follows the link. One is open at a time. WCAG 2.2, 1.4.13:
// Esc closes it, the pointer may enter it, it stays until left. `find` gives the link of an event, if it has a card;
// `fill` puts its words into the card and says whether there are any, or promises to know; `box` gives the card, a
// popover, and `id` is that of the words in it.

const OPEN_AFTER = 220;
const CLOSE_AFTER = 180;
const EDGE = 8;

function cardsBeside({ find, fill, box, id }) {
  let shown = null, wanted = null, before = null, card = null, timer = 0;
  const isInside = (event) => !!card && event.composedPath().includes(card);

  const hide = () => {
    if (!shown) return;
    if (before) shown.setAttribute("aria-describedby", before);
    else shown.removeAttribute("aria-describedby");
    shown = null;
    if (card.isConnected && card.hidePopover) card.hidePopover();
  };
  const close = () => {
    clearTimeout(timer);
    wanted = null;
    hide();
  };
  const closeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(close, CLOSE_AFTER);
  };
  // Below the link or above it, never over it and never past the window: where there is no room, there is no card.
  const place = () => {
    if (!shown) return;
    const at = shown.getBoundingClientRect(), room = document.documentElement;
    const needed = card.offsetHeight + 2 * EDGE;
    const below = at.bottom + needed <= room.clientHeight;
    if ((!below && at.top < needed) || at.bottom < 0 || at.top > room.clientHeight) return hide();
    card.style.left = `${Math.max(EDGE, Math.min(at.left, room.clientWidth - card.offsetWidth - EDGE))}px`;
    card.style.top = `${below ? at.bottom + EDGE : at.top - card.offsetHeight - EDGE}px`;
  };
  const open = (link) => {
    close();
    const filled = fill(link);
    wanted = link;
    if (filled && filled.then) return filled.then(() => wanted === link && open(link));
    if (!filled) return;
    shown = link;
    card = box();
    before = link.getAttribute("aria-describedby");
    link.setAttribute("aria-describedby", before ? `${before} ${id}` : id);
    if (card.showPopover) card.showPopover();
    place();
  };

  const start = () => {
    document.addEventListener("pointerover", (event) => {
      if (isInside(event)) return clearTimeout(timer);
      const link = find(event);
      if (!link || event.pointerType === "touch") return;
      clearTimeout(timer);
      if (link !== shown) timer = setTimeout(() => open(link), OPEN_AFTER);
    });
    document.addEventListener("pointerout", (event) => {
      if (find(event) || isInside(event)) closeSoon();
    });
    document.addEventListener("focusin", (event) => {
      if (isInside(event)) return;
      const link = find(event);
      if (!link) closeSoon();
      else if (link.matches(":focus-visible")) open(link);
    });
    document.addEventListener("focusout", () => closeSoon());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    document.addEventListener("scroll", place, true);
    document.addEventListener("pointerdown", (event) => {
      if (!isInside(event)) close();
    });
  };
  return { start, close };
}
