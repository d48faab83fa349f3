/**
 * Takes the code of a one-time link, `/organise/setup#CODE`, into the field for it, and removes it from
 * the address, so that it does not stay in the history. A fragment never reaches a server or its log.
 * What it holds is read by the server alone: reading it here too would cost the respondents' page a
 * request, as both scripts would then share a file.
 */
export function takeCodeFromFragment(): void {
  const input = document.querySelector("[data-from-fragment]");
  const code = location.hash.slice(1);
  if (!(input instanceof HTMLInputElement) || !/^[\w-]{16,}$/.test(code)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-keep-fragment]")) {
    link.hash = code;
  }
  history.replaceState(null, "", location.pathname + location.search);
  input.value = code.slice(0, input.maxLength);
}
