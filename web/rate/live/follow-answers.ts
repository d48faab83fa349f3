import { cardId } from "../answers/anchors.ts";
import { answered } from "../answers/draft.ts";
import { MOST_FIRST } from "../answers/limits.ts";
import { fill } from "../../text.ts";
import { noteCard } from "./fields.ts";
import { byId, goTo, type FormPage } from "../send/form-page.ts";

/** While somebody answers: progress, clearing an answer at once, no fourth "to do first". */
export function followAnswers(form: HTMLFormElement, page: FormPage, order: string[]): void {
  const line = byId("progress")!;
  const [bar, said, next] = [
    line.querySelector("progress")!,
    line.querySelector("span")!,
    line.querySelector("button")!,
  ];
  const full = byId("first-full")!;
  const firsts = [...form.querySelectorAll<HTMLInputElement>("[name=first]")];
  /** The place in the order of the card that was last touched. */
  let last = -1;

  const show = () => {
    const { draft } = page.read();
    const count = answered(draft, order);
    bar.value = count;
    said.textContent = fill(said.dataset["template"] ?? "", { count, total: order.length });
    next.hidden = count === order.length;
    const isFull = draft.first.length >= MOST_FIRST;
    for (const one of firsts) {
      const isSpent = isFull && !one.checked;
      one.ariaDisabled = isSpent ? "true" : null;
      one.parentElement!.classList.toggle("spent", isSpent);
    }
  };
  /** Why no more can be chosen, right where somebody tries. It is read out as it is filled in there. */
  const explain = (at: Element) => {
    at.after(full);
    full.textContent = "";
    setTimeout(() => {
      if (firsts.some((one) => one.ariaDisabled)) full.textContent = full.dataset["full"]!;
    }, 100);
  };

  next.addEventListener("click", () => {
    const { ratings } = page.read().draft;
    const isOpen = (code: string) => !Object.hasOwn(ratings, code);
    // Onwards from where one is, and from the top when nothing is open below.
    const ahead = order.slice(last + 1).findIndex(isOpen);
    last = ahead < 0 ? order.findIndex(isOpen) : last + 1 + ahead;
    goTo(cardId(order, order[last] ?? ""));
  });
  const atCard = ({ target }: Event) => {
    const code = (target as Element).closest<HTMLElement>(".card")?.dataset["code"];
    if (code === undefined) return;
    last = order.indexOf(code);
    noteCard(form, code);
  };
  form.addEventListener("focusin", atCard);
  // Not every browser gives the focus to what is pressed.
  form.addEventListener("change", atCard);
  form.addEventListener("change", show);
  form.addEventListener("click", (event) => {
    const first = event.target as HTMLInputElement;
    if (first.name === "first") {
      // Not disabled: what cannot be reached cannot say why.
      if (first.ariaDisabled) event.preventDefault();
      explain(first.parentElement!);
    }
    const card = (event.target as Element).closest(".clear")?.closest("fieldset");
    if (!card) return;
    event.preventDefault();
    for (const radio of card.querySelectorAll<HTMLInputElement>("[type=radio]"))
      radio.checked = false;
    // The button goes away with the answer, and would take the focus along.
    card.querySelector("input")?.focus();
    form.dispatchEvent(new Event("change"));
  });
  line.hidden = false;
  show();
}
