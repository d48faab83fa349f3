/** What a control is told by what is said about it. */
const TOLD = ["aria-describedby", "aria-invalid"] as const;

/**
 * Takes out of a page as it would be drawn now whatever follows what is saved: counts, what is missing or
 * wrong, what can be undone. What has the focus, and every field, stays.
 */
export function followPage(page: string): void {
  const now = new DOMParser().parseFromString(page, "text/html");
  for (const next of now.querySelectorAll("[data-live]")) {
    const old = document.getElementById(next.id);
    if (old === null || old.isEqualNode(next) || old.contains(document.activeElement)) continue;
    keepOpen(old, next);
    old.replaceWith(document.importNode(next, true));
    tellControl(next.id.replace(/-note$/, ""), now);
  }
}

/** What was unfolded stays so. */
function keepOpen(old: Element, next: Element): void {
  const isOpen = old.querySelector("details")?.open === true;
  next.querySelector("details")?.toggleAttribute("open", isOpen);
}

function tellControl(id: string, now: Document): void {
  const [control, told] = [document.getElementById(id), now.getElementById(id)];
  if (control === null || told === null || id === told.closest("[data-live]")?.id) return;
  for (const name of TOLD) {
    const value = told.getAttribute(name);
    if (value === null) control.removeAttribute(name);
    else control.setAttribute(name, value);
  }
}
