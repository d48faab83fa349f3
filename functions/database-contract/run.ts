import { setTimeout as wait } from "node:timers/promises";
import { makeTables } from "../store/make-tables.ts";
import { type TableName, TABLES, type TableShape } from "../store/table.ts";
import type { Bench, Check } from "./check.ts";
import { Came, NotTried } from "./check.ts";

/** What came of one check. */
export interface Verdict {
  name: string;
  need: string;
  optional: boolean;
  verdict: "holds" | "fails" | "not tried";
  /** What came instead, or why it was not tried. */
  why?: string;
}

/** How long one check may take, in ms: whoever hangs does not hold. */
const WITHIN = 120_000;

/** Whether items expire is a check of its own: whoever lacks that is asked for all else. */
const WITHOUT_EXPIRY: Record<TableName, TableShape> = {
  ...TABLES,
  ephemeral: { ...TABLES.ephemeral, expiry: undefined as never },
};

/** The tables themselves: without them nothing else can be tried. */
const MAKING: Check = {
  name: "tables-are-made",
  need: "each start makes the tables that are missing, and leaves the others as they are",
  async run({ db }) {
    await makeTables(db.client, db.tables, WITHOUT_EXPIRY);
    await makeTables(db.client, db.tables, WITHOUT_EXPIRY);
  },
};

/** Makes the tables and tries everything, one after the other; tells each as it comes. Stops where it is told to. */
export async function tryAll(
  bench: Bench,
  checks: readonly Check[],
  tell: (verdict: Verdict) => void,
  stop: AbortSignal,
  within = WITHIN,
): Promise<Verdict[]> {
  const all: Verdict[] = [];
  for (const check of [MAKING, ...checks]) {
    const isLost = all[0] !== undefined && all[0].verdict !== "holds";
    const why = isLost ? "there are no tables to try it in" : stop.aborted ? "stopped" : undefined;
    const verdict =
      why === undefined ? await tryOne(check, bench, stop, within) : notTried(check, why);
    all.push(verdict);
    tell(verdict);
  }
  return all;
}

async function tryOne(
  check: Check,
  bench: Bench,
  stop: AbortSignal,
  within: number,
): Promise<Verdict> {
  const over = new AbortController();
  const limit = bench.patient ? within + PATIENT : within;
  const late = wait(limit, undefined, { signal: AbortSignal.any([over.signal, stop]) }).then(() => {
    throw new Came(`no answer within ${limit / 1_000} s`);
  });
  try {
    await Promise.race([check.run(bench), late]);
    return { ...told(check), verdict: "holds" };
  } catch (failure) {
    if (stop.aborted) return notTried(check, "stopped");
    if (failure instanceof NotTried) return notTried(check, failure.message);
    return { ...told(check), verdict: "fails", why: whatCame(failure) };
  } finally {
    over.abort();
    await late.catch(() => {});
  }
}

/** A shard iterator lives for a quarter of an hour. */
const PATIENT = 20 * 60_000;

const told = ({ name, need, optional }: Check) => ({ name, need, optional: optional === true });

const notTried = (check: Check, why: string): Verdict => ({
  ...told(check),
  verdict: "not tried",
  why,
});

/** In one line. What a server says of a signature it refuses quotes what was signed, so of that only the name. */
function whatCame(failure: unknown): string {
  if (failure instanceof Came) return failure.message;
  const { name, message } = failure instanceof Error ? failure : new Error(String(failure));
  const isOfKeys = /Signature|Client|Token|Credential/.test(name);
  const line = message.replaceAll(/\s+/g, " ").trim().slice(0, 160);
  return isOfKeys || line === "" ? name : `${name}: ${line}`;
}

/** Whether all that is needed holds. */
export const holdsEnough = (all: readonly Verdict[]): boolean =>
  all.every(({ optional, verdict }) => optional || verdict === "holds");
