/**
 * Leaving in a hurry: what is on the screen goes at once, and the way back with it, since the page is
 * replaced in the history and not followed by another.
 */
export function leaveAtOnce(): void {
  const link = document.getElementById("leave");
  if (!(link instanceof HTMLAnchorElement)) return;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.title = "";
    document.body.replaceChildren();
    location.replace(link.href);
  });
}
