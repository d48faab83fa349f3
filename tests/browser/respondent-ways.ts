import { API, apiPath } from "../../domain/api.ts";
import { goodBallot, newReceipt } from "../support/client.ts";
import { RATE_PAGE, type Site, type Visitor } from "./visitor.ts";

/** Where a receipt is used. */
export const RECEIPT_PAGE = `${RATE_PAGE}/receipt`;

/** Answers by a program, from elsewhere. */
async function elsewhere(
  { server }: Site,
  { rate }: Pick<Visitor, "rate">,
  receipt: string,
  method: "PUT" | "DELETE",
  ballot?: unknown,
): Promise<void> {
  const answer = await fetch(`${server.url}${apiPath(API.putBallot, rate.replace("/c/", ""))}`, {
    method,
    headers: { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" },
    ...(ballot !== undefined && { body: JSON.stringify(ballot) }),
  });
  if (!answer.ok) throw new Error(`${method}: ${await answer.text()}`);
}

/** Somebody who has answered from elsewhere: the receipt. */
export async function somebodyElse(site: Site, at: Pick<Visitor, "rate">): Promise<string> {
  const receipt = newReceipt();
  await elsewhere(site, at, receipt, "PUT", goodBallot());
  return receipt;
}

/** Types a receipt and presses one of the two buttons. */
export async function useReceipt(visitor: Visitor, receipt: string, what: "open" | "withdraw") {
  const texts = visitor.text.rate.receipt;
  await visitor.go(`${visitor.rate}/receipt`);
  await visitor.page.getByLabel(texts.label, { exact: true }).fill(receipt);
  await visitor.button(texts[what]).click();
  if (what !== "open") return;
  await visitor.button(visitor.text.rate.form.review).waitFor();
  await visitor.page.waitForLoadState("domcontentloaded");
}

/** Opens the rate page. */
export const arrive = (visitor: Visitor) => visitor.go(visitor.rate);

/** Goes on to the review with one answer. */
export async function toReview(visitor: Visitor): Promise<void> {
  await arrive(visitor);
  await visitor.choice("K3", 4).check();
  await visitor.check();
  await visitor.arrived(visitor.text.rate.form.reviewHeading);
}

/** Sends one answer. */
export async function toSaved(visitor: Visitor): Promise<void> {
  await toReview(visitor);
  await visitor.send();
  await visitor.savedReceipt();
}

/** Opens stored answers; then that happens to them on another device, and they are sent. */
export const afterwards = (happens: typeof withdrawn) => async (visitor: Visitor, site: Site) => {
  const receipt = await somebodyElse(site, visitor);
  await useReceipt(visitor, receipt, "open");
  await visitor.choice("W2", 1).check();
  await happens(site, visitor, receipt);
  await visitor.send();
  await visitor.refusal();
};

/** Other answers are sent under that receipt. */
export const changed = (site: Site, at: Pick<Visitor, "rate">, receipt: string) =>
  elsewhere(site, at, receipt, "PUT", goodBallot({ revision: 2, ratings: { W1: 1, W2: 5 } }));

/** The answers are withdrawn. */
export const withdrawn = (site: Site, at: Pick<Visitor, "rate">, receipt: string) =>
  elsewhere(site, at, receipt, "DELETE");
