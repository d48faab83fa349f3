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
  const order = named(form, "order");
  const wanted = order.value.split(" ");
  const codes = [...form.querySelectorAll<HTMLElement>(".card")].map(
    (card) => card.dataset["code"]!,
  );
  if (isOrderOf(codes, wanted)) restoreOrder(form, wanted);
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

/** Puts the cards into an order, each under its addressee, and names them by their places again. */
function restoreOrder(form: HTMLFormElement, order: readonly string[]): void {
  for (const code of order) {
    const card = form.querySelector(`[data-code="${CSS.escape(code)}"]`);
    if (card === null) continue;
    card.id = cardId(order, code) ?? "";
    card.parentElement?.append(card);
  }
}
