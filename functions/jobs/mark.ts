/**
 * The mark: how far the database had come, written down outside it, so that a database that is gone, emptied or older
 * is no new beginning. Always written after the database, so an honest start never finds more in it than there is.
 * Nothing in it is more than the register of releases and the tally say.
 */
import * as z from "zod/mini";
import { type Files, MissingOrDenied } from "../files/files.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import type { Database } from "../store/database.ts";
import { loadInstallation } from "../store/installation.ts";
import { newestRegistered, registeredAs } from "../store/releases.ts";
import { loadTally } from "../store/tallies.ts";

export const MARK_FILE = "marks/installation.json";

const whole = z.int().check(z.nonnegative());

/** How far one consultation had come. */
const reached = z.object({
  /** The newest release, 0 before the first, and its hash. */
  release: whole,
  hash: z.nullable(z.string()),
  /** How often its tally was saved: unlike the number of ballots, which falls with each withdrawal, this only grows. */
  revision: whole,
  ballots: z.int(),
});
export type Reached = z.infer<typeof reached>;

const form = z.object({
  form: z.literal(1),
  installation: z.string(),
  consultations: z.record(z.string(), reached),
});
export type Mark = z.infer<typeof form>;

/** Less is there than was written down. Its message says what, line by line. */
export class LossNoticed extends Error {
  override readonly name = "LossNoticed";
  readonly lacking: readonly string[];

  constructor(lacking: readonly string[], message = lacking.join("; ")) {
    super(message);
    this.lacking = lacking;
  }
}

/** The mark; `undefined` where there is none. One that is damaged is none, and the operators are told. */
export async function readMark({
  files,
  log,
}: Pick<Services, "files" | "log">): Promise<Mark | undefined> {
  const bytes = await files.read(MARK_FILE).catch((failure: unknown) => {
    if (failure instanceof MissingOrDenied) return undefined;
    throw failure;
  });
  if (bytes === undefined) return undefined;
  try {
    return form.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    log({ level: "error", event: "mark-damaged", name: MARK_FILE });
    return undefined;
  }
}

export const writeMark = (files: Files, mark: Mark, name = MARK_FILE): Promise<void> =>
  files.write(name, new TextEncoder().encode(`${JSON.stringify(mark)}\n`), "application/json");

/** Names one mark: whoever accepts a loss says which. */
export const markCode = (mark: Mark): string => sha256(JSON.stringify(mark)).slice(0, 10);

/** How far a consultation has come in the database. */
export async function reachedIn(db: Database, id: string): Promise<Reached> {
  const newest = await newestRegistered(db, id);
  const stored = await loadTally(db, id);
  const { public: some, expert } = stored?.tally.cells ?? {};
  return {
    release: newest?.number ?? 0,
    hash: newest?.hash ?? null,
    revision: stored?.revision ?? 0,
    ballots: (some?.ballots ?? 0) + (expert?.ballots ?? 0),
  };
}

/** What of a consultation was there and is not; empty when nothing is missing. */
export async function lackingOf(
  db: Database,
  id: string,
  { consultations }: Mark,
  there?: Reached,
): Promise<string[]> {
  const before = consultations[id];
  if (before === undefined) return [];
  const now = there ?? (await reachedIn(db, id));
  const lacking: string[] = [];
  if (now.revision < before.revision) {
    lacking.push(`${id}: ${before.ballots} ballots were counted, now ${now.ballots}`);
  }
  if (now.release < before.release) {
    lacking.push(
      `${id}: release ${before.release} was made, and the newest is now ${now.release || "none"}`,
    );
  } else if (before.hash !== null) {
    const same = now.release === before.release ? now : await registeredAs(db, id, before.release);
    if (same?.hash !== before.hash) lacking.push(`${id}: release ${before.release} is another one`);
  }
  return lacking;
}

/** The same of the whole database. */
export async function lackingIn(db: Database, mark: Mark): Promise<string[]> {
  const { id } = await loadInstallation(db);
  const lacking = await Promise.all(
    Object.keys(mark.consultations).map((one) => lackingOf(db, one, mark)),
  );
  const first =
    id === mark.installation
      ? []
      : [`the database is ${id === undefined ? "a new one" : "another installation’s"}`];
  return [...first, ...lacking.flat()];
}
