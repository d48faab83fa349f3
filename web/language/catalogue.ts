import type accessibility from "./en/accessibility.json";
import type channels from "./en/channels.json";
import type common from "./en/common.json";
import type draft from "./en/draft.json";
import type exports from "./en/exports.json";
import type home from "./en/home.json";
import type invitation from "./en/invitation.json";
import type meta from "./en/meta.json";
import type organiser from "./en/organiser.json";
import type paper from "./en/paper.json";
import type participation from "./en/participation.json";
import type problems from "./en/problems.json";
import type rate from "./en/rate.json";
import type results from "./en/results.json";
import type translation from "./en/translation.json";
import { type Language, LANGUAGES } from "../../domain/language.ts";
import { type Data, type Grown, grown } from "./plural-forms.ts";

/** Every text that a page shows, as the English data have it. */
export type Catalogue = Grown<{
  accessibility: typeof accessibility;
  channels: typeof channels;
  common: typeof common;
  draft: typeof draft;
  exports: typeof exports;
  home: typeof home;
  invitation: typeof invitation;
  meta: typeof meta;
  organiser: typeof organiser;
  paper: typeof paper;
  participation: typeof participation;
  problems: typeof problems;
  rate: typeof rate;
  results: typeof results;
  translation: typeof translation;
}>;

/** Every data file of every language, found by the build: a further language is a further folder. */
const FILES = import.meta.glob<Data>("./*/*.json", { eager: true, import: "default" });

/** The data of one language, by file. */
const dataOf = (language: string): Record<string, Data> =>
  Object.fromEntries(
    Object.entries(FILES).flatMap(([path, data]) => {
      const [, folder, name = ""] = path.split(/[/.]+/);
      return folder === language ? [[name, data]] : [];
    }),
  );

const SOURCE = dataOf("en");

export const CATALOGUES = Object.fromEntries(
  LANGUAGES.map((language) => [language, grown(dataOf(language), SOURCE)]),
) as Record<Language, Catalogue>;
