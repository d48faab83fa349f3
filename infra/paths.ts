/**
 * Which paths CloudFront treats apart, as its patterns (`*` also takes `/`). A test compares them with the list of
 * endpoints in domain/api.ts.
 */
import {
  API_BALLOT,
  API_CONSULTATIONS,
  API_COUNCIL,
  API_REASONS,
  COUNCIL,
  HOME,
  LEDGER,
  pathOf,
  RECOMMENDATION,
  RESULTS,
} from "../domain/paths.ts";

/** An address of whatever consultation and recommendation, and all that begins so. */
const every = (path: string): string => `${pathOf(path, { id: "*", code: "*" })}*`;

/** What belongs to one respondent: named before the patterns of what is shared, which would take it too. */
export const OF_ONE_RESPONDENT = [API_BALLOT, API_REASONS].map(every);

/** What is the same for everybody: whether and how long it is kept, each answer says. */
export const SAME_FOR_ALL = [
  HOME,
  COUNCIL,
  ...[RESULTS, LEDGER, RECOMMENDATION, API_CONSULTATIONS].map(every),
  API_COUNCIL,
];

/** Shown when nothing of ours could answer, and by the firewall; the build makes both (scripts/build/error-pages.ts). */
export const NOTHING_ANSWERS = "/errors/unavailable.html";
export const TOO_MANY = "/errors/too-many.html";
