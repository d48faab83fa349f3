import type { PublishedConsultation } from "../../domain/consultation/life.ts";

/** Most bytes of a definition with its life: an item has at most 400 kB, and keys are part of it. */
const MOST_BYTES = 380_000;

/** Whether a consultation, with all that was added while it was open, can be kept. */
export const isKeepable = (published: PublishedConsultation | undefined): boolean =>
  published === undefined || Buffer.byteLength(JSON.stringify(published)) <= MOST_BYTES;
