import { verifyLog } from "../../../domain/organiser/log.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import type { App } from "../../http/environment.ts";
import { answered } from "../../program/answered.ts";
import { keyed } from "../../program/keyed.ts";
import { sha256 } from "../../secrets.ts";
import type { Services } from "../../services.ts";
import { listEntries } from "../../store/log.ts";

/** Most entries of one answer: as many as the page shows. */
const MOST = 200;

/** What organisers and their programs did, for every key. */
export function logProgramRoutes(app: App, services: Services): void {
  keyed(app, services, PROGRAM_API.log, async ({ consultation }, { query }) => {
    const all = await listEntries(services.db, consultation);
    const after = Number(query.after ?? 0);
    const some = all.filter(({ number }) => number > after).slice(0, MOST);
    return answered(200, {
      entries: some.map(({ number, at, who, action, before, after: is }) => ({
        number,
        at,
        who,
        action,
        before,
        after: is,
      })),
      total: all.length,
      whole: verifyLog(consultation, all, sha256).whole,
    });
  });

  keyed(app, services, PROGRAM_API.logFile, async ({ consultation }) =>
    answered(200, { consultation, entries: await listEntries(services.db, consultation) }),
  );
}
