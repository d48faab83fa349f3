import { type Panel, PANELS } from "../../domain/ballot/ballot.ts";
import { HIDDEN_REASONS } from "../../domain/disclosure/reasons.ts";
import type { Release } from "../../domain/release/schema.ts";
import { reasonWords } from "../results/facts/hidden.ts";
import { fill } from "../text.ts";
import type { Given } from "./given.ts";
import type { SheetCell, SheetData } from "./sheet.ts";
import { groupWords } from "./words.ts";

type Value = SheetCell | boolean | null;
type OwnWords = Exclude<keyof Given["text"]["workbook"]["quality"], "hiddenWhy">;

/** One thing that says how far to trust a release. */
interface Entry {
  /** What it is: the key of a column of the CSV files, with its words or `own` ones; or these alone. */
  key?: string;
  own?: string;
  of?: string;
  value: Value;
  path: string;
}

/** How far the figures of a release can be trusted, one thing a row. */
export function qualitySheet(given: Given): SheetData {
  const { text } = given;
  const { quality, sheets, yes, no } = text.workbook;
  const cell = (value: Value): SheetCell =>
    typeof value === "boolean" ? (value ? yes : no) : (value ?? "");
  const entries = [
    ...madeHow(given),
    ...PANELS.flatMap((panel) => ofPanel(given, panel)),
    ...ofGroups(given),
  ];
  return {
    name: sheets.quality,
    rows: [
      [quality.what, quality.of, quality.figure, quality.name, quality.path],
      ...entries.map(({ key, own, of = "", value, path }) => [
        own ?? given.words(key!).label,
        of,
        cell(value),
        key ?? "",
        path,
      ]),
    ],
    columns: [
      { width: 60, wrap: true },
      { width: 44, wrap: true },
      { width: 26, wrap: true },
      { width: 20 },
      { width: 48, wrap: true },
    ],
    frozenColumns: 1,
    rightToLeft: text.direction === "rtl",
  };
}

/** How and under what protection the release was made; an earlier method had neither noise nor a plan. */
function madeHow({ release, text }: Given): Entry[] {
  const { rules } = release;
  const { schedule, protection, milestone } = rules;
  const words = (name: OwnWords) => ({ own: text.workbook.quality[name] });
  return [
    { key: "consultation", value: release.consultation, path: "consultation" },
    { key: "release", value: release.release, path: "release" },
    { key: "released_at", value: release.releasedAt, path: "releasedAt" },
    { key: "final", value: release.final, path: "final" },
    { key: "simulated", value: release.simulated, path: "simulated" },
    { key: "method", value: release.method, path: "method" },
    { ...words("disclosure"), value: rules.disclosure, path: "rules/disclosure" },
    { ...words("base"), value: rules.base, path: "rules/base" },
    { ...words("sharesFrom"), value: rules.sharesFrom, path: "rules/sharesFrom" },
    { ...words("expertsExact"), value: rules.expertsExact, path: "rules/expertsExact" },
    { ...words("closesAt"), value: rules.closesAt, path: "rules/closesAt" },
    ...(release.method === 1
      ? []
      : [
          { key: "schedule", value: schedule.every, path: "rules/schedule/every" },
          { ...words("startsAt"), value: schedule.startsAt, path: "rules/schedule/startsAt" },
          { key: "turn", value: schedule.turn, path: "rules/schedule/turn" },
          { key: "releases", value: schedule.releases, path: "rules/schedule/releases" },
          { ...words("milestone"), value: milestone.turn, path: "rules/milestone/turn" },
          { ...words("milestones"), value: milestone.of, path: "rules/milestone/of" },
          { key: "sigma", value: protection.sigma, path: "rules/protection/sigma" },
          { key: "promised", value: protection.promised, path: "rules/protection/promised" },
          {
            ...words("sensitivity"),
            value: protection.sensitivity,
            path: "rules/protection/sensitivity",
          },
          {
            key: "deviation",
            ...words("groupsNoise"),
            value: protection.groups,
            path: "rules/protection/groups",
          },
          {
            ...words("participationNoise"),
            value: protection.participation,
            path: "rules/protection/participation",
          },
        ]),
  ];
}

function ofPanel(given: Given, panel: Panel): Entry[] {
  const { release, text } = given;
  const { protection } = release.rules;
  const of = text.common.panels[panel];
  const words = (name: OwnWords) => ({ own: text.workbook.quality[name], of });
  const hidden = release.recommendations.map(({ panels }) => panels[panel].hidden);
  return [
    { key: "ballots", of, value: release.ballots[panel], path: `ballots/${panel}` },
    { ...words("choosers"), value: release.choosers[panel], path: `choosers/${panel}` },
    { key: "ranked", of, value: release.ranked[panel], path: `ranked/${panel}` },
    ...(release.method === 1
      ? []
      : [
          {
            key: "deviation",
            ...words("ratingsNoise"),
            value: protection.ratings[panel],
            path: `rules/protection/ratings/${panel}`,
          },
          {
            ...words("firstNoise"),
            value: protection.first[panel],
            path: `rules/protection/first/${panel}`,
          },
        ]),
    ...hiddenOf(given, of, hidden),
  ];
}

/** Of each group how many took part, and of what its figures are made. */
function ofGroups(given: Given): Entry[] {
  const { release } = given;
  const words = groupWords(given);
  return release.segments.flatMap((segment): Entry[] => {
    const { question, option } = segment;
    const of = `${words.question(question)} ${words.option(question, option)}`;
    const path = (name: string) => `segments/${question}:${option}/${name}`;
    return [
      { key: "participation", of, value: segment.participation, path: path("participation") },
      { key: "ballots", of, value: segment.ballots, path: path("ballots") },
      { key: "ranked", of, value: segment.ranked, path: path("ranked") },
      { key: "made_in", of, value: segment.madeIn, path: path("madeIn") },
      ...hiddenOf(given, of, [segment.hidden, ...segment.recommendations.map((one) => one.hidden)]),
    ];
  });
}

/** How many figures are hidden, in all and for each reason that occurs. */
function hiddenOf(given: Given, of: string, all: readonly Release["hidden"][]): Entry[] {
  const { quality } = given.text.workbook;
  const reasons = all.flatMap((hidden) => Object.values(hidden));
  const count = (reason: string) => reasons.filter((one) => one === reason).length;
  return [
    { own: quality.hidden, of, value: reasons.length, path: "" },
    ...HIDDEN_REASONS.filter((reason) => reasons.includes(reason)).map((reason) => ({
      own: fill(quality.hiddenWhy, { reason: reasonWords(given, reason) }),
      of,
      value: count(reason),
      path: "",
    })),
  ];
}
