import { MOST_EMBLEM_BYTES } from "../../domain/consultation/look.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { sha256Bytes } from "../secrets.ts";
import { looksLikePng, rewritePng } from "./png.ts";
import { rewriteSvg } from "./svg.ts";

/** An emblem as it is kept, under a name that its bytes make. */
export interface Emblem {
  file: string;
  bytes: Uint8Array;
}

/** What somebody sent as an emblem, written anew; or why it cannot be kept. */
export function rewritten(sent: Uint8Array): Emblem | { problem: ProblemCode } {
  if (sent.byteLength > MOST_EMBLEM_BYTES) return { problem: "emblem-too-large" };
  const isPng = looksLikePng(sent);
  const bytes = isPng ? rewritePng(sent) : rewriteSvg(sent);
  if (typeof bytes === "string") return { problem: `emblem-${bytes}` };
  if (bytes.byteLength > MOST_EMBLEM_BYTES) return { problem: "emblem-too-large" };
  return { file: `${sha256Bytes(bytes).slice(0, 32)}.${isPng ? "png" : "svg"}`, bytes };
}
