/**
 * Takes an invitation from an address like `/c/x#invitation=CODE` into the form. A fragment never
 * reaches the server or its log; it is removed here so that it does not stay in the history either.
 */
export function takeInvitationFromFragment(): void {
  const code = new URLSearchParams(location.hash.slice(1)).get("invitation");
  const input = document.getElementById("invitation");
  if (code === null) return;
  history.replaceState(null, "", location.pathname + location.search);
  if (!(input instanceof HTMLInputElement)) return;
  input.value = code.slice(0, input.maxLength);
  // The stylesheet knows it from what was opened by hand.
  input.closest("details")?.setAttribute("open", "by-link");
}
