import { cardId } from "../answers/anchors.ts";
import { isOrderOf } from "../answers/form.ts";
import { named } from "../send/form-page.ts";
import type { Fields } from "./fields.ts";

/**
 * Puts a kept draft back into the form, with the order in which the cards were shown. Names that the
 * form does not have any more are left out.
 */
export function restoreDraft(form: HTMLFormElement, stored: Fields): void {
  restoreFields(form, stored);
  followOrder(form);
}

/** Puts the cards into the order that the form would send; where that is none, it sends the one that is seen. */
export function followOrder(form: HTMLFormElement): void {
  const order = named(form, "order");
  const wanted = order.value.split(" ");
  const codes = [...form.querySelectorAll<HTMLElement>(".card")].map(
    (card) => card.dataset["code"]!,
  );
  if (codes.join() === wanted.join()) return;
  if (isOrderOf(codes, wanted)) putInOrder(form, wanted);
  else order.value = codes.join(" ");
}

/** Puts values back into the fields of those names. */
export function restoreFields(form: HTMLFormElement, fields: Fields): void {
  for (const [name, value] of fields) {
    for (const one of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      `[name="${CSS.escape(name)}"]`,
    )) {
      if (/^(radio|checkbox)$/.test(one.type)) {
        if (one.value === value) (one as HTMLInputElement).checked = true;
      } else {
        // What was left empty takes nothing from what the page came with: the channel of its link.
        one.value = value || (one.type === "hidden" ? one.value : "");
      }
    }
  }
}

/**
 * Puts the cards into an order, each under its addressee, and names them by their places again. What else is listed in that
 * order follows, and so does what stands below the first of them.
 */
export function putInOrder(form: HTMLFormElement, order: readonly string[]): void {
  for (const code of order) {
    const card = form.querySelector(`[data-code="${CSS.escape(code)}"]`);
    if (card === null) continue;
    card.id = cardId(order, code) ?? "";
    card.parentElement?.append(card);
    const first = form
      .querySelector(`[name="first"][value="${CSS.escape(code)}"]`)
      ?.closest("label");
    first?.parentElement?.append(first);
  }
  const choice = document.getElementById("draft-choice");
  if (choice !== null) form.querySelector(".card")?.after(choice);
}
