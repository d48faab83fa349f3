import type { Consultation } from "../../../domain/consultation/definition.ts";
import { pathOf } from "../../../domain/paths.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { createApp } from "../../../functions/app.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { responsePut } from "../../../functions/store/responses.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { answered } from "../../domain/ledger/cases.ts";
import { releasedWorld } from "./released-world.ts";

export const ID = KAZAKHSTAN.id;
export const ORIGIN = "https://consult.example.org";

/** A title that a spreadsheet would run. */
const FORMULA: Consultation = {
  ...KAZAKHSTAN,
  id: "formula",
  recommendations: KAZAKHSTAN.recommendations.map((one, place) =>
    place === 0 ? { ...one, title: { ...one.title, en: "=HYPERLINK(1)" } } : one,
  ),
};
const LATER: Consultation = { ...KAZAKHSTAN, id: "later" };

/**
 * Consultations with a release of 9 November 2026 (14:00 in Almaty), 212 days ago: that of Kazakhstan with two
 * answers, one at risk, one with a formula. `later` has none yet.
 */
export async function ledgerWorld() {
  const clock = { now: new Date("2027-06-09T12:00:00Z") };
  const world = { ...(await releasedWorld([AT_RISK, FORMULA])), now: () => clock.now };
  await addConsultation(world.db, LATER);
  const record = async (entry: ResponseEntry) => {
    if (!(await writeAll(world.db, [responsePut(world.db, ID, entry)]))) throw new Error("taken");
  };
  await record(answered(1, "K2", "2026-12-01", { addressee: "K", promised: "2027-02-01" }));
  await record(
    answered(2, "K3", "2027-01-01", {
      addressee: "K",
      by: "organiser",
      status: "rejected",
      source: { title: "@Official gazette" },
    }),
  );
  const app = createApp(world);
  const ask = (path: string, headers: Record<string, string> = {}) =>
    app.request(ORIGIN + path, { headers });
  return { world, clock, record, ask, page: async (path: string) => (await ask(path)).text() };
}

/** The address of a page of a ledger, in English. */
export const at = (path: string, id = ID, addressee = "K") =>
  pathOf(path, { id, addressee, lang: "en" });
