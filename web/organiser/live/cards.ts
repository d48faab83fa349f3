/**
 * One key for what is done with a text, where a page shows many: the key presses what says so (`data-key`) in
 * the text on which one is, and where there is one choice (`data-cards="one"`) goes on to the next. Off while
 * something is typed, with any other key held down, and where the switch says so.
 */

/** Whether single keys are wanted on this device. */
const KEPT = "kenes-single-keys";

export function useSingleKeys(form: HTMLFormElement): void {
  const root = document.documentElement;
  const toggle = document.querySelector<HTMLInputElement>("#use-keys");
  const cards = [...form.querySelectorAll<HTMLElement>("[data-card]")];
  const goesOn = form.dataset["cards"] === "one";
  const pressed: { card: HTMLElement; undo: () => void }[] = [];
  const isOn = () => toggle?.checked === true;
  const tell = () => (root.dataset["keys"] = isOn() ? "on" : "off");
  if (toggle !== null) {
    toggle.checked = localStorage.getItem(KEPT) !== "off";
    toggle.addEventListener("change", () => {
      localStorage.setItem(KEPT, isOn() ? "on" : "off");
      tell();
    });
  }
  tell();

  const current = () => cards.findIndex((card) => card.contains(document.activeElement));
  const goTo = (place: number) => {
    const card = cards[Math.min(Math.max(place, 0), cards.length - 1)];
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "center" });
  };
  const press = (card: HTMLElement, control: HTMLInputElement) => {
    const before = [...card.querySelectorAll<HTMLInputElement>("[data-key]")].filter(
      ({ checked }) => checked,
    );
    pressed.push({
      card,
      undo: () => {
        for (const one of card.querySelectorAll<HTMLInputElement>("[data-key]")) {
          one.checked = before.includes(one);
        }
        changed();
      },
    });
    control.click();
  };
  const acts: Record<string, () => void> = {
    n: () => goTo(current() + 1),
    p: () => goTo(current() - 1),
    u: () => {
      const last = pressed.pop();
      last?.undo();
      if (last !== undefined) goTo(cards.indexOf(last.card));
    },
    s: () => form.requestSubmit(),
  };
  addEventListener("keydown", (event) => {
    if (!isOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = keyOf(event);
    const act = acts[key];
    const place = Math.max(current(), 0);
    const control = cards[place]?.querySelector<HTMLInputElement>(
      `[data-key="${CSS.escape(key)}"]`,
    );
    if (act === undefined && !control) return;
    event.preventDefault();
    if (act !== undefined) return act();
    press(cards[place]!, control!);
    if (goesOn) goTo(place + 1);
    else goTo(place);
  });

  const said = form.querySelector<HTMLElement>("#progress");
  const isChanged = ({ checked, defaultChecked }: HTMLInputElement) => checked !== defaultChecked;
  const changedCards = () =>
    cards.filter((card) => [...card.querySelectorAll<HTMLInputElement>("input")].some(isChanged));
  function changed() {
    const words = said?.dataset["words"] ?? "";
    if (said !== null) said.textContent = words.replace("{done}", String(changedCards().length));
  }
  form.addEventListener("change", changed);
  let isSent = false;
  form.addEventListener("submit", () => (isSent = true));
  // What was chosen and not saved would be lost.
  addEventListener("beforeunload", (event) => {
    if (!isSent && changedCards().length > 0) event.preventDefault();
  });
  // A browser that comes back to the page brings what was chosen.
  if (changedCards().length > 0) changed();
}

/** The key as it is labelled; on a keyboard without Latin letters, what stands in its place on one with them. */
const keyOf = ({ key, code }: KeyboardEvent): string =>
  /^[\x20-\x7e]$/.test(key) ? key.toLowerCase() : code.replace(/^(?:Key|Digit)/, "").toLowerCase();

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])",
  ) !== null;
