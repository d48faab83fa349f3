import type { ReadBack } from "../../domain/api.ts";
import type { RemarksBack } from "../../domain/remark/remarks-back.ts";
import { shuffledOrder } from "../../domain/ballot/order.ts";
import { drawReceipt, RECEIPT_LENGTH, type Receipt } from "../../domain/ballot/receipt.ts";
import type { Language } from "../../domain/language.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { type Draft, draftOf, EMPTY_DRAFT, isQuick } from "../../web/rate/answers/draft.ts";
import { isOrderOf } from "../../web/rate/answers/form.ts";
import type { SentForm } from "../../web/rate/answers/sent-form.ts";
import { localizeConsultation } from "../../web/respondent/localize.ts";
import type { RateView, Stage } from "../../web/rate/answers/view.ts";
import type { Known } from "../memory/consultations.ts";
import { drawBelow } from "./draw-below.ts";
import { pageTime, readPageTime } from "./page-time.ts";
import type { Services } from "../services.ts";

type Chance = Pick<Services, "random" | "now" | "secret">;

/**
 * The rate page of somebody who comes for the first time: own order, the link's channel. It has no receipt:
 * a browser draws its own, and without a script it is drawn when the answers first come in. So the page may be
 * kept by the browser for the way back.
 */
export const newView = (
  chance: Chance,
  known: Known,
  language: Language,
  channel = "",
): RateView => ({
  ...base(chance, known, language),
  receipt: "",
  receiptIsNew: true,
  order: newOrder(chance, known),
  revision: 1,
  draft: { ...EMPTY_DRAFT, channel },
  opened: pageTime(chance, known.definition.id),
});

/** The rate page of somebody who came back with a receipt: as stored, ready for the next revision. */
export const returningView = (
  chance: Chance,
  known: Known,
  language: Language,
  receipt: Receipt,
  stored: ReadBack,
  remarks: RemarksBack | undefined,
): RateView => ({
  ...base(chance, known, language),
  receipt,
  receiptIsNew: false,
  order: isOrderOf(known.plan.codes, stored.positions) ? stored.positions : newOrder(chance, known),
  revision: stored.revision + 1,
  panel: stored.panel,
  draft: { ...draftOf(stored), ...(remarks && writtenIn(remarks)) },
  opened: pageTime(chance, known.definition.id),
});

/** What somebody wrote, as the form holds it. */
const writtenIn = ({ reasons, suggestion }: RemarksBack): Pick<Draft, "texts" | "wrote"> => ({
  texts: Object.fromEntries(
    Object.entries({ ...reasons, ...(suggestion && { "": suggestion }) }).map(
      ([code, { text, publish }]) => [code, { text, publish }],
    ),
  ),
  wrote: true,
});

/** The rate page again, with everything that was filled in, and what was wrong with it. */
export const filledView = (
  chance: Chance,
  known: Known,
  language: Language,
  filled: SentForm,
  more: Pick<RateView, "problem" | "stored"> & { stage?: Stage } = {},
): RateView => ({
  ...base(chance, known, language),
  receipt: filled.receipt,
  receiptIsNew: false,
  order: isOrderOf(known.plan.codes, filled.order) ? filled.order : newOrder(chance, known),
  // After a conflict the form as it stands would replace what is stored; sending again does that.
  revision: more.problem?.revision === undefined ? filled.revision : more.problem.revision + 1,
  panel: filled.panel,
  draft: filled.draft,
  opened: filled.opened,
  quick: isQuick(
    Object.keys(filled.draft.ratings).length,
    chance.now().getTime() - (readPageTime(chance, known.definition.id, filled.opened) ?? 0),
  ),
  ...more,
});

const base = ({ now }: Chance, { definition }: Known, language: Language) => ({
  now: now().getTime(),
  consultation: localizeConsultation(definition, { language, text: catalogueFor(language) }),
  language,
  stage: "answers" as const,
  quick: false,
});

export const newReceipt = ({ random }: Pick<Services, "random">): Receipt =>
  drawReceipt(random(RECEIPT_LENGTH));

const newOrder = ({ random }: Chance, { definition }: Known): string[] =>
  shuffledOrder(definition, (count) => drawBelow(random, count));
