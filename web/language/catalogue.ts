import type { Language } from "../../domain/language.ts";
import { type Catalogue, en } from "./en/catalogue.ts";
import { kk } from "./kk/catalogue.ts";
import { ru } from "./ru/catalogue.ts";

export type { Catalogue } from "./en/catalogue.ts";

export const CATALOGUES: Record<Language, Catalogue> = { en, ru, kk };
