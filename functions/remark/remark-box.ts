/**
 * Taking, giving back and withdrawing what a respondent wrote. That there is a ballot under the receipt is seen
 * here, with the receipt at hand; nothing that is stored says so.
 */
import type { RemarkBack, RemarksBack } from "../../domain/remark/remarks-back.ts";
import { type PublishedConsultation, refusalAt } from "../../domain/consultation/life.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Receipt } from "../../domain/ballot/receipt.ts";
import { PLACES, type Placed, replaced, SUGGESTION_PLACE } from "../../domain/remark/place.ts";
import type { Remarks, StoredRemark } from "../../domain/remark/remark.ts";
import { readBack, withdrawBallot } from "../ballot/ballot-box.ts";
import { remarkIdOf } from "../secrets.ts";
import type { Services } from "../services.ts";
import { type OwnRemark, putRemarks, readRemarks, remarkOf } from "../store/own-remarks.ts";
import { outcomeOf } from "../store/pool-change.ts";
import { today } from "../today.ts";

/** How often a write is tried again when something else keeps coming between. */
const TRIES = 8;

type Box = Pick<Services, "db" | "secret" | "now">;

/** What stands in each place of a receipt. */
type Own = ReadonlyMap<string, OwnRemark>;

/**
 * Puts what somebody wrote in the place of everything that they wrote before, or says why not. Nothing is
 * taken while no answers are; what is there already is, so that sending twice is harmless.
 */
export async function saveRemarks(
  box: Box,
  published: PublishedConsultation,
  receipt: Receipt,
  remarks: Remarks,
): Promise<Problem | undefined> {
  const { definition } = published;
  if (definition.reasons !== true) return { problem: "remarks-not-asked" };
  const ballot = await readBack(box, published, receipt);
  if ("problem" in ballot) return withoutBallot(ballot);
  const author = {
    panel: ballot.panel,
    languages: definition.languages,
    idOf: (place: string) => remarkIdOf(definition.id, receipt, place),
  };
  const refusal = refusalAt(published, box.now());
  const saved = await change(box, definition.id, receipt, (own) => {
    const after = replaced(placedIn(own), remarks, author);
    return refusal === undefined || isSame(own, after) ? after : { problem: refusal };
  });
  if (saved !== undefined) return saved;
  // The ballot may have been withdrawn meanwhile, and everything with it.
  const still = await readBack(box, published, receipt);
  if (!("problem" in still)) return undefined;
  await withdrawRemarks(box, published, receipt);
  return withoutBallot(still);
}

const withoutBallot = (refused: Problem): Problem =>
  refused.problem === "ballot-unknown" ? { problem: "remarks-without-ballot" } : refused;

/** What is stored under a receipt, and what became of each; straight from the database. */
export async function remarksBack(
  box: Box,
  published: PublishedConsultation,
  receipt: Receipt,
): Promise<RemarksBack | Problem> {
  const { definition } = published;
  if (definition.reasons !== true) return { problem: "remarks-not-asked" };
  const own = await readOwn(box, definition.id, receipt);
  const back: Record<string, RemarkBack> = {};
  let suggestion: RemarkBack | undefined;
  for (const [place, one] of own) {
    const remark = remarkOf(one);
    if (remark === undefined) continue;
    const { text, publish, code } = remark;
    const outcome =
      one.pooled === undefined
        ? { state: "waiting" as const }
        : await outcomeOf(box.db, definition.id, one.pooled);
    if (place === SUGGESTION_PLACE) suggestion = { text, publish, ...outcome };
    else back[code] = { text, publish, ...outcome };
  }
  if (Object.keys(back).length === 0 && suggestion === undefined) {
    // Of a receipt that was mistyped nothing must seem to have gone.
    const ballot = await readBack(box, published, receipt);
    if ("problem" in ballot) return ballot;
  }
  return { reasons: back, ...(suggestion !== undefined && { suggestion }) };
}

/** The same for a form that is filled with it; `undefined` where nothing is asked. */
export async function storedRemarks(
  box: Box,
  published: PublishedConsultation,
  receipt: Receipt,
): Promise<RemarksBack | undefined> {
  if (published.definition.reasons !== true) return undefined;
  const back = await remarksBack(box, published, receipt);
  return "problem" in back ? undefined : back;
}

/**
 * Withdraws what somebody wrote, or of it one: a reason by its code, the suggestion by an empty one. It is gone
 * from the tables, whatever had become of it. Withdrawing twice is withdrawing once.
 */
export async function withdrawRemarks(
  box: Box,
  { definition }: PublishedConsultation,
  receipt: Receipt,
  code?: string,
): Promise<Problem | undefined> {
  return change(
    box,
    definition.id,
    receipt,
    (own) =>
      new Map(
        [...placedIn(own)].map(([place, remark]) => [
          place,
          code === undefined || remark?.code === code ? undefined : remark,
        ]),
      ),
  );
}

/** Withdraws a ballot, and what was written beside it. Begun and not finished, it is finished when asked again. */
export async function withdrawAll(
  box: Box,
  published: PublishedConsultation,
  receipt: Receipt,
): Promise<Problem | undefined> {
  const refusal = await withdrawBallot(box, published, receipt);
  if (refusal !== undefined || published.definition.reasons !== true) return refusal;
  return withdrawRemarks(box, published, receipt);
}

async function change(
  box: Box,
  consultation: string,
  receipt: Receipt,
  decide: (own: Own) => Placed | Problem,
): Promise<Problem | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const own = await readOwn(box, consultation, receipt);
    const after = decide(own);
    if (!(after instanceof Map)) return after as Problem;
    if (isSame(own, after)) return undefined;
    const places = [...own].map(([place, before]) => ({ before, after: after.get(place) }));
    if (await putRemarks(box.db, consultation, today(box), places)) return undefined;
  }
  return { problem: "busy" };
}

async function readOwn({ db }: Box, consultation: string, receipt: Receipt): Promise<Own> {
  const ids = PLACES.map((place) => remarkIdOf(consultation, receipt, place));
  const read = await readRemarks(db, consultation, ids);
  return new Map(PLACES.map((place, at) => [place, read[at]!]));
}

const placedIn = (own: Own): Placed =>
  new Map(
    [...own].map(([place, one]): [string, StoredRemark | undefined] => [place, remarkOf(one)]),
  );

const isSame = (own: Own, after: Placed): boolean =>
  [...own].every(([place, one]) => remarkOf(one) === after.get(place));
