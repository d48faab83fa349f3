import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import kazakhstan from "../../consultations/kazakhstan-2019.json" with { type: "json" };
import type { Consultation } from "../../domain/consultation/definition.ts";
import { readConsultation } from "../../domain/consultation/read-definition.ts";
import { LOCAL_TABLES, localServices } from "../../functions/local/services.ts";
import type { LogLine, Services } from "../../functions/services.ts";
import { addConsultation } from "../../functions/store/consultations.ts";
import { makeTables } from "../../functions/store/make-tables.ts";
import { TABLES } from "../../functions/store/table.ts";
import { PATIENCE } from "./patience.ts";

/** The consultation that the project ships. */
export const KAZAKHSTAN = (() => {
  const read = readConsultation(kazakhstan);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.consultation as unknown as Kazakhstan;
})();

/** Its texts are there in all its languages. */
type Kazakhstan = Omit<Consultation, WithTexts> & Pick<typeof kazakhstan, WithTexts>;
type WithTexts =
  | "title"
  | "summary"
  | "organiser"
  | "source"
  | "addressees"
  | "recommendations"
  | "about";

/** Clocks of tests show what they like: nothing is taken away because of what the true one shows. */
const WITHOUT_EXPIRY = {
  ...TABLES,
  ephemeral: { ...TABLES.ephemeral, expiry: undefined },
};

/** A world with a fresh database of its own, and one consultation in it: that of Kazakhstan. */
export async function freshWorld(
  definition: Consultation = KAZAKHSTAN,
): Promise<Services & { logged: LogLine[] }> {
  const folder = await mkdtemp(join(tmpdir(), "kenes-test-"));
  // DynamoDB Local keeps a database for each access key.
  const accessKeyId = randomBytes(16).toString("hex");
  const connection = { endpoint: inject("databaseEndpoint"), accessKeyId };
  const assets = {
    style: "/assets/style.css",
    resultsStyle: "/assets/figures.css",
    readingStyle: "/assets/reading.css",
    paperStyle: "/assets/paper.css",
    consoleStyle: "/assets/console.css",
    invitingStyle: "/assets/inviting.css",
    ledgerStyle: "/assets/ledger.css",
    rateInline: {
      style: "/* style.css */",
      script: "/* rate.js */",
      allowed: { style: "'sha256-style'", script: "'sha256-script'" },
    },
    rateScript: "/assets/rate.js",
    workScript: "/assets/work.js",
    resultsScript: "/assets/results.js",
    shareScript: "/assets/share.js",
    organiseScript: "/assets/organise.js",
  };
  const logged: LogLine[] = [];
  const services = await localServices(folder, connection, assets);
  await makeTables(services.db.client, LOCAL_TABLES, WITHOUT_EXPIRY);
  await addConsultation(services.db, definition);
  // What the clock says is old is never served, however long the news takes to come.
  const newsBy = PATIENCE;
  return { ...services, newsBy, logged, log: (line) => logged.push(line) };
}
