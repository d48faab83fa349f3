import type { Consultation } from "./definition.ts";
import { POLICIES } from "../disclosure/policy.ts";
import type { Fault } from "../fault.ts";
import { skeleton } from "../look-alikes.ts";
import { groupings } from "./groupings.ts";
import { overfull } from "./kept-size.ts";

/** Most segments: every option of everything by which the public is told apart (`groups.ts`). */
const MOST_SEGMENTS = 60;

/** What may be wrong with a definition in which every part has the right form. */
export const definitionFaults = (definition: Consultation): Fault[] => [
  ...codeFaults(definition),
  ...misnamedTranslations(definition),
  ...tooOpen(definition),
  ...backwards(definition),
  ...ofItself(definition),
  ...overfull(definition),
  ...definition.about.flatMap(populationFaults),
];

/** Everything of a definition that has a code. */
interface Coded {
  addressees: { code: string }[];
  recommendations: { code: string; addressee: string }[];
  about: { code: string; options: { code: string }[] }[];
  channels?: { code: string }[] | undefined;
}

/** Codes that stand twice, or that people would take for one another, and recommendations to nobody. */
export const codeFaults = (definition: Coded): Fault[] => [
  ...repeated(definition),
  ...orphans(definition),
];

function repeated(definition: Coded): Fault[] {
  const lists: [string, { code: string }[]][] = [
    ["/addressees", definition.addressees],
    ["/recommendations", definition.recommendations],
    ["/about", definition.about],
    ["/channels", definition.channels ?? []],
    ...definition.about.map((question, index): [string, { code: string }[]] => [
      `/about/${index}/options`,
      question.options,
    ]),
  ];
  return lists.flatMap(([place, list]) =>
    firstOfEach(list.map(({ code }) => skeleton(code))).flatMap((first, index) =>
      first < index ? [{ pointer: `${place}/${index}/code`, fault: "repeated" as const }] : [],
    ),
  );
}

/** For each text: the first place at which the same stands. */
function firstOfEach(texts: readonly string[]): number[] {
  const places = new Map<string, number>();
  return texts.map((text, index) => {
    if (!places.has(text)) places.set(text, index);
    return places.get(text)!;
  });
}

/** The first language holds the original and no other does. */
const misnamedTranslations = ({ languages, translations }: Consultation): Fault[] =>
  languages.flatMap((language, index) =>
    (translations[language] === "original") === (index === 0)
      ? []
      : [{ pointer: `/translations/${language}`, fault: "not-allowed" as const }],
  );

function orphans(definition: Coded): Fault[] {
  const known = new Set(definition.addressees.map((addressee) => addressee.code));
  return definition.recommendations.flatMap((one, index) =>
    known.has(one.addressee)
      ? []
      : [{ pointer: `/recommendations/${index}/addressee`, fault: "unknown" as const }],
  );
}

/** Rules looser than the chosen policy allows, days that cannot be kept, and too many segments. */
function tooOpen(definition: Consultation): Fault[] {
  const { release, disclosure, closesAt, experts } = definition;
  const policy = POLICIES[disclosure];
  const segments = groupings(definition).reduce((sum, { options }) => sum + options.length, 0);
  const days = release.groupsAt ?? [];
  const faults: [string, boolean][] = [
    ["/release/every", !policy.schedules.includes(release.every)],
    ["/experts", experts === "exact" && disclosure === "at-risk"],
    ["/release/groupsAt", days.length > 0 && NO_DAYS.includes(release.every)],
    ["/about", segments > MOST_SEGMENTS],
  ];
  days.forEach((day, index) => {
    const [before, end] = [days[index - 1], closesAt];
    const isLate = end !== undefined && Date.parse(day) >= Date.parse(end);
    const isBackwards = before !== undefined && Date.parse(day) <= Date.parse(before);
    faults.push([`/release/groupsAt/${index}`, isLate || isBackwards]);
  });
  return faults.flatMap(([pointer, broken]) =>
    broken ? [{ pointer, fault: "out-of-range" as const }] : [],
  );
}

/** Schedules without a release on a day fixed for groups. */
const NO_DAYS: readonly Consultation["release"]["every"][] = ["close", "demonstration"];

/** A consultation that would close before it opens. */
const backwards = ({ opensAt, closesAt }: Consultation): Fault[] =>
  opensAt !== undefined && closesAt !== undefined && Date.parse(closesAt) <= Date.parse(opensAt)
    ? [{ pointer: "/closesAt", fault: "out-of-range" }]
    : [];

/** A consultation that would be the next wave of itself. That the earlier one is there is asked when it is opened. */
const ofItself = ({ id, continues }: Consultation): Fault[] =>
  continues?.consultation === id
    ? [{ pointer: "/continues/consultation", fault: "not-allowed" }]
    : [];

/** Shares of a whole may come to a little more than all of it, each rounded by itself: to 101, say. */
const MOST_SHARES = 101;

/** Shares that nobody says the source of, a source of none, and more than there are people. */
function populationFaults({ population, options }: Consultation["about"][number], index: number) {
  const shares = options.flatMap((one) => one.share ?? []);
  const place = `/about/${index}`;
  const faults: Fault[] = [];
  if (shares.length > 0 && population === undefined) {
    faults.push({ pointer: `${place}/population`, fault: "missing" });
  }
  const first = `${place}/options/0/share`;
  if (shares.length === 0 && population !== undefined) {
    faults.push({ pointer: first, fault: "missing" });
  }
  // In tenths: 33.7 + 33.7 + 33.6 is a little more than 101 in binary.
  if (shares.reduce((sum, one) => sum + Math.round(one * 10), 0) > MOST_SHARES * 10) {
    faults.push({ pointer: first, fault: "out-of-range" });
  }
  return faults;
}
