/** Shows the buttons that copy what stands before them: without a script it can be selected there. */
export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const { copy = "", copied = "", selected = "" } = button.dataset;
    const field = document.querySelector<HTMLTextAreaElement>(copy)!;
    button.hidden = false;
    button.addEventListener("click", () => {
      const say = (what: string) => {
        button.nextElementSibling!.textContent = what;
      };
      field.select();
      // Without HTTPS there is no clipboard: then it is selected, and a key copies it.
      Promise.resolve()
        .then(() => navigator.clipboard.writeText(field.value))
        .then(
          () => say(copied),
          () => say(selected),
        );
    });
  }
}
