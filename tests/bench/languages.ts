import { readFileSync } from "node:fs";
import type rate from "../../web/language/en/rate.json";
import type { Language } from "../support/languages.ts";

/** The languages of the pages that are measured. */
export const LANGUAGES: readonly Language[] = ["en", "ru", "kk"];

/** The texts of the rate page: benchmarks run without the build, which alone finds every language. */
export const rateTexts = (language: Language): typeof rate =>
  JSON.parse(
    readFileSync(new URL(`../../web/language/${language}/rate.json`, import.meta.url), "utf8"),
  ) as typeof rate;
