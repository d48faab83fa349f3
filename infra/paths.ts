/**
 * Which paths CloudFront treats apart, as its patterns (`*` also takes `/`). A test compares them with the list of
 * endpoints in domain/api.ts.
 */

/** What belongs to one respondent: named before the patterns of what is shared, which would take it too. */
export const OF_ONE_RESPONDENT = ["/api/consultations/*/ballot*", "/api/consultations/*/reasons*"];

/** What is the same for everybody: whether and how long it is kept, each answer says. */
export const SAME_FOR_ALL = [
  "/",
  "/council",
  "/c/*/results*",
  "/c/*/ledger*",
  "/c/*/r/*",
  "/api/consultations*",
  "/api/council",
];

/** Shown when nothing of ours could answer; the build makes it (scripts/build/error-page.ts). */
export const NOTHING_ANSWERS = "/errors/unavailable.html";
