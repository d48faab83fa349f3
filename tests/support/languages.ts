import { type Catalogue, CATALOGUES as ALL } from "../../web/language/catalogue.ts";
import { namesOf } from "../../web/language/names.ts";

/** The languages whose pages are complete: those of the consultation that most tests use. */
export const LANGUAGES = ["en", "ru", "kk"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Their texts, and what each is called. */
export const CATALOGUES = ALL as Record<Language, Catalogue>;
export const LANGUAGE_NAMES = Object.fromEntries(namesOf(LANGUAGES)) as Record<Language, string>;
