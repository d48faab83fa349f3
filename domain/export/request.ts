import { type Panel, PANELS } from "../ballot/ballot.ts";
import type { PublishedConsultation } from "../consultation/life.ts";
import { stageAt } from "../consultation/life.ts";
import type { ProblemCode } from "../problem.ts";
import type { Release } from "../release/schema.ts";

/** One stored piece of an export, which is one zip file when they are put together in order. */
export interface ExportPart {
  /** Its name among the pieces of the export. */
  file: string;
  bytes: number;
}

/** Why an export could not be made, as a code; each has a sentence on the page. */
export const EXPORT_FAILURES = ["full", "files", "withdrawn", "died", "ballots"] as const;
export type ExportFailure = (typeof EXPORT_FAILURES)[number];

/** An export of single ballots from when it is asked for until its files are gone. */
export interface ExportRequest {
  state: "asked" | "making" | "ready" | "failed" | "cancelled";
  /** Who asked, by name, and who confirmed, where two are needed. */
  name: string;
  confirmedBy?: string;
  askedAt: string;
  /** The unguessable part of the files' names. */
  key: string;
  /** How often the making was begun, and when last. */
  tries: number;
  begunAt?: string;
  /** The language of the labels; without it, the consultation's original one. */
  language?: string;
  /** How much is done, in percent of what there is to read. */
  progress?: number;
  /** The pieces that are there, or may be; in order once they are ready. */
  parts: ExportPart[];
  /** How many ballots are in it. */
  rows?: number;
  failure?: ExportFailure;
  /** Stored ballots that could not be read and so are in no file. */
  unreadable?: number;
  /** When the files are deleted. */
  until?: string;
}

/** How long the files of an export can be had, in ms. */
export const EXPORT_MS = 7 * 24 * 60 * 60_000;
/** A making that has taken longer has died: no run may last so long. In ms. */
const DIED_AFTER = 20 * 60_000;
/** How often a making that died is begun again. */
const MOST_TRIES = 3;

export const keptUntil = (at: Date): string => new Date(at.getTime() + EXPORT_MS).toISOString();

/** What of the final release says whose ballots are exported. */
export interface ExportedOf {
  ballots: Release["ballots"];
  rules: Pick<Release["rules"], "base">;
}

/**
 * The panels whose single ballots are exported: those whose number is told and not under the policy's
 * base. Also of experts who are published exactly: that they agreed to, not to be read one by one.
 */
export const exportedPanels = ({ ballots, rules }: ExportedOf): Panel[] =>
  PANELS.filter((panel) => (ballots[panel] ?? 0) >= rules.base);

/**
 * Why single ballots are not exported now; `undefined` when they are. Never while an answer could
 * still be told from those before it, never where taking part may be dangerous.
 */
export function exportRefused(
  published: PublishedConsultation,
  release: (ExportedOf & Pick<Release, "final">) | undefined,
  at: Date,
): ProblemCode | undefined {
  const { definition, life } = published;
  if (definition.disclosure === "at-risk") return "export-at-risk";
  if (life.purge !== undefined) return "ballots-purged";
  const stage = stageAt(published, at);
  const isOver = stage === "closed" || stage === "archived";
  if (!isOver || release?.final !== true) return "export-too-early";
  return exportedPanels(release).length > 0 ? undefined : "export-too-few";
}

/** Whether an export keeps another from being asked for: until its files are gone. */
export const isUnderWay = (request: ExportRequest | undefined): boolean =>
  request !== undefined && request.state !== "failed";

/**
 * Whether the request can be stopped. Not once it is ready: who could have one export after the other would see, from
 * what is missing in the next, whose ballot was withdrawn in between.
 */
export const canCancel = (request: ExportRequest | undefined): request is ExportRequest =>
  request !== undefined && ["asked", "making"].includes(request.state);

/**
 * Whether an export that failed can be started again as it was asked for, and confirmed where that is needed: within
 * the time for which its files would have been there.
 */
export const canRetry = (request: ExportRequest | undefined, at: Date): request is ExportRequest =>
  request?.state === "failed" && at.getTime() - Date.parse(request.askedAt) < EXPORT_MS;

/** Whether the page will soon show something else, without anybody doing anything. */
export const isMoving = (request: ExportRequest | undefined): boolean =>
  request !== undefined && ["asked", "making", "cancelled"].includes(request.state);

/** Whether the files can no longer be had. */
export const isOver = ({ until }: ExportRequest, at: Date): boolean =>
  until !== undefined && Date.parse(until) <= at.getTime();

/** What a job does about an export at a moment. */
export function exportWork(
  request: ExportRequest | undefined,
  allowed: boolean,
  at: Date,
): "make" | "fail" | "delete" | undefined {
  if (request === undefined) return undefined;
  if (!allowed || isOver(request, at) || request.state === "cancelled") return "delete";
  if (request.state === "asked") return "make";
  if (request.state !== "making") return undefined;
  if (at.getTime() - Date.parse(request.begunAt!) < DIED_AFTER) return undefined;
  return request.tries < MOST_TRIES ? "make" : "fail";
}
