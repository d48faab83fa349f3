import { drawReceipt, RECEIPT_LENGTH, type Receipt } from "../../../domain/ballot/receipt.ts";

/** A receipt drawn in the browser: the server never sees it before the ballot. */
export const newReceipt = (): Receipt =>
  drawReceipt(crypto.getRandomValues(new Uint8Array(RECEIPT_LENGTH)));
