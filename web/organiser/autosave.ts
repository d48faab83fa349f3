import { keptIn } from "../../domain/draft/clean.ts";
import { readField } from "../../domain/draft/field.ts";
import { markOf } from "../../domain/draft/mark.ts";

/** How long after the last key a changed field is saved, in ms. */
const WAIT = 1_000;

interface Answer {
  revision: number;
  conflicts: string[];
}

/**
 * Saves the changed fields of the draft's form a moment after they were changed. Whatever happens,
 * the form stays as it is: its button saves everything without this script.
 */
export function saveByItself(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>("#save-state");
  if (state === null) return;
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  const say = (what: "saved" | "saving" | "notSaved" | "conflict") => {
    const words = state.dataset[what] ?? "";
    // At every key: what is said already is not said, and drawn, again.
    if (state.textContent !== words) state.textContent = words;
  };

  form.addEventListener("input", ({ target }) => {
    const { name } = target as HTMLInputElement;
    if (name === "") return;
    changed.add(name);
    say("notSaved");
    clearTimeout(timer);
    timer = setTimeout(() => void save(), WAIT);
  });
  // The form brings everything with it: nothing is left for the script.
  form.addEventListener("submit", () => clearTimeout(timer));
  addEventListener("beforeunload", (event) => {
    if (changed.size > 0 && !submitted) event.preventDefault();
  });
  let submitted = false;
  form.addEventListener("submit", () => {
    submitted = true;
  });

  async function save(): Promise<void> {
    if (busy || changed.size === 0 || submitted) return;
    // A date that is half entered has no value yet: sent now, it would empty the field.
    const names = [...changed].filter((name) => !isHalfEntered(form, name));
    if (names.length === 0) return say("notSaved");
    for (const name of names) changed.delete(name);
    busy = true;
    say("saving");
    // Once: a large draft has thousands of fields.
    const all = new FormData(form);
    const values = new Map(names.map((name) => [name, valueIn(all, name)]));
    const said = await send(values, all).catch(() => undefined);
    busy = false;
    if (said === undefined) {
      for (const name of names) changed.add(name);
      return say("notSaved");
    }
    for (const [name, value] of values) {
      if (said.conflicts.includes(name)) continue;
      const seen = form.elements.namedItem(`seen.${name}`);
      // What was sent, and not what is stored now: that may be another's already, and unseen.
      if (seen instanceof HTMLInputElement) seen.value = markOf(kept(name, value));
    }
    document.querySelector("#undo")?.setAttribute("value", `undo ${said.revision}`);
    say(said.conflicts.length > 0 ? "conflict" : changed.size > 0 ? "notSaved" : "saved");
    if (changed.size > 0) timer = setTimeout(() => void save(), WAIT);
  }

  async function send(values: ReadonlyMap<string, string>, all: FormData): Promise<Answer> {
    const body = new URLSearchParams({ csrf: valueIn(all, "csrf") });
    for (const [name, value] of values) {
      body.append(name, value);
      body.append(`seen.${name}`, valueIn(all, `seen.${name}`));
    }
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/problem+json" },
      body,
    });
    // A session that is over leads to the page to sign in on: that is no answer.
    if (!answer.ok || answer.redirected) throw new Error("not saved");
    return (await answer.json()) as Answer;
  }
}

const isHalfEntered = (form: HTMLFormElement, name: string): boolean => {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLInputElement && control.validity.badInput;
};

const valueIn = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
};

/** A value as the server keeps it. */
function kept(name: string, value: string): string {
  const field = readField(name);
  return field === undefined ? value : keptIn(field, value);
}
