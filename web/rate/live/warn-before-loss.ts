/** Has the browser ask before answers that are not saved go away with the page. */
export function warnBeforeLoss(form: HTMLFormElement): { saved(): void } {
  let unsaved = false;
  form.addEventListener("change", () => (unsaved = true));
  // Sending the form takes the answers along: to be saved, or drawn in another language.
  form.addEventListener("submit", () => (unsaved = false));
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  return { saved: () => (unsaved = false) };
}
