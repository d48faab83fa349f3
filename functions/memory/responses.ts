import type { ResponseEntry } from "../../domain/response/entry.ts";
import type { Services } from "../services.ts";
import { listResponses, responsesAfter } from "../store/responses.ts";
import { cachedFor } from "./cached.ts";

/** How long official responses are served from memory before they are read again, in ms. */
const KEEP_FOR = 1_000;

/** Every official response of a consultation, in the order of recording. */
export type Responses = (consultation: string) => Promise<ResponseEntry[]>;

/**
 * The official responses, kept in memory: an entry is never changed, so that those are read which came after. What has been
 * read stays served while the store is out of reach.
 */
export const responsesOf = ({ db, ...time }: Pick<Services, "db" | "now" | "newsBy">): Responses =>
  cachedFor<ResponseEntry[]>(
    async (consultation, before) => {
      const last = before?.at(-1)?.number ?? 0;
      // They are numbered from 1. Where one is missing, which came a moment late, all are read.
      if (before === undefined || last !== before.length) return listResponses(db, consultation);
      const more = await responsesAfter(db, consultation, last);
      return more.length === 0 ? before : [...before, ...more];
    },
    KEEP_FOR,
    time,
  );
