import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { plural } from "../text.ts";
import type { FlatConsultation } from "./localize.ts";

/** Who may see single ballots, and how long they are kept: told before anybody answers. */
export function keepingWords(
  language: Language,
  { exports }: Catalogue,
  { atRisk, purgeAfterDays }: Pick<FlatConsultation, "atRisk" | "purgeAfterDays">,
): string {
  const { told } = exports;
  const kept =
    purgeAfterDays === undefined ? told.keptOpen : plural(language, told.kept, purgeAfterDays);
  return `${atRisk ? told.neverExported : told.exported} ${kept}`;
}
