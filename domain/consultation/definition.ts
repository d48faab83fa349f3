import * as z from "zod/mini";
import { DISCLOSURES, MOST_FOR_FLAGS, SCHEDULES } from "../disclosure/policy.ts";
import { BY_CHANNEL, BY_LANGUAGE } from "./groupings.ts";
import {
  type Language,
  languageList,
  localized,
  localizedProse,
  perLanguage,
  plainText,
} from "../language.ts";
import { code, slug } from "./code.ts";
import { OTHER_LICENCES } from "./licence.ts";
import { ACCENTS, ALT_LENGTH, EMBLEM_FILE } from "./look.ts";
import { isTimeZone } from "./time-zone.ts";

/** Most recommendations that one consultation may hold: keeps a ballot under one kilobyte. */
export const MOST_RECOMMENDATIONS = 100;
/** Longest texts of a recommendation, in UTF-16 units. */
export const TEXT_LENGTHS = { title: 120, statement: 800, measures: 400 } as const;
/** Most measures of one recommendation. */
export const MOST_MEASURES = 12;
/** Most addressees, and the longest name of one. */
export const MOST_ADDRESSEES = 20;
export const ADDRESSEE_LENGTH = 120;
/** Most channels by which organisers reach out. */
export const MOST_CHANNELS = 12;

/** Most percent of the budget for groups: the rest must still say something. Most days of theirs before closing. */
const MOST_FOR_GROUPS = 60;
const MOST_MILESTONES = 6;

/** Most corrections of the wording while a consultation is open. */
export const MOST_CORRECTIONS = 50;
/** Most times that closing is moved; after each, it may still be closed early. */
export const MOST_CLOSINGS = 20;

/** The longest public note, of a correction or of whatever else is explained, in UTF-16 units. */
export const NOTE_LENGTH = 300;

/** A share of the population, in percent with one decimal. */
const share = z.number().check(
  z.gte(0),
  z.lte(100),
  z.refine((value) => Math.round(value * 10) / 10 === value),
);

/** Whether a translation is the original wording, a working translation, or one checked by a second person. */
const translation = z.enum(["original", "working", "checked"]);

/** The form of a definition, in those languages or in any; what its parts must not contradict is in faults.ts. */
export const definitionSchema = (languages?: readonly Language[]) => {
  const text = (most: number) => localized(languages, most);
  const prose = (most: number) => localizedProse(languages, most);
  const recommendation = z.strictObject({
    code,
    addressee: code,
    title: text(TEXT_LENGTHS.title),
    statement: text(TEXT_LENGTHS.statement),
    /** What it comes to in practice; none where the report names none. */
    measures: z.prefault(
      z.array(text(TEXT_LENGTHS.measures)).check(z.maxLength(MOST_MEASURES)),
      [],
    ),
    /** Somebody suggested it in an earlier consultation. Who is known to nobody. */
    suggestedBy: z.optional(z.literal("respondent")),
  });
  const question = z.strictObject({
    // Languages and channels are groups under these names.
    code: slug.check(z.refine((name) => name !== BY_LANGUAGE && name !== BY_CHANNEL)),
    question: text(200),
    why: text(300),
    /** Where the shares of the population among the options come from. */
    population: z.optional(z.strictObject({ source: plainText(200) })),
    options: z
      .array(z.strictObject({ code: slug, label: text(120), share: z.optional(share) }))
      .check(z.minLength(2), z.maxLength(40)),
  });
  return z.strictObject({
    id: slug,
    /** In order; the first is the one that the texts were written in. */
    languages: languageList,
    /** The zone, by its IANA name, in which the days and hours of this consultation are told. */
    timeZone: z.string().check(z.refine(isTimeZone)),
    title: text(160),
    summary: prose(1200),
    /** Who asks. Consultations from before there was such a field have none. */
    organiser: z.optional(
      z.strictObject({
        name: text(160),
        contact: text(200),
        purpose: z.optional(prose(1200)),
        /** What happens with the results, and by which day. */
        next: z.optional(prose(1200)),
        nextBy: z.optional(z.iso.date()),
        /** Where the report can be read. */
        report: z.optional(z.url({ protocol: /^https$/ }).check(z.maxLength(300))),
        /** Who answers for the data, and for how long they are kept. */
        responsible: z.optional(text(300)),
        keptFor: z.optional(text(300)),
      }),
    ),
    source: z.strictObject({
      title: text(200),
      publisher: plainText(120),
      date: z.iso.date(),
      isbn: z.optional(z.string().check(z.regex(/^[0-9Xx -]{10,20}$/))),
      chapter: z.optional(plainText(40)),
    }),
    translations: perLanguage(languages, translation),
    addressees: z
      .array(z.strictObject({ code, name: text(ADDRESSEE_LENGTH) }))
      .check(z.minLength(1), z.maxLength(MOST_ADDRESSEES)),
    recommendations: z
      .array(recommendation)
      .check(z.minLength(1), z.maxLength(MOST_RECOMMENDATIONS)),
    about: z.array(question).check(z.maxLength(12)),
    /** Through what the organisers reach out; each has a signed link, and who came by it is counted. */
    channels: z.optional(
      z
        .array(z.strictObject({ code: slug, label: text(120) }))
        .check(z.minLength(1), z.maxLength(MOST_CHANNELS)),
    ),
    /** Whether the public is also counted by the language of the ballot. */
    countLanguages: z.optional(z.literal(true)),
    /** Respondents may say why, and what is missing from the list; somebody has to moderate what they write. */
    reasons: z.optional(z.literal(true)),
    /** When results are published; fixed with the definition, and made whether or not anybody answered. */
    release: z.strictObject({
      every: z.enum(SCHEDULES),
      /** Percent of the protection's budget set aside for groups; 0: groups are not published. */
      groups: z.optional(z.int().check(z.gte(0), z.lte(MOST_FOR_GROUPS))),
      /** Percent of it set aside for what is told of flagged ballots (domain/flags); left out, nothing is. */
      flags: z.optional(z.int().check(z.gte(1), z.lte(MOST_FOR_FLAGS))),
      /** Days on which groups are published while answers come in, ascending; always after closing. */
      groupsAt: z.optional(z.array(z.iso.datetime()).check(z.maxLength(MOST_MILESTONES))),
    }),
    /** The consultation of which this is the next wave: the same codes, new ballots (release/waves.ts). */
    continues: z.optional(z.strictObject({ consultation: slug })),
    /** How much may be shown (disclosure/policy.ts). Fixed with the definition, before anybody answers. */
    disclosure: z.enum(DISCLOSURES),
    /** When answering begins, in UTC, else as soon as it is stored; and ends, whereafter the last release is made. */
    opensAt: z.optional(z.iso.datetime()),
    closesAt: z.optional(z.iso.datetime()),
    /** Where "leave" leads in an `at-risk` consultation: a page that anybody may have open. Else an empty one. */
    leaveTo: z.optional(z.url({ protocol: /^https$/ }).check(z.maxLength(200))),
    /** The experts' counts are published exactly, and each expert is told so before answering. */
    experts: z.optional(z.literal("exact")),
    /** The colour of its pages, and the emblem of who asks with what it shows, for whoever does not see it (look.ts). */
    accent: z.optional(z.enum(ACCENTS)),
    emblem: z.optional(
      z.strictObject({ file: z.string().check(z.regex(EMBLEM_FILE)), alt: text(ALT_LENGTH) }),
    ),
    /** How many people the consultation is about, and who says so: what the public's answers are seen beside. */
    people: z.optional(
      z.strictObject({
        number: z.int().check(z.gte(1_000), z.lte(10_000_000_000)),
        source: plainText(200),
      }),
    ),
    /** Under what its results may be used; without it, CC BY 4.0. */
    licence: z.optional(z.enum(OTHER_LICENCES)),
    /** Closing early and exporting single ballots need a second owner (organiser/proposal.ts). */
    twoPersons: z.optional(z.literal(true)),
    /** So many days after closing the ballots of an archived consultation are deleted; else never by itself. */
    purgeAfterDays: z.optional(z.int().check(z.gte(1), z.lte(3_650))),
    /** Each correction of the wording while it was open. The wording as it was opened is version 1. */
    corrections: z.optional(
      z
        .array(z.strictObject({ at: z.iso.datetime(), note: text(NOTE_LENGTH) }))
        .check(z.maxLength(MOST_CORRECTIONS)),
    ),
    /** Each change of the moment of closing while it was open; earlier only by closing in a day, without a note. */
    closings: z.optional(
      z
        .array(
          z.strictObject({
            at: z.iso.datetime(),
            from: z.optional(z.iso.datetime()),
            to: z.iso.datetime(),
            note: z.optional(text(NOTE_LENGTH)),
          }),
        )
        .check(z.maxLength(MOST_CLOSINGS + 1)),
    ),
    /** Channels that were added while it was open: links of their own, and no groups (decision 018). */
    laterChannels: z.optional(
      z.array(z.strictObject({ code: slug, label: text(120) })).check(z.maxLength(MOST_CHANNELS)),
    ),
  });
};

/** The address of a consultation that a text names; `undefined` when it can be none. */
export const readConsultationId = (text: string): string | undefined => {
  const read = slug.safeParse(text);
  return read.success ? read.data : undefined;
};

/** A consultation as its organisers wrote it down. Everything else follows from it. */
export type Consultation = z.infer<ReturnType<typeof definitionSchema>>;
