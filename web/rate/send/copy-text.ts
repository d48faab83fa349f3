/** Copies a text, and says in a place that is read out whether that worked. */
export function copyText(text: string, said: Element, copied: string, notCopied: string): void {
  const say = (what: string) => () => {
    said.textContent = what;
  };
  // Without HTTPS there is no clipboard, so the call itself may throw too.
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(say(copied), say(notCopied));
}
