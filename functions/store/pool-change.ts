import type { StoredRemark } from "../../domain/remark/remark.ts";
import type { Database } from "./database.ts";
import type { Write } from "./write.ts";

/**
 * What else changes when a remark comes into the pool, changes in it or leaves it: made in the same
 * transaction, or not at all.
 */
export const poolChange = (
  _db: Database,
  _consultation: string,
  _before: StoredRemark | undefined,
  _after: StoredRemark | undefined,
): Write[] => [];
