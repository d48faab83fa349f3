import { copyText } from "./copy-text.ts";

/** The id of the template with what is shown once answers are saved. */
export const AFTERWARDS = "afterwards";

/**
 * Puts it into its place on the page "saved". Passing on is the device's own affair: its sheet for
 * sharing, where it has one, and a field to copy from; nobody else is asked.
 */
export function fillAfterwards(place: HTMLElement | null): void {
  const template = document.getElementById(AFTERWARDS);
  if (place === null || !(template instanceof HTMLTemplateElement)) return;
  place.append(template.content.cloneNode(true));
  const [share, copy] = place.querySelectorAll("button");
  const url = place.querySelector("input")?.value;
  const said = place.querySelector("output");
  if (!share || !copy || !url || !said) return;
  copy.addEventListener("click", () => {
    const { copied = "", notCopied = "" } = said.dataset;
    copyText(url, said, copied, notCopied);
  });
  if (!navigator.share) return;
  share.hidden = false;
  // Who closes the sheet again has passed nothing on, and that is no fault.
  share.addEventListener("click", () => {
    navigator.share({ text: share.dataset["title"]!, url }).catch(() => undefined);
  });
}
