/** What a control is told by what is said about it. */
const TOLD = ["aria-describedby", "aria-invalid"] as const;

/** What on the page follows what is saved; each has an id. */
const LIVE = "[data-live], #draft .hint[id], #draft h3[id]";

/**
 * Takes out of a page as it would be drawn now whatever follows what is saved: counts, what is missing or
 * wrong, what can be undone, what can be chosen. What has the focus stays, and so does whatever was entered.
 */
export function followPage(page: string): void {
  const now = new DOMParser().parseFromString(page, "text/html");
  for (const next of now.querySelectorAll(LIVE)) {
    const old = document.getElementById(next.id);
    if (old === null || old.isEqualNode(next) || old.contains(document.activeElement)) continue;
    keepOpen(old, next);
    old.replaceWith(document.importNode(next, true));
    tellControl(next.id.replace(/-note$/, ""), now);
  }
  for (const next of now.querySelectorAll<HTMLSelectElement>("#draft select[id]")) {
    const old = document.getElementById(next.id);
    if (old instanceof HTMLSelectElement) offer(old, next);
  }
}

/** What was unfolded stays so. */
function keepOpen(old: Element, next: Element): void {
  const isOpen = old.querySelector("details")?.open === true;
  next.querySelector("details")?.toggleAttribute("open", isOpen);
}

function tellControl(id: string, now: Document): void {
  const [control, told] = [document.getElementById(id), now.getElementById(id)];
  if (control === null || told === null || told.matches(LIVE)) return;
  for (const name of TOLD) {
    const value = told.getAttribute(name);
    if (value === null) control.removeAttribute(name);
    else control.setAttribute(name, value);
  }
}

/** What can be chosen now, where what is chosen is still among it. */
function offer(old: HTMLSelectElement, next: HTMLSelectElement): void {
  const [before, after] = [old, next].map(({ options }) =>
    [...options].map(({ value, text }) => `${value} ${text}`).join("\n"),
  );
  const { value } = old;
  if (before === after || ![...next.options].some((one) => one.value === value)) return;
  old.replaceChildren(...[...next.options].map((one) => document.importNode(one, true)));
  old.value = value;
}
