/**
 * What the files of single ballots tell of persons: no more than at least five ballots say alike
 * (`k-anonymity.ts`). Which columns there are besides is in `columns.ts`.
 */
import { type BallotContent, type Panel, PANELS } from "../ballot/ballot.ts";
import { allChannels } from "../consultation/channel.ts";
import type { Consultation } from "../consultation/definition.ts";
import { NOT_SAID } from "../consultation/groupings.ts";
import { wordingOf } from "../consultation/wording.ts";
import { combinationCounter } from "./combinations.ts";
import { type Kept, keptValues, MERGED, toldValue, WITHHELD } from "./k-anonymity.ts";
import type { CellValue } from "../release/table.ts";

/** What of a definition says which columns there are. */
export type Asked = Pick<
  Consultation,
  "languages" | "recommendations" | "about" | "channels" | "laterChannels" | "corrections"
>;

/** Under which name it is kept what of a question is told. */
export const aboutColumn = (code: string): string => `about_${code}`;

const hasChannels = (asked: Asked): boolean => allChannels(asked).length > 0;

/** A column that may say who somebody is, and how many values it can have. */
interface PersonColumn {
  name: string;
  width: number;
}

/**
 * The columns of a panel that say something of the person and not of the recommendations; the version of
 * the wording says when somebody answered. Of experts nothing is asked that is not withheld anyway.
 */
export const personColumns = (asked: Asked, panel: Panel): PersonColumn[] => [
  { name: "language", width: asked.languages.length },
  { name: "wording", width: wordingOf(asked) },
  ...(panel === "expert"
    ? []
    : [
        // Besides the options one may prefer not to say, or say nothing.
        ...asked.about.map(({ code, options }) => ({
          name: aboutColumn(code),
          width: options.length + 2,
        })),
        ...(hasChannels(asked) ? [{ name: "channel", width: allChannels(asked).length + 1 }] : []),
      ]),
];

/** What of a ballot stands in the columns about its person, as it was said. */
export function personValue(name: string, content: BallotContent, wording: number): string {
  if (name === "language") return content.language;
  if (name === "wording") return String(wording);
  if (name === "channel") return content.channel ?? NOT_SAID;
  return content.about[name.slice(aboutColumn("").length)] ?? NOT_SAID;
}

/** Of each panel that is exported, what of its columns about the person is told. */
export type ToldOfPersons = Record<Panel, Record<string, Kept>>;

/**
 * Counts the ballots that are exported, one by one, and then says what of their persons is told. What an
 * earlier export told is the most that a later one tells: rows can be found again by what they say of the
 * recommendations, so two exports that left out different questions would together tell of both.
 */
export function personsCounter(
  request: Asked,
  before?: ToldOfPersons,
): {
  add(content: BallotContent, wording: number): void;
  told(): ToldOfPersons;
} {
  const columns = {
    public: personColumns(request, "public"),
    expert: personColumns(request, "expert"),
  };
  const counterOf = (panel: Panel) => combinationCounter(columns[panel].map(({ width }) => width));
  const counters = { public: counterOf("public"), expert: counterOf("expert") };
  const keptOf = (panel: Panel): Record<string, Kept> => {
    const kept = keptValues(counters[panel].counted(), columns[panel].length);
    const out = counters[panel].leftOut();
    const told = (place: number): Kept => {
      const says = kept[place]!.some((one) => one !== MERGED && one !== WITHHELD);
      return out.has(place) || !says ? [] : kept[place]!;
    };
    return Object.fromEntries(columns[panel].map(({ name }, place) => [name, told(place)]));
  };
  return {
    add(content, wording) {
      const { panel } = content;
      counters[panel].add(
        columns[panel].map(({ name }) => {
          const said = personValue(name, content, wording);
          return before === undefined ? said : toldValue(before[panel][name] ?? [], said);
        }),
      );
    },
    told: () => ({ public: keptOf("public"), expert: keptOf("expert") }),
  };
}

/** What is told of what a ballot says of its person in a column: `WITHHELD` where nothing is. */
export const toldOf = (told: ToldOfPersons, name: string, panel: Panel, said: string): string =>
  toldValue(told[panel][name] ?? [], said);

/** The table that stands beside the ballots: of which column about the person what is told. */
export const ABOUT_COLUMNS = ["panel", "column", "told", "values"] as const;

/** Its rows: `as-said`, `merged` (the values named; all others as "(other)"), or `left-out`. */
export const aboutRows = (request: Asked, told: ToldOfPersons): CellValue[][] =>
  PANELS.flatMap((panel) =>
    personColumns(request, panel).map(({ name }): CellValue[] => {
      const kept = told[panel][name] ?? [];
      return [panel, name, howTold(kept), saidValues(kept).join(" ")];
    }),
  );

/** How a column is told. */
export function howTold(kept: Kept): "as-said" | "merged" | "left-out" {
  if (kept.length === 0) return "left-out";
  return kept.includes(MERGED) ? "merged" : "as-said";
}

/** The values that are told as they were said, in an order that says nothing of how many said them. */
export const saidValues = (kept: Kept): string[] => kept.filter((one) => one !== MERGED).toSorted();
