import type { Page } from "playwright-core";

/** Writes something into every empty field that a definition needs. */
export async function fillIn(page: Page): Promise<void> {
  const fields = page.locator("#draft :is(textarea, input[type=text], input[type=date])");
  const optional =
    /^(opensAt|closesAt|leaveTo|purge.+|find|newLanguage|source\.(isbn|chapter)|(release|people)\..+|organiser\.(report|nextBy))$/;
  for (const field of await fields.all()) {
    const name = (await field.getAttribute("name")) ?? "";
    if ((await field.inputValue()) !== "" || optional.test(name)) continue;
    const value =
      name === "source.date" ? "2026-11-01" : name.includes("measures") ? "Бір\nЕкі" : "Ағаштар";
    await field.fill(value);
  }
}

/** Waits until an editor has said so of its saving, for however short a time. */
export const stateSaid = (page: Page, words: string) =>
  page.waitForFunction(
    (words) => document.querySelector("#save-state")?.textContent === words,
    words,
  );
