import { nextRelease, plannedAfter, releasePlan } from "../../domain/disclosure/schedule.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatMoment } from "../text.ts";
import type { FlatConsultation } from "./localize.ts";

type Publishing = Pick<
  FlatConsultation,
  "every" | "opensAt" | "closesAt" | "plannedClosing" | "timeZone"
>;

/** When results are published and what protects a respondent in them: told before anybody answers. */
export function publishingWords(
  { rate }: Catalogue,
  { every }: Pick<Publishing, "every">,
): [string, string] {
  const { publishing } = rate.page;
  const isDemonstration = every === "demonstration";
  return [publishing.every[every], isDemonstration ? publishing.noPromise : publishing.noise];
}

/**
 * When the next results are due, where that is fixed: a consultation without a date of opening counts
 * from when its first ballots were looked for, and a demonstration publishes every minute.
 */
export function nextWords(
  language: Language,
  { rate }: Catalogue,
  { every, opensAt, closesAt, plannedClosing, timeZone }: Publishing,
  now: number,
): string | undefined {
  if (opensAt === undefined || every === "demonstration") return undefined;
  const plan = releasePlan(every, opensAt, plannedClosing);
  const next = plannedAfter(plan, closesAt, new Date(now));
  if (next === undefined) return undefined;
  const moment = formatMoment(language, next.toISOString(), timeZone);
  return fill(rate.page.publishing.next, { moment });
}

/** Whether results have been due by now. Where that is not known, the page of results says how it stands. */
export function resultsAreOut(
  { every, opensAt, plannedClosing }: Pick<Publishing, "every" | "opensAt" | "plannedClosing">,
  now: number,
): boolean {
  if (every === "close") return false;
  if (opensAt === undefined || every === "demonstration") return true;
  const first = nextRelease(releasePlan(every, opensAt, plannedClosing), 0);
  return first !== undefined && first.getTime() <= now;
}

/**
 * From when changes of a ballot count, by what there is to say of them. Where all count alike, all say
 * the same, so that the page's script need not know why.
 */
export function changesOf(
  { rate }: Catalogue,
  { every }: Pick<Publishing, "every">,
): Record<"next" | "last" | "waits" | "moves", string> {
  const { once, atOnce, ...changes } = rate.changes;
  if (every !== "close" && every !== "demonstration") return changes;
  const alike = every === "close" ? once : atOnce;
  return { next: alike, last: alike, waits: alike, moves: alike };
}
