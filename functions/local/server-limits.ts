import { MOST_BODY } from "../../domain/most-bytes.ts";
import { ADMISSION, type AdmissionLimits } from "../http/admission.ts";

/** What the server of one machine bears at most; docs/limits.md tells operators. Times in ms. */
export interface ServerLimits extends AdmissionLimits {
  /** From the first byte of a request, or from the beginning of a connection, to the end of its headers. */
  headersMs: number;
  /** The same to the end of its body. */
  requestMs: number;
  /** How often it is looked for those that took longer. */
  checkEveryMs: number;
  /** Until a connection without a request is closed. */
  idleMs: number;
  /** Until a connection on which nothing moves is closed: whoever reads an answer too slowly. */
  stalledMs: number;
  /** Connections in all, and of one asker where askers are told apart. */
  connections: number;
  connectionsOfAsker: number;
  /** Requests of one connection of which none is answered yet. */
  pipelined: number;
  /** Bytes of bodies that are held in all, and of one body: of a respondent's, and of an organiser's. */
  bodyBytesInAll: number;
  bodyBytes: number;
  organiserBodyBytes: number;
}

export const SERVER_LIMITS: ServerLimits = {
  ...ADMISSION,
  headersMs: 10_000,
  requestMs: 25_000,
  checkEveryMs: 2_000,
  idleMs: 5_000,
  stalledMs: 60_000,
  connections: 1_024,
  connectionsOfAsker: 256,
  pipelined: 16,
  bodyBytesInAll: 64 * 1024 * 1024,
  bodyBytes: 64 * 1024,
  organiserBodyBytes: MOST_BODY,
};
