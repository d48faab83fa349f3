import { readReceipt } from "../../domain/ballot/receipt.ts";

/**
 * Takes a receipt from an address like `/c/x/receipt#RECEIPT` into the field for it, and removes it
 * from the address, so that it does not stay in the history.
 */
export function takeReceiptFromFragment(): void {
  const input = document.getElementById("receipt");
  if (!(input instanceof HTMLInputElement)) return;
  const receipt = readReceipt(decode(location.hash.slice(1)));
  if (receipt === undefined) return;
  history.replaceState(null, "", location.pathname + location.search);
  input.value = receipt;
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
