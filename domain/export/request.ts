import { type Panel, PANELS } from "../ballot/ballot.ts";
import type { PublishedConsultation } from "../consultation/life.ts";
import { stageAt } from "../consultation/life.ts";
import type { ProblemCode } from "../problem.ts";
import type { Release } from "../release/schema.ts";

/** One file of an export: a table of its own, with its heading. */
export interface ExportPart {
  rows: number;
  bytes: number;
}

/** An export of single ballots from when it is asked for until its files are gone. */
export interface ExportRequest {
  state: "asked" | "making" | "ready" | "failed";
  /** Who asked, by name, and who confirmed, where two are needed. */
  name: string;
  confirmedBy?: string;
  askedAt: string;
  /** The unguessable part of the files' names. */
  key: string;
  /** How often the making was begun, and when last. */
  tries: number;
  begunAt?: string;
  /** The files that are there, or may be. */
  parts: ExportPart[];
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
  if (!allowed || isOver(request, at)) return "delete";
  if (request.state === "asked") return "make";
  if (request.state !== "making") return undefined;
  if (at.getTime() - Date.parse(request.begunAt!) < DIED_AFTER) return undefined;
  return request.tries < MOST_TRIES ? "make" : "fail";
}
