import type { Consultation } from "../../domain/consultation/definition.ts";
import type { ReleaseReport } from "./release.ts";

/** So long after closing the last release should be there, in ms: it waits for the last ballots a minute. */
const OVERDUE = 15 * 60_000;

/**
 * Why something does not come out that should have: a difference or a gap stops publication, or long after closing not
 * all is counted. Of a release that has failed, or whose job does not run, other alarms tell.
 */
export function unpublished(
  { closesAt }: Pick<Consultation, "closesAt">,
  report: ReleaseReport,
  now: Date,
): "stopped" | "overdue" | undefined {
  if (!("wait" in report)) return undefined;
  if (report.wait === "stopped") return "stopped";
  const isLate = closesAt !== undefined && now.getTime() - Date.parse(closesAt) > OVERDUE;
  return report.wait === "still-counting" && isLate ? "overdue" : undefined;
}
