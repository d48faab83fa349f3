/** Buttons that copy what is shown, or print the page: there only where a script can do it. */
export function offerToTakeAlong(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

/** One text a line; says whether it worked. Without HTTPS there is no clipboard. */
async function copy({ dataset, parentElement }: HTMLButtonElement): Promise<void> {
  const texts = [...document.querySelectorAll(dataset["copy"]!)].map((one) => one.textContent);
  let said = dataset["copied"];
  try {
    await navigator.clipboard.writeText(texts.join("\n"));
  } catch {
    said = dataset["notCopied"];
  }
  parentElement!.querySelector("output")!.textContent = said ?? "";
}
