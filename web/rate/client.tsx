import { hydrate } from "preact";
import { drawReceipt, RECEIPT_LENGTH } from "../../domain/receipt.ts";
import { takeReceiptFromFragment } from "../receipt/take-from-fragment.ts";
import { readForm } from "./form.ts";
import { formId } from "./language-buttons.tsx";
import { takeInvitationFromFragment } from "./take-from-fragment.ts";
import { RateApp } from "./rate-app.tsx";
import type { RateState } from "./view.ts";
import { withWording } from "./wording.ts";

/*
 * The script of the rate page and the receipt page. It keeps nothing on the device: no storage, no
 * cookie, and what came in the address's fragment is removed from the address.
 */
const state = document.getElementById("state");
const root = document.getElementById("rate");
const form = document.getElementById(formId);

if (state?.textContent && root !== null && form instanceof HTMLFormElement) {
  takeOver(JSON.parse(state.textContent) as RateState, root, form);
}
takeReceiptFromFragment();

function takeOver(sent: RateState, root: HTMLElement, form: HTMLFormElement): void {
  takeInvitationFromFragment();
  // Answers may have been given before this script arrived, so the form is read, not the state.
  const filled = readForm([...new FormData(form)] as [string, string][]);
  if (sent.receiptIsNew) {
    // A receipt that the server never saw before the ballot; a redrawn page keeps the one it has.
    filled.receipt = drawReceipt(crypto.getRandomValues(new Uint8Array(RECEIPT_LENGTH)));
  }
  hydrate(<RateApp state={withWording(sent, document)} filled={filled} />, root);
  document.querySelector<HTMLElement>("#rate-intro [role=alert]")?.focus();
}
