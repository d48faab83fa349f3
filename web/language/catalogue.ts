import type { Language } from "../../domain/language.ts";
import { common as commonEn } from "./en/common.ts";

// sections: common, problems, home (en/home.ts …), rate, results – each file exports one object,
// and ru/kk files are typed by the English one, so the compiler finds what is missing.
export interface Catalogue {
  common: typeof commonEn;
}
export const CATALOGUES: Partial<Record<Language, Catalogue>> = { en: { common: commonEn } };
