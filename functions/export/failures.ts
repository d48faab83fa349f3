import type { ExportFailure } from "../../domain/export/request.ts";
import { WithdrawnMeanwhile } from "./make.ts";

/** Somebody has stopped the export, or another run has taken it on. */
export class Overtaken extends Error {}

/** A piece could not be kept. */
export class UnkeptFile extends Error {
  constructor(cause: unknown) {
    super("a piece of an export could not be kept", { cause });
    this.name = "UnkeptFile";
  }
}

/** What a disk says that has no room, or a user who may have no more of it. */
const FULL = ["ENOSPC", "EDQUOT", "EFBIG"];

/** Why an export could not be made, as far as its page tells it. */
export function failureOf(failure: unknown): ExportFailure {
  if (failure instanceof WithdrawnMeanwhile) return "withdrawn";
  if (!(failure instanceof UnkeptFile)) return "ballots";
  const { code } = (failure.cause ?? {}) as { code?: string };
  return FULL.includes(code ?? "") ? "full" : "files";
}
