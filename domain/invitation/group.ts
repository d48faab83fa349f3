import * as z from "zod/mini";
import { type Fault, faultsOf } from "../fault.ts";
import type { Language } from "../language.ts";
import { cleanText } from "../translation-report.ts";

/** Most invitations that are made at once, whether by a command or on a page. */
export const MOST_INVITATIONS = 10_000;

/** Most cards that are printed at once: a hundred sheets of eight. */
export const MOST_CARDS = 800;

/**
 * Most codes of one answer. More are asked for piece by piece: each is stored in a second or two, and the next is made when the organiser has said
 * that they have the one before.
 */
export const PIECE = 990;

/** Longest label of a group or of a code, in UTF-16 units. */
export const LONGEST_LABEL = 120;

/** In what form new codes come; they exist nowhere but in that one answer. */
export const CODE_FORMS = ["csv", "letters", "cards", "page"] as const;
export type CodeForm = (typeof CODE_FORMS)[number];

/** Invitations that are made together. Organisers see the labels; nobody else does. */
export interface InvitationGroup {
  id: string;
  label: string;
  /** Last day (in the zone of the consultation) on which its codes can be used; without it, they can until the consultation closes. */
  expires?: string;
  /** The day on which it was begun. */
  day: string;
}

/** What an organiser asks for. */
export interface NewInvitations {
  label: string;
  count: number;
  expires?: string | undefined;
  /** One for each code, in the order given; empty when the codes have none. */
  labels: string[];
  form: CodeForm;
  /** The language of cards and letters. */
  language: Language;
}

const oneLine = (text: string): string => cleanText(text).replaceAll(/\s+/g, " ");

const label = z
  .string()
  .check(z.overwrite(oneLine), z.minLength(1, { abort: true }), z.maxLength(LONGEST_LABEL));

/**
 * Reads what an organiser filled in: a label, a number or a list of labels with one for each code, an
 * expiry day that is not past, the form in which the codes are wanted, and one of the consultation's
 * languages, the original if none is said. Names every fault. `mostAtOnce`: of codes, where they come in one answer alone.
 */
export function readNewInvitations(
  entered: Record<"label" | "count" | "expires" | "labels" | "form" | "language", string>,
  today: string,
  languages: readonly Language[],
  mostAtOnce: number = MOST_INVITATIONS,
): { wanted: NewInvitations } | { faults: Fault[] } {
  const labels = entered.labels
    .split(/\r\n?|\n/)
    .map(oneLine)
    .filter((line) => line !== "");
  const most = entered.form === "cards" ? MOST_CARDS : mostAtOnce;
  const value = {
    label: entered.label,
    // A list of labels says itself how many there are.
    count: labels.length > 0 ? labels.length : readCount(entered.count),
    ...(entered.expires.trim() !== "" && { expires: entered.expires.trim() }),
    labels,
    form: entered.form,
    language: entered.language || languages[0]!,
  };
  const parsed = z
    .strictObject({
      label,
      count: z.int().check(z.gte(1), z.lte(most)),
      expires: z.optional(z.iso.date().check(z.refine((day: string) => day >= today))),
      labels: z.array(z.string()).check(
        z.refine((all: string[]) => all.every((one) => one.length <= LONGEST_LABEL)),
        z.refine((all: string[]) => new Set(all).size === all.length),
      ),
      form: z.enum(CODE_FORMS),
      language: z.enum([...languages]),
    })
    .safeParse(value);
  return parsed.success ? { wanted: parsed.data } : { faults: faultsOf(parsed.error, value) };
}

/** The number that was typed, spaces in it forgiven; not a number when it is none. */
const readCount = (text: string): number => {
  const digits = text.replaceAll(/\s/g, "");
  return /^\d{1,6}$/.test(digits) ? Number(digits) : NaN;
};

/** The label that a person typed, in the form in which labels are kept. */
export const readLabel = (text: string): string => oneLine(text);
