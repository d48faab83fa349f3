/**
 * Migrations: what is stored in an earlier form is rewritten in today's, one item at a time, while Kenes runs. Nothing has to
 * be migrated for a release to work: every earlier form is read. It is for the release in which the reader of
 * an earlier form is given up, and must have ended on every installation before that one is put on it.
 */
import type { Services } from "../services.ts";
import { DamagedItem, type Item, keyOf } from "../store/damaged-item.ts";
import type { Database } from "../store/database.ts";
import { NewerForm } from "../store/form.ts";
import {
  itemNow,
  loadProgress,
  pieceAfter,
  type Progress,
  rewrite,
  saveProgress,
} from "../store/migrations.ts";
import { type Renewable, renewed } from "../store/renewed.ts";
import type { TableName } from "../store/table.ts";

/** Which items are brought into today's form. Idempotent: what is of that form already is passed over. */
export interface Migration {
  /** Under which its position is kept: never used for another. */
  name: string;
  about: string;
  table: TableName;
  kinds: readonly Renewable[];
}

/** In the order in which they are made. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: "languages-named",
    about: "definitions, drafts and teams name their languages",
    table: "main",
    kinds: ["consultation", "draft", "team"],
  },
];

/** What became of one run. */
export interface Migrated extends Pick<Progress, "rewritten" | "failed"> {
  /** True: all items were looked at. False: it was stopped, and the next run goes on from there. */
  ended: boolean;
}

interface How {
  /** Only counts what would be rewritten. */
  dryRun?: boolean;
  /** Asked before each item. */
  isStopped?: () => boolean;
  /** How many items are read at once. */
  piece?: number;
  onRead?: (items: number) => void;
}

/** How often an item is tried that others write at that moment. */
const TRIES = 8;

type World = Pick<Services, "db" | "now" | "log">;

/** Goes on with a migration from where it was stopped, or begins it. Killed at any moment, nothing is half done. */
export async function migrate(
  world: World,
  migration: Migration,
  { dryRun = false, isStopped = () => false, piece = 100, onRead = () => {} }: How = {},
): Promise<Migrated> {
  const { db, now, log } = world;
  const { name, table } = migration;
  const before = await loadProgress(db, name);
  const isNew = before === undefined || before.endedAt !== undefined || dryRun;
  let { after, rewritten, failed }: Progress = isNew ? { rewritten: 0, failed: 0 } : before;
  for (let read = 0; ;) {
    const { items, next } = await pieceAfter(db, table, after, piece);
    for (const item of items) {
      if (isStopped()) return { ended: false, rewritten, failed };
      try {
        if (await renewOne(db, migration, item, dryRun)) rewritten += 1;
      } catch (failure) {
        if (!(failure instanceof DamagedItem || failure instanceof NewerForm)) throw failure;
        failed += 1;
        log({ level: "error", event: "not-migrated", name, failure: failure.message });
      }
    }
    onRead((read += items.length));
    after = next;
    const endedAt = next === undefined ? now().toISOString() : undefined;
    if (!dryRun) await saveProgress(db, name, { after, rewritten, failed, endedAt });
    if (next !== undefined) continue;
    if (!dryRun) log({ level: "info", event: "migrated", name, items: rewritten, failed });
    return { ended: true, rewritten, failed };
  }
}

/** Rewrites an item where it is of an earlier form; says whether it was. What others change meanwhile is read again. */
async function renewOne(
  db: Database,
  { table, kinds }: Migration,
  first: Item,
  dryRun: boolean,
): Promise<boolean> {
  let item: Item | undefined = first;
  for (let attempt = 0; item !== undefined && attempt < TRIES; attempt++) {
    const after = renewed(item, kinds);
    if (after === undefined) return false;
    if (dryRun || (await rewrite(db, table, item, after))) return true;
    item = await itemNow(db, table, first);
  }
  if (item !== undefined) throw new Error(`others never stop writing ${keyOf(first)}`);
  return false;
}
