/**
 * The table of single ballots: one row for each, in no order, with nothing that tells them apart but what
 * they say; and of the person no more than at least five ballots say alike (`k-anonymity.ts`).
 */
import { type BallotContent, type Panel, PANELS } from "../ballot/ballot.ts";
import { allChannels } from "../consultation/channel.ts";
import type { Consultation } from "../consultation/definition.ts";
import { NOT_SAID } from "../consultation/groupings.ts";
import { wordingOf } from "../consultation/wording.ts";
import { combinationCounter } from "./combinations.ts";
import { type Kept, keptValues, MERGED, toldValue, WITHHELD } from "./k-anonymity.ts";
import type { CellValue } from "../release/table.ts";

type Asked = Pick<
  Consultation,
  "languages" | "recommendations" | "about" | "channels" | "laterChannels" | "corrections"
>;

/** The columns that are the same in every consultation; `channel` only where it has channels. */
export type FixedColumn = "panel" | "language" | "channel" | "first" | "wording";

/** What a column says, so that the page can explain it. */
export type BallotColumn =
  | { name: FixedColumn }
  | { name: string; recommendation: string }
  | { name: string; question: string };

const aboutColumn = (code: string): string => `about_${code}`;

/**
 * The columns, in order. Left out are id, receipt, day, revision and the order in which the
 * recommendations were shown: each would lead from a row to a ballot, or nearly.
 */
export const ballotColumns = (asked: Asked): BallotColumn[] => [
  { name: "panel" },
  { name: "language" },
  ...asked.recommendations.map(({ code }) => ({ name: code, recommendation: code })),
  ...asked.about.map(({ code }) => ({ name: aboutColumn(code), question: code })),
  ...(hasChannels(asked) ? [{ name: "channel" as const }] : []),
  { name: "first" },
  { name: "wording" },
];

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
function personValue(name: string, content: BallotContent, wording: number): string {
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
  const toldOf = (panel: Panel): Record<string, Kept> => {
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
    told: () => ({ public: toldOf("public"), expert: toldOf("expert") }),
  };
}

/** One ballot as cells, in the order of the columns. */
export function ballotCells(
  request: Asked,
  content: BallotContent,
  wording: number,
  told: ToldOfPersons,
): CellValue[] {
  const cell = (name: string): string => {
    const kept = told[content.panel][name];
    return kept === undefined ? WITHHELD : toldValue(kept, personValue(name, content, wording));
  };
  return [
    content.panel,
    cell("language"),
    ...Array.from(content.ratings, ratingCell),
    ...request.about.map(({ code }) => cell(aboutColumn(code))),
    ...(hasChannels(request) ? [cell("channel")] : []),
    content.first.join(" "),
    cell("wording"),
  ];
}

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

/** A packed rating: a point of the scale, or one of the two ways of giving none. */
function ratingCell(character: string): CellValue {
  if (character === "n") return "no-opinion";
  return character === "-" ? "skipped" : Number(character);
}
