import type { Panel } from "../../domain/ballot.ts";
import type { Language } from "../../domain/language.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { Draft } from "./draft.ts";
import type { FlatConsultation } from "./localize.ts";

/** Everything that the rate page shows; plain JSON. */
export interface RateView {
  consultation: FlatConsultation;
  language: Language;
  /** Drawn by the server for the form without JavaScript. */
  receipt: string;
  /** The server drew the receipt for this very page, so a browser may still draw its own instead. */
  receiptIsNew: boolean;
  /** The codes in the order displayed: shuffled within each addressee. */
  order: string[];
  /** The revision to send: 1, or one more than what is stored. */
  revision: number;
  /** Arrived by receipt, so there is a stored ballot. */
  returning: boolean;
  panel?: Panel | undefined;
  draft: Draft;
  problem?: Problem | undefined;
}

/** The texts that the form needs, in one language. */
export interface RateTexts {
  form: Catalogue["rate"]["form"];
  saved: Catalogue["rate"]["saved"];
  problems: Catalogue["problems"];
  faults: Catalogue["common"]["faults"];
  scale: Catalogue["common"]["scale"];
  noOpinion: string;
  preferNotToSay: string;
}

/** A view with its texts: what the form is drawn from, on the server and in the browser. */
export interface RateState extends RateView {
  texts: RateTexts;
}

/** Adds the texts of the form to a view. */
export const rateState = (view: RateView, text: Catalogue): RateState => ({
  ...view,
  texts: rateTexts(text),
});

/** The texts of the form, out of a catalogue. */
export const rateTexts = (text: Catalogue): RateTexts => ({
  form: text.rate.form,
  saved: text.rate.saved,
  problems: text.problems,
  faults: text.common.faults,
  scale: text.common.scale,
  noOpinion: text.common.noOpinion,
  preferNotToSay: text.common.preferNotToSay,
});
