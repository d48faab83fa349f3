/** Opens what is folded around the place that the address names: not every browser does. */
export function unfoldTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  const folded = target?.closest("details");
  if (folded?.open !== false) return;
  folded.open = true;
  target?.scrollIntoView();
}
