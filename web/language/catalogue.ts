import type about from "./en/about.json";
import type accessibility from "./en/accessibility.json";
import type api from "./en/api.json";
import type channels from "./en/channels.json";
import type codebook from "./en/codebook.json";
import type common from "./en/common.json";
import type council from "./en/council.json";
import type draft from "./en/draft.json";
import type exports from "./en/exports.json";
import type flagged from "./en/flagged.json";
import type home from "./en/home.json";
import type invitation from "./en/invitation.json";
import type ledger from "./en/ledger.json";
import type meta from "./en/meta.json";
import type methods from "./en/methods.json";
import type hooks from "./en/hooks.json";
import type news from "./en/news.json";
import type moderation from "./en/moderation.json";
import type reports from "./en/reports.json";
import type organiser from "./en/organiser.json";
import type paper from "./en/paper.json";
import type participation from "./en/participation.json";
import type programs from "./en/programs.json";
import type problems from "./en/problems.json";
import type rate from "./en/rate.json";
import type recommendation from "./en/recommendation.json";
import type responding from "./en/responding.json";
import type response from "./en/response.json";
import type remark from "./en/remark.json";
import type results from "./en/results.json";
import type share from "./en/share.json";
import type translating from "./en/translating.json";
import type translation from "./en/translation.json";
import type workbook from "./en/workbook.json";
import type compare from "./en/compare.json";
import type { ColumnKind } from "../../domain/export/columns.ts";
import type { Language } from "../../domain/language.ts";
import type { ActCode } from "../../domain/organiser/acts.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { countDone } from "./entries.ts";
import { isolated } from "./isolated.ts";
import { type Data, type Grown, grown } from "./plural-forms.ts";
import { whenAsked } from "./when-asked.ts";

/** Which language it is, how that is written, and how much of the source's texts it has: a part of 1. */
interface Named {
  language: Language;
  direction: "ltr" | "rtl";
  done: number;
}

/** Every text that a page shows, as the English data have it; the compiler asks for a sentence for each code. */
export type Catalogue = Named & Coded<Grown<Source>>;

type Coded<
  Texts extends {
    problems: Record<ProblemCode, string>;
    organiser: { log: { actions: Record<ActCode, string> } };
    exports: { files: { columns: Record<Exclude<ColumnKind, "about">, string> } };
  },
> = Texts;

/** The English data files, by name. */
interface Source {
  about: typeof about;
  accessibility: typeof accessibility;
  api: typeof api;
  channels: typeof channels;
  codebook: typeof codebook;
  common: typeof common;
  council: typeof council;
  draft: typeof draft;
  exports: typeof exports;
  flagged: typeof flagged;
  home: typeof home;
  invitation: typeof invitation;
  ledger: typeof ledger;
  meta: typeof meta;
  methods: typeof methods;
  hooks: typeof hooks;
  programs: typeof programs;
  news: typeof news;
  moderation: typeof moderation;
  reports: typeof reports;
  organiser: typeof organiser;
  paper: typeof paper;
  participation: typeof participation;
  problems: typeof problems;
  rate: typeof rate;
  recommendation: typeof recommendation;
  responding: typeof responding;
  response: typeof response;
  remark: typeof remark;
  results: typeof results;
  share: typeof share;
  translating: typeof translating;
  translation: typeof translation;
  workbook: typeof workbook;
  compare: typeof compare;
}

/** The language of the source: its texts stand wherever another language has none yet. */
const SOURCE: Language = "en";

/** Every data file of every language, found by the build: a further language is a further folder. */
const FILES = import.meta.glob<string>("./*/*.json", {
  eager: true,
  query: "?raw",
  import: "default",
});

/**
 * The data of each language, file by file. Of some thousand texts a page shows some dozens, and a function on AWS answers its
 * first request the sooner the less it has read: each file is read when a page first asks for a text of it.
 */
const DATA = new Map<Language, Record<string, Data>>();
for (const [path, json] of Object.entries(FILES)) {
  const [, language = "", file = ""] = /^\.\/(.+)\/(.+)\.json$/.exec(path) ?? [];
  const files = DATA.get(language) ?? {};
  DATA.set(language, files);
  whenAsked(files, file, () => JSON.parse(json) as Data);
}

function catalogue(language: Language): Catalogue {
  const [data, source] = [DATA.get(language)!, DATA.get(SOURCE)!];
  const direction = isRightToLeft(data["meta"]) ? "rtl" : "ltr";
  const texts = { language, direction } as Catalogue;
  for (const file of Object.keys(source)) {
    const own = () => (direction === "rtl" ? isolated(data[file] ?? {}) : data[file]);
    whenAsked(texts, file, () => grown(own(), source[file]!));
  }
  whenAsked(texts, "done", () => {
    const { texts: all, done } = countDone(data, source);
    return done / all;
  });
  return texts;
}

const isRightToLeft = (meta: Data | undefined): boolean =>
  typeof meta === "object" && "direction" in meta && meta.direction === "rtl";

/** The texts of the pages in every language that there is a folder of. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = Object.fromEntries(
  [...DATA.keys()].map((language) => [language, catalogue(language)]),
);

/** The languages of the pages: the source first, then those that are complete. */
export const PAGE_LANGUAGES: readonly Language[] = Object.values(CATALOGUES)
  .map(({ language, meta }) => ({
    language,
    place: language === SOURCE ? 0 : meta.state === "complete" ? 1 : 2,
  }))
  .toSorted((a, b) => a.place - b.place || (a.language < b.language ? -1 : 1))
  .map(({ language }) => language);

/** The texts of the pages in a language, or in the nearest to it in the same script; else in English. */
export function catalogueFor(language: Language): Catalogue {
  return CATALOGUES[nearest(language, PAGE_LANGUAGES) ?? SOURCE]!;
}

/** Of some languages the one that a reader of another can read: the same language in the same script. */
export function nearest(language: Language, among: readonly Language[]): Language | undefined {
  if (among.includes(language)) return language;
  const likely = spoken(language);
  return among.find((one) => spoken(one) === likely);
}

/** A language with the script that it is most likely written in. */
function spoken(language: Language): string {
  const likely = new Intl.Locale(language).maximize();
  return `${likely.language}-${likely.script}`;
}
