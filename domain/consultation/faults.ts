import type { Consultation } from "./definition.ts";
import { POLICIES } from "../disclosure/policy.ts";
import type { Fault } from "../fault.ts";
import { groupings } from "./groupings.ts";

/** Most segments: every option of everything by which the public is told apart (`groups.ts`). */
const MOST_SEGMENTS = 60;

/** What may be wrong with a definition in which every part has the right form. */
export const definitionFaults = (definition: Consultation): Fault[] => [
  ...codeFaults(definition),
  ...tooOpen(definition),
  ...backwards(definition),
  ...definition.about.flatMap(populationFaults),
];

/** Everything of a definition that has a code. */
interface Coded {
  addressees: { code: string }[];
  recommendations: { code: string; addressee: string }[];
  about: { code: string; options: { code: string }[] }[];
  channels?: { code: string }[] | undefined;
}

/** Codes that stand twice, and recommendations to nobody. */
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
    list.flatMap(({ code }, index) =>
      list.findIndex((other) => other.code === code) < index
        ? [{ pointer: `${place}/${index}/code`, fault: "repeated" as const }]
        : [],
    ),
  );
}

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

/** Shares of a whole may come to a little more than all of it, each rounded by itself. */
const MOST_SHARES = 100.5;

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
  if (shares.reduce((sum, one) => sum + one, 0) > MOST_SHARES) {
    faults.push({ pointer: first, fault: "out-of-range" });
  }
  return faults;
}
