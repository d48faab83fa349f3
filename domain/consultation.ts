import * as z from "zod/mini";
import { DISCLOSURES, POLICIES } from "./disclosure/policy.ts";
import { type Fault, faultsOf } from "./fault.ts";
import { localized, plainText } from "./language.ts";

/** Most recommendations that one consultation may hold: keeps a ballot under one kilobyte. */
const MOST_RECOMMENDATIONS = 100;

/** Most segments: every option of every question, and for each question those who did not say. */
const MOST_SEGMENTS = 60;

/** Most corrections of the wording while a consultation is open. */
export const MOST_CORRECTIONS = 50;

/** The answer that every about-you question offers besides its own options. */
export const PREFER_NOT_TO_SAY = "prefer-not-to-say";

/** The group of those who were asked a question about themselves and did not answer it. */
export const NOT_SAID = "not-said";

// `constructor` and the like would be legal slugs, and a trap wherever a code is used as a key.
const NOT_A_KEY = ["constructor", "prototype", "tostring", "valueof", PREFER_NOT_TO_SAY, NOT_SAID];
const slug = z.string().check(
  z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  z.maxLength(40),
  z.refine((text: string) => !NOT_A_KEY.includes(text)),
);
const addresseeCode = z.string().check(z.regex(/^[A-Z]{1,3}$/));
const recommendationCode = z.string().check(z.regex(/^[A-Z]{1,3}[1-9][0-9]{0,2}$/));

const recommendation = z.strictObject({
  code: recommendationCode,
  addressee: addresseeCode,
  title: localized(120),
  statement: localized(800),
  measures: z.array(localized(400)).check(z.minLength(1), z.maxLength(12)),
});

const question = z.strictObject({
  code: slug,
  question: localized(200),
  why: localized(300),
  options: z
    .array(z.strictObject({ code: slug, label: localized(120) }))
    .check(z.minLength(2), z.maxLength(40)),
});

/** Whether a translation is the original wording, a working translation, or one checked by a second person. */
const translation = z.enum(["original", "working", "checked"]);

const shape = z.strictObject({
  id: slug,
  title: localized(160),
  summary: localized(1200),
  source: z.strictObject({
    title: localized(200),
    publisher: plainText(120),
    date: z.iso.date(),
    isbn: z.optional(z.string().check(z.regex(/^[0-9Xx -]{10,20}$/))),
    chapter: z.optional(plainText(40)),
  }),
  translations: z.strictObject({ en: translation, ru: translation, kk: translation }),
  addressees: z
    .array(z.strictObject({ code: addresseeCode, name: localized(120) }))
    .check(z.minLength(1), z.maxLength(20)),
  recommendations: z.array(recommendation).check(z.minLength(1), z.maxLength(MOST_RECOMMENDATIONS)),
  about: z.array(question).check(z.maxLength(12)),
  release: z.strictObject({
    /** A panel's figures are made anew only after at least this many changes to its ballots. */
    minChanged: z.int().check(z.gte(10), z.lte(10_000)),
    /** And no two releases are closer than this, in minutes. */
    minMinutes: z.int().check(z.gte(1), z.lte(10_080)),
  }),
  /** How much may be shown (disclosure/policy.ts). Fixed with the definition, before anybody answers. */
  disclosure: z.enum(DISCLOSURES),
  /** When answering begins, in UTC; without it, as soon as the definition is stored. */
  opensAt: z.optional(z.iso.datetime()),
  /** When answering ends, in UTC. No release is made on the last day, and a final one afterwards. */
  closesAt: z.optional(z.iso.datetime()),
  /** Where "leave" leads in an `at-risk` consultation: a page that anybody may have open. Else an empty one. */
  leaveTo: z.optional(z.url({ protocol: /^https$/ }).check(z.maxLength(200))),
  /** Every expert has agreed in writing to be shown in bands if the panel stays under the base. */
  smallPanelConsent: z.optional(z.boolean()),
  /** Closing early and exporting single ballots need a second owner (organiser/proposal.ts). */
  twoPersons: z.optional(z.boolean()),
  /** So many days after closing the ballots of an archived consultation are deleted; else never by itself. */
  purgeAfterDays: z.optional(z.int().check(z.gte(1), z.lte(3_650))),
  /** Each correction of the wording while it was open. The wording as it was opened is version 1. */
  corrections: z.optional(
    z
      .array(z.strictObject({ at: z.iso.datetime(), note: localized(300) }))
      .check(z.maxLength(MOST_CORRECTIONS)),
  ),
});

/** The address of a consultation that a text names; `undefined` when it can be none. */
export const readConsultationId = (text: string): string | undefined => {
  const read = slug.safeParse(text);
  return read.success ? read.data : undefined;
};

/** A consultation as its organisers wrote it down. Everything else follows from it. */
export type Consultation = z.infer<typeof shape>;

/**
 * Reads a definition that somebody else wrote: refuses unknown keys, markup, repeated codes and
 * recommendations without an addressee, and names the place of every fault.
 */
export function readConsultation(
  value: unknown,
  mostFaults?: number,
): { consultation: Consultation } | { faults: Fault[] } {
  const parsed = shape.safeParse(value);
  if (!parsed.success) return { faults: faultsOf(parsed.error, value, mostFaults) };
  const { data } = parsed;
  const faults = [...codeFaults(data), ...tooOpen(data), ...backwards(data)];
  return faults.length > 0 ? { faults } : { consultation: parsed.data };
}

interface Coded {
  addressees: { code: string }[];
  recommendations: { code: string; addressee: string }[];
  about: { code: string; options: { code: string }[] }[];
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
    ...definition.about.map((asked, index): [string, { code: string }[]] => [
      `/about/${index}/options`,
      asked.options,
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

/** Rules looser than the chosen policy allows, and more segments than one tally can hold. */
function tooOpen({ release, disclosure, about }: Consultation): Fault[] {
  const policy = POLICIES[disclosure];
  const segments = about.reduce((sum, { options }) => sum + options.length + 1, 0);
  const faults: [string, boolean][] = [
    ["/release/minChanged", release.minChanged < policy.minChanged],
    ["/release/minMinutes", release.minMinutes < policy.minMinutes],
    ["/about", segments > MOST_SEGMENTS],
  ];
  return faults.flatMap(([pointer, broken]) =>
    broken ? [{ pointer, fault: "out-of-range" as const }] : [],
  );
}

/** A consultation that would close before it opens. */
const backwards = ({ opensAt, closesAt }: Consultation): Fault[] =>
  opensAt !== undefined && closesAt !== undefined && Date.parse(closesAt) <= Date.parse(opensAt)
    ? [{ pointer: "/closesAt", fault: "out-of-range" }]
    : [];
