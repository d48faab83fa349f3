import type { RemarkState, StoredRemark } from "../../domain/remark/remark.ts";
import type { Database } from "./database.ts";
import type { Write } from "./write.ts";

/**
 * What else changes when a remark comes into the pool or leaves it: made in the same transaction, or not at
 * all. One that is refused is asked for anew.
 */
export const poolChange = async (
  _db: Database,
  _consultation: string,
  _before: StoredRemark | undefined,
  _after: StoredRemark | undefined,
): Promise<Write[]> => [];

/** What became of the text of a remark in the pool. */
export const outcomeOf = async (
  _db: Database,
  _consultation: string,
  _remark: Pick<StoredRemark, "code" | "language" | "text">,
): Promise<RemarkState> => ({ state: "waiting" });

/** What else goes when the remarks of a consultation are deleted. */
export const purgeTexts = async (_db: Database, _consultation: string): Promise<void> => undefined;
