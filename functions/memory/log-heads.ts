import type { LogHead } from "../../domain/organiser/log.ts";
import { cachedFor } from "./cached.ts";
import type { Services } from "../services.ts";
import { newestEntry } from "../store/log.ts";

/** How long a head is served from memory, in ms: what organisers do is no news of a second. */
const KEEP_FOR = 10_000;

/**
 * The heads of the organisers' logs, which anybody may see; `undefined` before the first entry. Kept in
 * memory as the releases are, so that the results page needs the store no more than they do.
 */
export const logHeads = ({
  db,
  ...time
}: Pick<Services, "db" | "now" | "newsBy">): ((
  consultation: string,
) => Promise<LogHead | undefined>) =>
  cachedFor(
    async (consultation) => {
      const newest = await newestEntry(db, consultation);
      return newest && { count: newest.number, hash: newest.hash };
    },
    KEEP_FOR,
    time,
  );
