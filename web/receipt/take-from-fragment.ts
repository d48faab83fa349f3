/**
 * Takes a receipt from an address like `/c/x/receipt#RECEIPT` into the field for it, and removes it
 * from the address, so that it does not stay in the history. What it holds the server alone reads.
 */
export function takeReceiptFromFragment(): void {
  const input = document.getElementById("receipt");
  const receipt = location.hash.slice(1);
  if (!(input instanceof HTMLInputElement) || !/^[\w-]{20,}$/.test(receipt)) return;
  history.replaceState(null, "", location.pathname + location.search);
  input.value = receipt;
}
