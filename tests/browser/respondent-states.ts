import { AT_RISK } from "../support/at-risk.ts";
import { CLOSED } from "./more-consultations.ts";
import {
  afterwards,
  arrive,
  changed,
  somebodyElse,
  toReview,
  toSaved,
  useReceipt,
  withdrawn,
} from "./respondent-ways.ts";
import type { Site, Visitor } from "./visitor.ts";

/*
 * Everything that a respondent may come to see, with the way there. What happens elsewhere meanwhile
 * (another device, a server that is away) really happens.
 */

/** One state of one page. */
export interface State {
  name: string;
  /** Whether it is looked at with all the recommendations of the report; else with a few of them. */
  whole?: true;
  /** In which of the two ways there is this state; both, where nothing is said. */
  script?: boolean;
  reach(visitor: Visitor, site: Site): Promise<unknown>;
}

/** All of them. */
export const STATES: State[] = [
  { name: "first visit", whole: true, reach: arrive },
  {
    name: "invitation open",
    reach: async (visitor) => {
      await arrive(visitor);
      await visitor.page.getByText(visitor.text.rate.answers.invitationSummary).click();
    },
  },
  {
    name: "draft kept",
    script: true,
    reach: async (visitor) => {
      await arrive(visitor);
      await visitor.page.getByLabel(visitor.text.rate.answers.draftKeep).check();
    },
  },
  {
    name: "measures open, an answer given",
    whole: true,
    reach: async (visitor) => {
      await arrive(visitor);
      await visitor.choice("W1", 5).check();
      const all = visitor.page.locator(".measures summary");
      for (const place of [0, 7, 17]) await all.nth(place).click();
    },
  },
  {
    name: "refused, with the fault beside the card",
    reach: async (visitor) => {
      await arrive(visitor);
      await visitor.check();
      await visitor.refusal();
      await visitor.page.locator(".card .field-fault").waitFor();
    },
  },
  {
    name: "three chosen to do first",
    script: true,
    reach: async (visitor) => {
      await arrive(visitor);
      for (const code of ["W1", "K2", "K14"]) await visitor.first(code).check();
      await visitor.page.getByText(visitor.text.rate.answers.firstFull).waitFor();
    },
  },
  { name: "review with much left out", whole: true, reach: toReview },
  {
    name: "review after quick answering",
    // Of all of them it is quick for eighteen seconds.
    whole: true,
    reach: async (visitor) => {
      await arrive(visitor);
      // At once, as no hand could, and on in the same moment.
      await visitor.page.locator("form#ballot").evaluate((form) => {
        for (const card of form.querySelectorAll(".card")) card.querySelector("input")?.click();
        form.querySelector<HTMLElement>("[value=review]")?.click();
      });
      await visitor.page.getByText(visitor.text.rate.form.quick).waitFor();
    },
  },
  {
    name: "waiting to send again",
    script: true,
    reach: async (visitor) => {
      await toReview(visitor);
      await visitor.page.context().setOffline(true);
      await visitor.send();
      await visitor.button(visitor.text.rate.form.tryNow).waitFor();
    },
  },
  { name: "changed elsewhere meanwhile", reach: afterwards(changed) },
  { name: "withdrawn elsewhere meanwhile", reach: afterwards(withdrawn) },
  { name: "saved", reach: toSaved },
  {
    name: "back from saved to the answers",
    reach: async (visitor) => {
      await toSaved(visitor);
      await visitor.button(visitor.text.rate.saved.change).click();
      await visitor.button(visitor.text.rate.form.review).waitFor();
    },
  },
  {
    name: "receipt: to enter",
    script: true,
    reach: (visitor) => visitor.go(`${visitor.rate}/receipt`),
  },
  {
    name: "receipt: refused",
    script: false,
    reach: async (visitor) => {
      await visitor.go(`${visitor.rate}/receipt`);
      const { label, open } = visitor.text.rate.receipt;
      await visitor.page.getByLabel(label, { exact: true }).fill("7K2M-9QXD");
      await visitor.button(open).click();
      await visitor.refusal();
    },
  },
  {
    name: "receipt: withdraw?",
    script: false,
    reach: async (visitor, site) => {
      await useReceipt(visitor, await somebodyElse(site, visitor), "withdraw");
      await visitor.arrived(visitor.text.rate.receipt.confirmTitle);
    },
  },
  {
    name: "receipt: withdrawn",
    script: false,
    reach: async (visitor, site) => {
      await useReceipt(visitor, await somebodyElse(site, visitor), "withdraw");
      await visitor.button(visitor.text.rate.receipt.confirm).click();
      await visitor.arrived(visitor.text.rate.receipt.withdrawnTitle);
    },
  },
  { name: "at risk", script: true, reach: (visitor) => visitor.go(`/c/${AT_RISK.id}`) },
  { name: "closed", script: false, reach: (visitor) => visitor.go(`/c/${CLOSED.id}`) },
  {
    name: "paper form",
    whole: true,
    script: false,
    reach: (visitor) => visitor.go(`${visitor.rate}/paper`),
  },
  { name: "list of consultations", script: false, reach: (visitor) => visitor.go("/") },
  { name: "nothing there", script: false, reach: (visitor) => visitor.go("/nowhere") },
  { name: "statement", script: false, reach: (visitor) => visitor.go("/accessibility") },
  { name: "methods", script: false, reach: (visitor) => visitor.go("/methods") },
];
