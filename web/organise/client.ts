import { takeCodeFromFragment } from "./live/take-from-fragment.ts";
import { answerByPasskey } from "./live/passkeys.ts";

/*
 * The script of the organisers' console: only what a plain form cannot do. It asks the device for
 * passkeys, and moves the code of a one-time link out of the address.
 */
takeCodeFromFragment();
// A link that is pasted over the address of its own page loads nothing anew.
addEventListener("hashchange", takeCodeFromFragment);
for (const form of document.querySelectorAll("form")) {
  if (form.querySelector("[data-passkey]") !== null) answerByPasskey(form);
}
document.documentElement.dataset["ready"] = "";
