import { followPage } from "./live/follow-page.ts";

/** How long after the last key a changed field is saved, in ms. */
const WAIT = 1_000;

/** What the server tells of a save (functions/draft/form.ts). */
interface Answer {
  conflicts: string[];
  marks: Record<string, string>;
  shown: Record<string, { value: string; mark: string }>;
  page?: string;
}

/** What is said about a save, by the words that the page brings for it. */
type Saying = "saved" | "saving" | "notSaved" | "conflict" | "signedOut";

/** A save that came to nothing because nobody is signed in, or somebody anew. */
class SignedOut extends Error {}

/**
 * Saves the changed fields of the draft's form a moment after they were changed, and everything in place when
 * its button is pressed. Whatever happens, the form stays as it is: its button saves everything without this
 * script too, and leads to where a conflict or a sign-in is settled.
 */
export function saveByItself(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>("#save-state");
  if (state === null) return;
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<Saying> | undefined;
  let submitted = false;
  const say = (what: Saying) => {
    const words = (state.dataset[what] ?? "").replace("{time}", timeOfDay());
    // At every key: what is said already is not said, and drawn, again.
    if (state.textContent !== words) state.textContent = words;
  };

  form.addEventListener("input", ({ target }) => {
    const { name } = target as HTMLInputElement;
    if (!isDraftField(form, name)) return;
    changed.add(name);
    say("notSaved");
    clearTimeout(timer);
    timer = setTimeout(() => void save(), WAIT);
  });
  addEventListener("beforeunload", (event) => {
    if (changed.size > 0 && !submitted) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    const button = event.submitter;
    if (submitted || !(button instanceof HTMLButtonElement) || !savesInPlace(form, button)) {
      // The form brings everything with it: nothing is left for the script.
      submitted = true;
      return;
    }
    event.preventDefault();
    void pressed(button);
  });

  /** In place where that can be; else as the button does by itself. */
  async function pressed(button: HTMLButtonElement): Promise<void> {
    const outcome = await saveAll();
    if (outcome !== "conflict" && outcome !== "signedOut") return;
    submitted = true;
    form.requestSubmit(button);
  }

  /** Everything on the form, as its button would send it. */
  async function saveAll(): Promise<Saying> {
    await running;
    for (const name of new FormData(form).keys()) {
      if (isDraftField(form, name)) changed.add(name);
    }
    return save();
  }

  async function save(): Promise<Saying> {
    if (running !== undefined || submitted) return running ?? "saving";
    // A date that is half entered has no value yet: sent now, it would empty the field.
    const names = [...changed].filter((name) => !isHalfEntered(form, name));
    if (names.length === 0) return "notSaved";
    for (const name of names) changed.delete(name);
    say("saving");
    running = sent(names);
    const outcome = await running;
    running = undefined;
    say(outcome === "saved" && changed.size > 0 ? "notSaved" : outcome);
    if (changed.size > 0 && outcome === "saved") timer = setTimeout(() => void save(), WAIT);
    return outcome;
  }

  async function sent(names: readonly string[]): Promise<Saying> {
    let said: Answer;
    try {
      said = await send(form, names);
    } catch (failure) {
      for (const name of names) changed.add(name);
      return failure instanceof SignedOut ? "signedOut" : "notSaved";
    }
    for (const [name, mark] of Object.entries(said.marks)) setHidden(form, `seen.${name}`, mark);
    for (const [name, { value, mark }] of Object.entries(said.shown)) {
      const control = form.elements.namedItem(name);
      if (changed.has(name) || !(control instanceof Element && "value" in control)) continue;
      control.value = value;
      setHidden(form, `seen.${name}`, mark);
    }
    if (said.page !== undefined) followPage(said.page);
    return said.conflicts.length > 0 ? "conflict" : "saved";
  }
}

async function send(form: HTMLFormElement, names: readonly string[]): Promise<Answer> {
  // Once: a large draft has thousands of fields.
  const all = new FormData(form);
  const body = new URLSearchParams({ csrf: valueIn(all, "csrf"), zone: valueIn(all, "zone") });
  for (const name of names) {
    body.append(name, valueIn(all, name));
    body.append(`seen.${name}`, valueIn(all, `seen.${name}`));
  }
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/problem+json" },
    body,
  });
  // A session that is over leads to the page to sign in on; one that began since has another token.
  if (answer.redirected || answer.status === 403) throw new SignedOut();
  if (!answer.ok) throw new Error("not saved");
  return (await answer.json()) as Answer;
}

/** Whether a name is that of a field of the draft, and not of a search or a command. */
const isDraftField = (form: HTMLFormElement, name: string): boolean =>
  name !== "" && form.elements.namedItem(`seen.${name}`) !== null;

/**
 * Whether a button only saves. What else the form asks for, a language to be added or dates by other clocks,
 * needs the page anew.
 */
function savesInPlace(form: HTMLFormElement, button: HTMLButtonElement): boolean {
  const all = new FormData(form);
  const isSave = button.name === "do" && button.value.split(" ")[0] === "save";
  const zone = valueIn(all, "timeZone") || "UTC";
  return isSave && valueIn(all, "newLanguage").trim() === "" && zone === valueIn(all, "zone");
}

function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

const isHalfEntered = (form: HTMLFormElement, name: string): boolean => {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLInputElement && control.validity.badInput;
};

const valueIn = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
};

/** By the reader's own clock. */
const timeOfDay = (): string =>
  new Date().toLocaleTimeString(document.documentElement.lang, {
    hour: "2-digit",
    minute: "2-digit",
  });
