import { takeReceiptFromFragment } from "../receipt/take-from-fragment.ts";
import { formId } from "../respondent/language-buttons.tsx";
import { followLinksWithin } from "./live/links-within.ts";
import { leaveAtOnce } from "./live/leave.ts";
import { takeOver } from "./live/take-over.tsx";
import type { SendState } from "./send/state.ts";

/*
 * The script of the rate page and the receipt page. The fields of the form hold the answers, with and
 * without it; it adds what a plain form cannot do. It keeps nothing on the device unless it is told
 * to, and what came in the address's fragment is removed from the address.
 */
leaveAtOnce();
followLinksWithin();
const state = document.getElementById("state");
const form = document.getElementById(formId);
if (state?.textContent && form instanceof HTMLFormElement) {
  takeOver(form, JSON.parse(state.textContent) as SendState);
}
takeReceiptFromFragment();
document.documentElement.dataset["ready"] = "";
