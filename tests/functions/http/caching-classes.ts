import { API } from "../../../domain/api.ts";
import * as paths from "../../../domain/paths.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

/** What each class says of caches. */
export const SAID = {
  /** The same for everybody, for a moment at the edge. */
  all: "public, max-age=0, s-maxage=3",
  /** The same for everybody, and for longer also in a browser: feeds, pictures of previews, emblems. */
  longer: /^public, max-age=(?:300|3600|31536000, immutable)$/,
  /** Whatever is drawn for who asks, needs a right or is seldom read. */
  none: "no-store",
  /** The page to answer on: its order of cards is one person's. */
  back: "private, no-cache",
};
type Class = keyof typeof SAID;

const { id } = KAZAKHSTAN;
export const LETTERS = { id, code: "K1", addressee: "K", number: 1, file: "results.csv" };
const frame = `?url=${encodeURIComponent(`http://localhost/c/${id}/results`)}`;

/** Each address with its class, and what to ask where the address alone will not do; `undefined`: its own tests ask. */
export const CLASSES: Record<string, [Class, string?]> = {
  [paths.HOME]: ["all"],
  [paths.COUNCIL]: ["all"],
  [paths.RESULTS]: ["all"],
  [paths.RECOMMENDATION]: ["all"],
  [paths.LEDGER]: ["all"],
  [paths.LETTER]: ["all"],
  [paths.BRIEFING]: ["all"],
  [paths.COMPARE]: ["all"],
  [paths.LEDGER_CHART]: ["all"],
  [paths.LEDGER_PNG]: ["all"],
  [paths.LEDGER_SPEC]: ["all"],
  [`${paths.CHART}{[^/]+\\.(?:svg|png|vl\\.json)}`]: ["all", `/c/${id}/results/overview.svg`],
  [API.consultations.path]: ["all"],
  [API.council.path]: ["all"],
  [API.consultation.path]: ["all"],
  [API.oembed.path]: ["all", API.oembed.path + frame],
  [API.results.path]: ["all"],
  [API.resultsJson.path]: ["all"],
  [API.resultsCsv.path]: ["all"],
  [API.segmentsCsv.path]: ["all"],
  [API.responses.path]: ["all"],
  [API.moderationCsv.path]: ["all"],
  [API.releases.path]: ["all"],
  [API.release.path]: ["all"],
  [API.ledger.path]: ["all"],
  [API.ledgerCsv.path]: ["all"],
  [API.openapi.path]: ["all"],
  [API.resultsXlsx.path]: ["all"],
  [API.releaseXlsx.path]: ["all"],
  [API.resultsZip.path]: ["all"],
  [API.releaseFile.path]: ["all"],
  [API.compareCsv.path]: ["all", `/api/consultations/${id}/compare.csv?from=1&to=2`],
  [paths.FEED_ATOM]: ["longer"],
  [paths.FEED_JSON]: ["longer"],
  [paths.CALENDAR_FILE]: ["longer"],
  [paths.PICTURE]: ["longer"],
  [paths.RECOMMENDATION_PICTURE]: ["longer"],
  [paths.EMBLEM]: ["longer", undefined],
  [paths.RATE]: ["back"],
  [paths.RECEIPT]: ["none"],
  [paths.PAPER]: ["none"],
  [paths.TRANSLATION]: ["none"],
  [paths.WHO_ASKS]: ["none"],
  [paths.EMBED]: ["none"],
  [paths.LEDGER_EMBED]: ["none"],
  [paths.SHARE]: ["none"],
  [paths.CHART_CHOICE]: ["none"],
  [paths.SUGGESTIONS]: ["none"],
  [paths.MODERATION]: ["none"],
  [paths.ABOUT]: ["none"],
  [paths.PRIVACY]: ["none"],
  [paths.METHODS]: ["none"],
  [paths.ACCESSIBILITY]: ["none"],
  [paths.API_PAGE]: ["none"],
  [paths.HEALTH]: ["none"],
  [paths.DESK]: ["none"],
  [paths.DESK_OPEN]: ["none"],
  [API.getBallot.path]: ["none"],
  [API.getReasons.path]: ["none"],
};
