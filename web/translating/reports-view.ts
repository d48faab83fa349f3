import type { TranslationReport } from "../../domain/translation-report.ts";

/** A report as organisers see it. */
export interface ReportView extends TranslationReport {
  id: string;
  /** On which it came: ISO 8601. */
  day: string;
}

/** Which reports are looked for, and from which on they are shown; empty means all. */
export interface ReportsLook {
  /** A language. */
  of: string;
  place: string;
  from: number;
}

export const isLookedFor = ({ of, place }: ReportsLook, report: TranslationReport): boolean =>
  (of === "" || report.language === of) && (place === "" || report.place === place);

/** What a form says of it. */
export const lookFields = ({ of, place }: ReportsLook): Record<string, string> => ({
  ...(of !== "" && { of }),
  ...(place !== "" && { place }),
});
