import { SCALE } from "../../domain/ballot/rating.ts";
import { API, apiPath } from "../../domain/api.ts";
import { METHODS, pathOf, withQuery } from "../../domain/paths.ts";
import { licenceOf } from "../../domain/consultation/licence.ts";
import { sharesLimit } from "../../domain/release/limits.ts";
import { languageName } from "../language/names.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { noticesOf, tookPartWords } from "../results/chart/source.ts";
import { ballotsOf } from "../results/facts/choices.ts";
import { leftOutWords } from "../results/facts/left-out.ts";
import { citation } from "../results/share/cited.ts";
import { fill, formatDay, formatMoment, formatNumber } from "../text.ts";
import type { Given } from "./given.ts";
import type { SheetData } from "./sheet.ts";

/** A heading, and the paragraphs beside it. */
type Entry = readonly [heading: string, ...paragraphs: string[]];

/** What a workbook is, for whoever gets it from somebody else: what it holds, what it says and does not, how to check it. */
export function readMeSheet(given: Given): SheetData {
  const { text, consultation } = given;
  const title = textOf(saidIn(given, consultation, consultation.title));
  const entries = [...origin(given), ...meaning(given), ...use(given)];
  return {
    name: text.workbook.sheets.readMe,
    rows: [
      [text.results.eyebrow, title],
      ...entries.flatMap(([heading, ...paragraphs]) =>
        paragraphs.map((paragraph, place) => [place === 0 ? heading : "", paragraph]),
      ),
    ],
    columns: [
      { width: 30, wrap: true, bold: true },
      { width: 100, wrap: true },
    ],
    rightToLeft: text.direction === "rtl",
  };
}

/** Who asked what and whom, and how many answered. */
function origin(given: Given): Entry[] {
  const { language, text, consultation, release } = given;
  const { readMe } = text.workbook;
  const { organiser, source, timeZone } = consultation;
  const said = (texts: typeof consultation.title) => textOf(saidIn(given, consultation, texts));
  const made = fill(readMe.made, {
    number: formatNumber(language, release.release),
    moment: formatMoment(language, release.releasedAt, timeZone),
  });
  const nothing = fill(text.results.panelHidden.public, {
    base: formatNumber(language, release.rules.base),
  });
  const leftOut = leftOutWords(given);
  const isWorking = consultation.translations[language] === "working";
  return [
    [
      readMe.note,
      ...(leftOut === undefined ? [] : [leftOut, readMe.leftOut]),
      ...noticesOf(given),
      text.results.notAVote,
      ...(isWorking ? [text.common.workingTranslation] : []),
    ],
    ...(organiser === undefined
      ? []
      : [
          [readMe.asks, said(organiser.name)] as const,
          [readMe.contact, said(organiser.contact)] as const,
        ]),
    [
      readMe.source,
      fill(source.chapter === undefined ? text.common.source : text.common.sourceChapter, {
        title: said(source.title),
        publisher: source.publisher,
        date: formatDay(language, source.date),
        chapter: source.chapter ?? "",
      }),
    ],
    [
      readMe.release,
      made,
      `${release.releasedAt} (ISO 8601, UTC)`,
      ...(release.final ? [readMe.final] : []),
      tookPartWords(given) || nothing,
    ],
  ];
}

/** How to read its figures. */
function meaning(given: Given): Entry[] {
  const { language, text, release, origin: address } = given;
  const { common, workbook, results } = text;
  const { readMe } = workbook;
  const { disclosure, base, sharesFrom, protection, expertsExact } = release.rules;
  const number = (value: number, decimals = 0) => formatNumber(language, value, decimals);
  const shares = sharesLimit(sharesFrom, protection.ratings.public ** 2);
  const sigma = number(protection.sigma, 1);
  const { noise } = results;
  return [
    [
      readMe.scale,
      ...SCALE.map((point) => fill(readMe.point, { point, label: common.scale[point] })),
      readMe.direction,
    ],
    [readMe.states, readMe.rated, readMe.noOpinion, readMe.skipped, readMe.notShown],
    ["", fill(readMe.empty, { hidden: given.words("hidden").label })],
    [
      readMe.protection,
      fill(readMe.policy, { policy: disclosure }),
      ...(release.method === 1
        ? [results.earlierMethod]
        : [
            fill(noise.told, { base: number(base), shares: number(shares) }),
            protection.promised ? fill(noise.promise[disclosure], { sigma }) : noise.demonstration,
            expertsExact ? noise.expertsExact : noise.expertsToo,
          ]),
    ],
    [
      readMe.method,
      fill(readMe.version, {
        version: release.method,
        address: `${address}${pathOf(METHODS, { lang: language })}`,
      }),
    ],
  ];
}

/** The sheets beside this one: those without which there is nothing to say are not there. */
const sheetsOf = ({ choices, tables }: Given) =>
  [
    "recommendations",
    ...(choices.ballots === "all" ? (["groups", "gap"] as const) : []),
    ...(tables.flags === undefined ? [] : (["flagged"] as const)),
    "quality",
    "codebook",
  ] as const;

/** Under what terms it may be used, how it is cited and checked, and what else there is. */
function use(given: Given): Entry[] {
  const { choices, text, consultation, release, hash, origin: address, language } = given;
  const { id, languages } = consultation;
  const { readMe, holds, sheets, flagged } = text.workbook;
  const file = (lang: string) =>
    `${address}${withQuery(apiPath(API.releaseXlsx, id, release.release), { ...ballotsOf(choices), lang })}`;
  return [
    [text.share.cite.label, citation(given, address)],
    [readMe.licence, licenceOf(consultation).name, licenceOf(consultation).address],
    [text.results.release.hash, hash],
    [text.results.release.previous, release.previous ?? text.results.release.first],
    [
      readMe.check,
      fill(readMe.checkHow, {
        address: `${address}${apiPath(API.release, id, release.release)}`,
        codebook: sheets.codebook,
      }),
    ],
    [
      readMe.sheets,
      ...sheetsOf(given).map((name) =>
        name === "flagged"
          ? `${flagged.sheet}: ${flagged.holds}`
          : `${sheets[name]}: ${holds[name]}`,
      ),
      readMe.words,
    ],
    [
      readMe.languages,
      ...languages
        .filter((one) => one !== language)
        .map((one) => `${languageName(one)}: ${file(one)}`),
    ],
  ];
}
