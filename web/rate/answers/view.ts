import type { ReadBack } from "../../../domain/api.ts";
import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { Language } from "../../../domain/language.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Draft } from "./draft.ts";
import type { FlatConsultation } from "../../respondent/localize.ts";

/** Where a respondent is: answering, or looking everything through before sending. */
export type Stage = "answers" | "review";

/** Everything that the rate page shows; plain JSON. */
export interface RateView {
  consultation: FlatConsultation;
  language: Language;
  stage: Stage;
  /** Drawn by the server for the form without JavaScript, when answers first come in; "" before. */
  receipt: string;
  /** There is none yet: a browser draws its own. */
  receiptIsNew: boolean;
  /** The codes in the order displayed: shuffled within each addressee. */
  order: string[];
  /** The revision to send: 1, or one more than what is stored. */
  revision: number;
  panel?: Panel | undefined;
  draft: Draft;
  /** When the form was first drawn, signed; only ever compared with when it comes back (functions/ballot/page-time.ts). */
  opened: string;
  /** When the page is drawn, in ms since 1970. */
  now: number;
  /** Answered faster than the recommendations can be read. */
  quick: boolean;
  problem?: Problem | undefined;
  /** After a conflict: what is stored. */
  stored?: ReadBack | undefined;
}
