import { type Language, localized, type Texts } from "../language.ts";
import { everybody, type Moderated, NOBODY, type People } from "./moderated.ts";
import { FEWEST_TOLD, toldCount } from "./told.ts";

/** What several reasons have in common, as moderators name it. */
export interface Theme {
  /** `T1`, `T2` and so on: never given twice. */
  code: string;
  /** In the consultation's languages: at least in the original. */
  name: Texts;
}

/** Most themes of one consultation. */
export const MOST_THEMES = 40;

/** Longest name of a theme, in UTF-16 units. */
export const THEME_LENGTH = 80;

/** The themes of a consultation, with the number that the next one gets. */
export interface Themes {
  themes: readonly Theme[];
  next: number;
}

/** What moderators want the themes to be called: by code, a new one without. An empty original takes one away. */
export interface WantedTheme {
  code: string | undefined;
  name: Texts;
}

/** The themes as they are wanted; a refusal where a name or their number cannot be. */
export function themesAs(
  { themes, next }: Themes,
  wanted: readonly WantedTheme[],
  languages: readonly Language[],
): Themes | "themes-invalid" {
  const names = localized(languages, THEME_LENGTH);
  const made: Theme[] = [];
  let number = next;
  for (const { code, name } of wanted) {
    if (code !== undefined && !themes.some((one) => one.code === code)) continue;
    const given = Object.fromEntries(Object.entries(name).filter(([, text]) => text.trim() !== ""));
    if (code === undefined && Object.keys(given).length === 0) continue;
    const read = names.safeParse(given);
    if (!read.success) return "themes-invalid";
    made.push({ code: code ?? `T${number++}`, name: read.data });
  }
  return made.length > MOST_THEMES ? "themes-invalid" : { themes: made, next: number };
}

/** A theme as a page shows it: how many people of each panel, `undefined` where they are fewer than ten. */
export interface ThemeShown {
  theme: Theme;
  told: Readonly<Record<keyof People, number | undefined>>;
}

/**
 * The themes of some accepted texts that at least ten people wrote about, most people first. Of one sort of
 * figure alone, that of a panel: beside a number of all, the fewer than ten of a panel would be its difference.
 */
export function themesShown(
  themes: readonly Theme[],
  texts: readonly Pick<Moderated, "themes" | "people">[],
): ThemeShown[] {
  return themes
    .flatMap((theme): ThemeShown[] => {
      const people = texts
        .filter((text) => text.themes.includes(theme.code))
        .reduce(
          (sum, text): People => ({
            public: sum.public + text.people.public,
            expert: sum.expert + text.people.expert,
          }),
          NOBODY,
        );
      if (everybody(people) < FEWEST_TOLD) return [];
      return [
        { theme, told: { public: toldCount(people.public), expert: toldCount(people.expert) } },
      ];
    })
    .toSorted((a, b) => size(b) - size(a));
}

/** By what is told alone: the order tells no more than the figures. */
const size = ({ told }: ThemeShown): number => (told.public ?? 0) + (told.expert ?? 0);
