/**
 * Keys by which organisers' programs act at one consultation: `kenes_`, 160 random bits as 32 letters, and a
 * checksum of seven. A key is shown once; what is kept of it is a keyed hash.
 */
import { ALPHABET, drawCode } from "../crockford.ts";
import type { Fault } from "../fault.ts";
import type { Language } from "../language.ts";
import { CHECK_LETTERS, checkLetters } from "./check-letters.ts";
import { readName } from "../organiser/name.ts";
import { type Action, type GivenRole, may, readGivenRole, type Role } from "../organiser/role.ts";

/** Most keys of one consultation. */
export const MOST_KEYS = 20;

/** Random bytes that a key is drawn from: five bits of each. */
export const KEY_BYTES = 32;

/** Scanners of source code know a key of ours by what it begins with. */
export const KEY_PREFIX = "kenes_";

const KEY = new RegExp(`^${KEY_PREFIX}[${ALPHABET}]{${KEY_BYTES + CHECK_LETTERS}}$`);

/** Draws a key from bytes of a cryptographic random source. */
export function drawProgramKey(randomBytes: Uint8Array): string {
  const letters = drawCode(KEY_BYTES, randomBytes).replaceAll("-", "");
  return `${KEY_PREFIX}${letters}${checkLetters(letters)}`;
}

/** Whether a text is a key, by its form and its checksum alone; nobody is asked. */
export const isProgramKey = (text: string): boolean =>
  KEY.test(text) &&
  checkLetters(text.slice(KEY_PREFIX.length, -CHECK_LETTERS)) === text.slice(-CHECK_LETTERS);

/** What is put through HMAC-SHA-256 with the installation's secret: a key counts at one consultation only. */
export const programKeyPreimage = (consultation: string, key: string): string =>
  `kenes-program-key/1\0${consultation}\0${key}`;

/** What a key is for. */
export interface KeyWanted extends GivenRole {
  /** What its program is called. */
  name: string;
  role: Exclude<Role, "owner">;
  /** It may also take steps of the consultation's life, which no role but the owner's may. */
  steps: boolean;
  /** Its last day, by the consultation's calendar. */
  expires: string;
}

/** What is read of a form that asks for a key: every fault, with the place of what is wrong. */
export function readKeyWanted(
  entered: { name: string; role: string; steps: boolean; expires: string },
  languages: readonly string[],
  all: readonly Language[],
  today: string,
): { wanted: KeyWanted } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const name = readName(entered.name);
  if (name === undefined) faults.push({ pointer: "/name", fault: "not-allowed" });
  const given = readGivenRole(entered.role, languages, all);
  if (given === "no-language") faults.push({ pointer: "/languages", fault: "missing" });
  const isRole = given !== undefined && given !== "no-language" && given.role !== "owner";
  if (!isRole && given !== "no-language") faults.push({ pointer: "/role", fault: "not-allowed" });
  const expires = entered.expires.trim();
  if (!isLastDay(expires, today)) faults.push({ pointer: "/expires", fault: "out-of-range" });
  if (faults.length > 0) return { faults };
  const { role, languages: own } = given as GivenRole;
  return {
    wanted: {
      name: name!,
      role: role as KeyWanted["role"],
      ...(own !== undefined && { languages: own }),
      steps: entered.steps,
      expires,
    },
  };
}

/** How many days a key may last, from the day on which it is made: a year, and that may be a leap year. */
export const MOST_KEY_DAYS = 366;

/** The last day that a key made today may have: a year from now. */
export function lastDayFrom(today: string): string {
  const [year = "", month = "", day = ""] = today.split("-");
  // In a year without it, 29 February is the day before.
  const last = month === "02" && day === "29" ? "28" : day;
  return `${Number(year) + 1}-${month}-${last}`;
}

/** Days of ISO 8601 compare as texts. */
const isLastDay = (day: string, today: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
  return isDay && day >= today && day <= lastDayFrom(today);
};

/**
 * Whether a key may do that at this moment: only what its own role may and what whoever made it may still do. So
 * a key loses with its maker's role, and never has more than they have.
 */
export const mayByKey = (
  key: Pick<KeyWanted, "role" | "steps">,
  maker: Role,
  action: Action,
): boolean =>
  may(maker, action) && (may(key.role, action) || (action === "lifecycle" && key.steps));

/**
 * The languages whose texts a key may change: only those that both a translator's key and a maker who has
 * become a translator have; `undefined` where neither is one.
 */
export function languagesByKey(
  key: Pick<KeyWanted, "role" | "languages">,
  maker: GivenRole,
): readonly Language[] | undefined {
  const own = key.role === "translator" ? (key.languages ?? []) : undefined;
  const theirs = maker.role === "translator" ? (maker.languages ?? []) : undefined;
  if (own === undefined || theirs === undefined) return own ?? theirs;
  return own.filter((one) => theirs.includes(one));
}
