/** Whether this program may work on what is stored: not where a newer one wrote what it cannot read. */
import * as z from "zod/mini";
import type { Services } from "../services.ts";
import { type Database, hasNoTable } from "../store/database.ts";
import { fixInstallation, loadInstallation } from "../store/installation.ts";
import { type Kind, KINDS } from "../store/kinds.ts";

/** Which forms were written by the newest program that has served this installation, by kind, and since when. */
const formsRecord = z.object({ since: z.string(), writes: z.record(z.string(), z.int()) });
type FormsRecord = z.infer<typeof formsRecord>;

/** A newer program has worked on this, and this one could not read what it wrote. Nothing was changed. */
export class NewerData extends Error {
  override readonly name = "NewerData";
}

const ALL = Object.keys(KINDS) as Kind[];

/** What is recorded; `undefined` where no program has recorded anything, or what stands there is no record. */
async function recordedForms(db: Database): Promise<FormsRecord | undefined> {
  const { forms } = await loadInstallation(db);
  return read(forms);
}

function read(text: string | undefined): FormsRecord | undefined {
  try {
    return text === undefined ? undefined : formsRecord.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Throws `NewerData`, one line, where the record names a form that this program does not read. A kind that it does not
 * know at all it passes over: it never touches such items.
 */
export async function refuseNewerData(db: Database): Promise<void> {
  const record = await recordedForms(db).catch((failure: unknown) => {
    if (hasNoTable(failure)) return undefined;
    throw failure;
  });
  const newer = ALL.filter((kind) => (record?.writes[kind] ?? 1) > KINDS[kind].reads);
  if (newer.length === 0) return;
  const all = newer.map(
    (kind) =>
      `${kind} has form ${record?.writes[kind]}, and this program reads none above ${KINDS[kind].reads}`,
  );
  throw new NewerData(
    `a newer version of Kenes works on this installation: ${all.join("; ")}. Nothing was changed: run that version, or a newer one`,
  );
}

/** The same; then records what this program writes, where that is more than was recorded. For what serves. */
export async function recordForms({ db, now }: Pick<Services, "db" | "now">): Promise<void> {
  await refuseNewerData(db);
  for (;;) {
    const { forms: text } = await loadInstallation(db);
    const { writes = {} } = read(text) ?? {};
    if (ALL.every((kind) => KINDS[kind].writes <= (writes[kind] ?? 0))) return;
    const more = ALL.map((kind) => [kind, Math.max(KINDS[kind].writes, writes[kind] ?? 0)]);
    const record: FormsRecord = {
      since: now().toISOString(),
      writes: { ...writes, ...Object.fromEntries(more) },
    };
    const value = JSON.stringify(record);
    if ((await fixInstallation(db, "forms", value, text ?? value)) === value) return;
  }
}

/** How long a program that was replaced may go on: the longest run of a function, and some minutes for the exchange. */
const OLD_PROGRAM_MS = 20 * 60_000;

/**
 * Why stored items may not be brought into today's forms yet; `undefined` where they may: this version serves the
 * installation, and no older one can be running beside it any more. `alone`: there is one server and it is replaced at
 * once, as on one machine.
 */
export async function notYetMigrated(
  { db, now }: Pick<Services, "db" | "now">,
  alone: boolean,
): Promise<string | undefined> {
  const record = await recordedForms(db);
  if (record === undefined || ALL.some((kind) => record.writes[kind] !== KINDS[kind].writes)) {
    return "this version does not serve the installation yet: deploy it, or restart the server with it, and open a page";
  }
  const from = Date.parse(record.since) + OLD_PROGRAM_MS;
  if (alone || now().getTime() >= from) return undefined;
  return `the version before may still be running: try again after ${new Date(from).toISOString()}`;
}
