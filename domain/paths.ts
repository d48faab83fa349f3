/**
 * Every address of Kenes, once. `:id` stands for a consultation, `:number` for a release, `:chart` for
 * a picture, `:code` for a recommendation, `:addressee` for one of those who must act. One constant a page: a script carries only those that it uses.
 */
export const HOME = "/";
export const ACCESSIBILITY = "/accessibility";
/** About the installation, and what it stores. */
export const ABOUT = "/about";
export const PRIVACY = "/privacy";
/** How every figure of results is made. */
export const METHODS = "/methods";

/** Whether the installation works, for whoever watches it. */
export const HEALTH = "/health";

/** A kept emblem, by the hash of its bytes. */
export const EMBLEM = "/emblems/:file";

/** Everything about one consultation begins like this: the rate page itself. */
export const RATE = "/c/:id";
/** Who asks, and what for. */
export const WHO_ASKS = `${RATE}/about` as const;
export const RECEIPT = `${RATE}/receipt` as const;
export const PAPER = `${RATE}/paper` as const;
export const TRANSLATION = `${RATE}/translation` as const;
export const RESULTS = `${RATE}/results` as const;
export const EMBED = `${RESULTS}/embed` as const;
/** What previews of a link show of a consultation. */
export const PICTURE = `${RATE}/picture.png` as const;
/** How to show the results elsewhere, and to cite them. */
export const SHARE = `${RESULTS}/share` as const;
export const CHART = `${RESULTS}/:chart` as const;

/** One recommendation: its figures, what was answered, the reasons people gave. */
export const RECOMMENDATION = `${RATE}/r/:code` as const;
/** What previews of a link show of it. */
export const RECOMMENDATION_PICTURE = `${RECOMMENDATION}/picture.png` as const;
/** Priority beside silence. */
export const LEDGER = `${RATE}/ledger` as const;
export const LEDGER_CHART = `${LEDGER}/chart.svg` as const;
export const LEDGER_PNG = `${LEDGER}/chart.png` as const;
export const LEDGER_EMBED = `${LEDGER}/embed` as const;
/** To print, for one addressee. */
export const LETTER = `${LEDGER}/letter/:addressee` as const;
export const BRIEFING = `${LEDGER}/briefing/:addressee` as const;
/** What respondents missed in the list. */
export const SUGGESTIONS = `${RATE}/suggestions` as const;
/** How many reasons and suggestions were refused, and why. */
export const MODERATION = `${RATE}/moderation` as const;
/** News of a consultation; `?addressee=` and `?recommendation=` narrow them. */
export const FEED_ATOM = `${RATE}/feed.atom` as const;
export const FEED_JSON = `${RATE}/feed.json` as const;
export const CALENDAR_FILE = `${RATE}/calendar.ics` as const;
/** All consultations and addressees of an installation. */
export const COUNCIL = "/council";
/** An addressee's own desk, and the one-time link to it. */
export const DESK = "/desk";
export const DESK_OPEN = `${DESK}/open` as const;
export const DESK_LEAVE = `${DESK}/leave` as const;

/** The API; what its endpoints take and answer is in api.ts. */
export const API_ROOT = "/api/";
export const API_CONSULTATIONS = `${API_ROOT}consultations` as const;
export const API_CONSULTATION = `${API_ROOT}consultations/:id` as const;
/** Over all consultations, who answers and who is silent. */
export const API_COUNCIL = `${API_ROOT}council` as const;
/** What other sites' editors ask for a frame (oembed.com). */
export const API_OEMBED = `${API_ROOT}oembed` as const;
export const API_BALLOT = `${API_CONSULTATION}/ballot` as const;
export const API_RESULTS = `${API_CONSULTATION}/results` as const;
export const API_RESULTS_JSON = `${API_CONSULTATION}/results.json` as const;
export const API_RESULTS_CSV = `${API_CONSULTATION}/results.csv` as const;
export const API_SEGMENTS_CSV = `${API_CONSULTATION}/segments.csv` as const;
/** Reasons and a suggestion, apart from the ballot. */
export const API_REASONS = `${API_CONSULTATION}/reasons` as const;
export const API_RESPONSES = `${API_CONSULTATION}/responses` as const;
export const API_LEDGER = `${API_CONSULTATION}/ledger` as const;
export const API_LEDGER_CSV = `${API_CONSULTATION}/ledger.csv` as const;
export const API_MODERATION_CSV = `${API_CONSULTATION}/moderation.csv` as const;
export const API_RELEASES = `${API_CONSULTATION}/releases` as const;
export const API_RELEASE = `${API_RELEASES}/:number` as const;
/** Files of the newest release, made of it. */
export const API_RESULTS_ZIP = `${API_CONSULTATION}/results.zip` as const;
export const API_RESULTS_XLSX = `${API_CONSULTATION}/results.xlsx` as const;
/** The files of one release, which stay: functions/download/files.ts has their names. */
export const API_RELEASE_XLSX = `${API_RELEASE}/results.xlsx` as const;
export const API_RELEASE_FILE = `${API_RELEASE}/:file` as const;
/** What there is of all this, for programs (OpenAPI), and as a page for people. */
export const API_OPENAPI = `${API_ROOT}openapi.json` as const;
export const API_PAGE = "/api";

/** Two releases side by side: `?from=3&to=7`, or `?with=` another wave. */
export const COMPARE = `${RATE}/compare` as const;
export const API_COMPARE_CSV = `${API_CONSULTATION}/compare.csv` as const;
/** The ledger's picture as a Vega-Lite specification. */
export const LEDGER_SPEC = `${LEDGER}/chart.vl.json` as const;
/** Leads to the file of a chart: `?chart=`, `?size=`, `?format=`. */
export const CHART_CHOICE = `${RESULTS}/chart` as const;

/** What stands for the parts of an address, and what follows it. */
interface Parts {
  id?: string | undefined;
  number?: number | undefined;
  chart?: string | undefined;
  file?: string | undefined;
  /** Codes of a recommendation and of an addressee. */
  code?: string | undefined;
  addressee?: string | undefined;
  /** A webhook, by its id, and a file of an export. */
  hook?: string | undefined;
  part?: string | number | undefined;
  /** The reader's language. */
  lang?: string | undefined;
}

/** An address with its parts filled in; a part that is not given stays as it is, for the client to fill. */
export const pathOf = (path: string, { lang, ...parts }: Parts = {}): string =>
  path.replace(/:(\w+)/g, (name, part: keyof typeof parts) =>
    parts[part] === undefined ? name : encodeURIComponent(parts[part]),
  ) + (lang === undefined ? "" : `?lang=${lang}`);

/** A path or address with a query, where there is anything to ask. */
export const withQuery = (path: string, query: Readonly<Record<string, string>>): string => {
  const asked = Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  return asked === "" ? path : `${path}?${asked}`;
};
