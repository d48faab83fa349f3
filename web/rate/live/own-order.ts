import { shuffled } from "../../../domain/ballot/order.ts";
import { named } from "../send/form-page.ts";
import { followOrder, putInOrder } from "./restore.ts";

/** One of 0..count−1; for the number of cards of a page each as often as the others, but for one in 10⁷. */
const below = (count: number): number =>
  Math.floor((crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32) * count);

/**
 * Draws an order of the cards, within each addressee, for this visit alone: several who came at the same moment may have
 * been given the same page. Where somebody has begun to read or to answer, the cards stay where they are; or, where a browser
 * brought the fields of the form back by itself, go where they were.
 */
export function drawOwnOrder(form: HTMLFormElement): void {
  if (scrollY > 0 || form.querySelector(".card :checked") !== null) return followOrder(form);
  const order = [...form.querySelectorAll("section")].flatMap((addressee) =>
    shuffled([...addressee.querySelectorAll<HTMLElement>(".card")], below).map(
      (card) => card.dataset["code"]!,
    ),
  );
  named(form, "order").value = order.join(" ");
  putInOrder(form, order);
}
