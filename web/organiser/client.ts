import { saveByItself } from "./autosave.ts";
import { useSingleKeys } from "./live/cards.ts";
import { filterItems } from "./live/filter-items.ts";
import { offerToTakeAlong } from "./live/take-along.ts";
import { takeCodeFromFragment } from "./live/take-from-fragment.ts";
import { unfoldTarget } from "./live/unfold.ts";
import { answerByPasskey } from "./live/passkeys.ts";

/*
 * The script of the organisers' console: only what a plain form cannot do. It asks the device for
 * passkeys, moves the code of a one-time link out of the address, copies recovery codes, saves a draft while
 * it is typed, shows what is looked for in it, unfolds what an address leads to, and judges texts by single
 * keys.
 */
takeCodeFromFragment();
offerToTakeAlong();
// A link that is pasted over the address of its own page loads nothing anew.
addEventListener("hashchange", takeCodeFromFragment);
for (const form of document.querySelectorAll("form")) {
  if (form.querySelector("[data-passkey]") !== null) answerByPasskey(form);
}
const draft = document.querySelector<HTMLFormElement>("form#draft");
if (draft !== null) {
  saveByItself(draft);
  filterItems(draft);
  unfoldTarget();
  addEventListener("hashchange", unfoldTarget);
  // Of a long text the browser shows the caret alone: the rest would lie behind the bar at the end.
  draft.addEventListener("keyup", ({ key, target }) => {
    if (key === "Tab") (target as Element).scrollIntoView({ block: "nearest" });
  });
}
const cards = document.querySelector<HTMLFormElement>("form[data-cards]");
if (cards !== null) useSingleKeys(cards);
document.documentElement.dataset["ready"] = "";
