/**
 * Shows, while somebody types what they look for, only the items of a draft in whose fields it stands, and
 * says how many they are. Nothing is taken away: an empty field shows all again. What the browser has put
 * aside stays in the form and is saved with it.
 */
export function filterItems(draft: HTMLFormElement): void {
  const sought = draft.querySelector<HTMLInputElement>("#find");
  const said = draft.querySelector<HTMLElement>("#find-shown");
  if (sought === null || said === null) return;
  const filter = () => {
    const words = sought.value.trim().toLocaleLowerCase();
    const items = [...draft.querySelectorAll<HTMLElement>(".entry")];
    const shown = items.filter((item) => words === "" || textOf(item).includes(words));
    for (const item of items) item.hidden = !shown.includes(item);
    said.textContent =
      words === ""
        ? ""
        : (said.dataset["words"] ?? "")
            .replace("{shown}", String(shown.length))
            .replace("{all}", String(items.length));
  };
  sought.addEventListener("input", filter);
  // A link from what was found, of a fault or of the contents may lead to what is put aside.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest<HTMLElement>(".entry")?.hidden !== true) return;
    sought.value = "";
    filter();
    target.scrollIntoView();
  });
  // A browser that comes back to the page brings what was typed.
  if (sought.value !== "") filter();
}

/** What an item is called, and what stands in its fields. */
function textOf(item: HTMLElement): string {
  const heading = item.querySelector("h3")?.textContent ?? "";
  const fields = item.querySelectorAll<HTMLInputElement>(
    "textarea, input:not([type=hidden]), select",
  );
  return [heading, ...[...fields].map((field) => field.value)].join("\n").toLocaleLowerCase();
}
