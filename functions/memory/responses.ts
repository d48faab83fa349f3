import type { ResponseEntry } from "../../domain/response/entry.ts";
import type { Services } from "../services.ts";
import { listResponses } from "../store/responses.ts";
import { cachedFor } from "./cached.ts";

/** How long official responses are served from memory before they are read again, in ms. */
const KEEP_FOR = 1_000;

/** Every official response of a consultation, in the order of recording. */
export type Responses = (consultation: string) => Promise<ResponseEntry[]>;

/** The official responses, kept in memory. What has been read stays served while the store is out of reach. */
export const responsesOf = ({ db, ...time }: Pick<Services, "db" | "now" | "newsBy">): Responses =>
  cachedFor((consultation) => listResponses(db, consultation), KEEP_FOR, time);
