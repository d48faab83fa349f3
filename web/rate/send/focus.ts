/** Gives the focus to what appears or is led to, so that it is read out and in sight. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView();
  // What comes into sight on the way gets its true height only then, and moves everything below it.
  requestAnimationFrame(() => requestAnimationFrame(() => element?.scrollIntoView()));
}
