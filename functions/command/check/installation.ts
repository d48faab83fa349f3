/** What may be wrong with an installation as a whole. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { HOME } from "../../../domain/paths.ts";
import { lackingIn, readMark } from "../../jobs/mark.ts";
import { lastPass } from "../../store/counting.ts";
import { ballotStream } from "../../store/stream.ts";
import { TABLES, type TableName } from "../../store/table.ts";
import { roughSize } from "../../store/whole-table.ts";
import { exists } from "../exists.ts";
import type { Target } from "../target.ts";
import { type Finding, found } from "./finding.ts";

/** How long a page may take, in ms. */
const PATIENCE = 10_000;
/** Counting writes down once a minute that everything is counted; a longer silence is a sign, in ms. */
const LONGEST_SILENCE = 30 * 60_000;

/** The data folder: there, this user's, and closed to others. */
export const folderFinding = (folder: string): Promise<Finding> =>
  found({ check: "data folder" }, async () => {
    if (!(await exists(folder))) return { ok: false, said: `${folder} is not there` };
    const { uid, mode } = await stat(folder);
    const mine = process.getuid?.();
    const whose =
      mine === undefined || mine === uid ? "yours" : `of user ${uid}, and you are ${mine}`;
    // Rights are not told this way on Windows.
    const open = (await stat(join(folder, "secret"))).mode & 0o077;
    const isOpen = mine !== undefined && ((mode & 0o077) !== 0 || open !== 0);
    return {
      ok: !isOpen && whose === "yours",
      said: `${folder}, ${whose}${isOpen ? ", and others may read it or its secret" : ""}`,
    };
  });

/** Pages are answered at an address. */
export const pagesFinding = (url: string): Promise<Finding> =>
  found({ check: "pages" }, async () => {
    const signal = AbortSignal.timeout(PATIENCE);
    const { status } = await fetch(new URL(HOME, url), { signal }).catch((failure: Error) => {
      throw new Error(`${url} does not answer (${String(failure.cause ?? failure.message)})`);
    });
    return { ok: status === 200, said: `${url} answers ${status}` };
  });

/** The three tables are there, and the stream that counting reads. */
export const databaseFinding = ({ services: { db, streams } }: Target): Promise<Finding> =>
  found({ check: "database" }, async () => {
    for (const name of Object.keys(TABLES) as TableName[]) await roughSize(db, name);
    await ballotStream(db, streams);
    return { ok: true, said: `tables ${Object.values(db.tables).join(", ")}, with their stream` };
  });

/** The secret can be read. */
export const secretFinding = ({ secret }: Target): Promise<Finding> =>
  found({ check: "secret" }, async () => ({ ok: (await secret()).length > 0, said: "is there" }));

/** The database holds all that was written down outside it. */
export const markFinding = ({ services }: Target): Promise<Finding> =>
  found({ check: "mark" }, async () => {
    const mark = await readMark(services);
    if (mark === undefined) return { ok: true, said: "nothing is written down yet" };
    const lacking = await lackingIn(services.db, mark);
    return lacking.length === 0
      ? { ok: true, said: "the database holds all that was written down outside it" }
      : { ok: false, said: lacking.join("; ") };
  });

/** Ballots are being counted. */
export const countingFinding = ({ services: { db, now } }: Target): Promise<Finding> =>
  found({ check: "counting" }, async () => {
    const at = await lastPass(db);
    if (at === undefined) return { ok: true, said: "has not begun" };
    return {
      ok: now().getTime() - at.getTime() < LONGEST_SILENCE,
      said: `everything was counted at ${at.toISOString()}`,
    };
  });
