/**
 * One-time links to the files of an export, each under the hash of its token, in the table that no backup holds. Written
 * only where none is; used up by being deleted, whoever asks. The table forgets old ones late: who reads says what is over.
 */
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import { count, parsed } from "./item.ts";
import { exportLinkKey } from "./keys.ts";
import { putOneTime, takeOneTime } from "./one-time.ts";

/** What a link opens, and for whom. */
export interface ExportLink {
  consultation: string;
  /** The unguessable part of the export's files: no link outlives its export. */
  key: string;
  /** The piece, from 1 on; 0: all of them as one. */
  part: number;
  /** The hash of the session for which it was made. */
  session: string;
}

const form = z.object({
  consultation: z.string(),
  key: z.string(),
  part: count,
  session: z.string(),
  endsAt: z.number(),
});

/** Stores a link; it counts until `endsAt`, in ms. */
export async function putExportLink(
  db: Database,
  hash: string,
  { consultation, key, part, session }: ExportLink,
  endsAt: number,
): Promise<void> {
  const given = {
    consultation: { S: consultation },
    key: { S: key },
    part: { N: String(part) },
    session: { S: session },
  };
  await putOneTime(db, exportLinkKey(hash), given, endsAt);
}

/** Uses a link up, whatever becomes of the answer; `undefined` when it counts no more, or never did. */
export async function takeExportLink(
  db: Database,
  hash: string,
  now: number,
): Promise<ExportLink | undefined> {
  const item = await takeOneTime(db, exportLinkKey(hash));
  if (item === undefined) return undefined;
  const { endsAt, ...link } = parsed(item, form);
  return endsAt <= now ? undefined : link;
}
