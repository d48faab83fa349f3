import { type Moderated, withoutWriter, withWriter } from "../../domain/remark/moderated.ts";
import type { RemarkState, StoredRemark } from "../../domain/remark/remark.ts";
import { readTextName, type Said } from "../../domain/remark/same-text.ts";
import { outcomeIn, UNJUDGED } from "../../domain/remark/verdict.ts";
import type { Database } from "./database.ts";
import { findText, nameOfText, type TextChange, textWrites } from "./texts.ts";
import type { Write } from "./write.ts";

/**
 * What else changes when a remark comes into the pool, changes in it or leaves it: made in the same
 * transaction, or not at all. Decided on the texts as they are now: where a condition of theirs does not hold,
 * this is to be asked again.
 */
export async function poolChange(
  db: Database,
  consultation: string,
  before: StoredRemark | undefined,
  after: StoredRemark | undefined,
): Promise<Write[]> {
  const changes = new Map<string, TextChange>();
  const change = async (
    remark: StoredRemark,
    to: (text: Moderated | undefined, hash: string) => Moderated | undefined,
  ) => {
    const name = nameOfText(consultation, remark);
    const stored = changes.get(name)?.before ?? (await findText(db, consultation, name));
    const now = changes.has(name) ? changes.get(name)!.after : stored;
    changes.set(name, { before: stored, after: to(now, readTextName(name)!.hash) });
  };
  if (before !== undefined) {
    await change(before, (text) => text && withoutWriter(text, before));
  }
  if (after !== undefined) {
    await change(after, (text, hash) => withWriter({ ...after, hash }, text, after));
  }
  const real = [...changes.values()].filter(
    ({ before: was, after: is }) => was !== undefined || is !== undefined,
  );
  return textWrites(db, consultation, real);
}

/** What became of a remark in the pool: what moderators said of its text. */
export const outcomeOf = async (
  db: Database,
  consultation: string,
  remark: Said,
): Promise<RemarkState> =>
  outcomeIn((await findText(db, consultation, nameOfText(consultation, remark))) ?? UNJUDGED);
