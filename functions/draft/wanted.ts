import { addressFrom } from "../../domain/consultation/address.ts";
import { readConsultationId } from "../../domain/consultation/definition.ts";
import type { Fault } from "../../domain/fault.ts";
import { type Language, MOST_LANGUAGES, plainText, readLanguage } from "../../domain/language.ts";

/** The ways to a new consultation. */
const WAYS = ["empty", "file", "paste", "duplicate", "continue"] as const;
type Way = (typeof WAYS)[number];

/** The new consultation that somebody wants. */
export interface Wanted {
  way: Way;
  /** Empty where none was entered. */
  title: string;
  /** The address that was entered; `undefined` where one is to be made. */
  id: string | undefined;
  /** The original first. */
  languages: readonly Language[];
}

const TITLE = plainText(160);

/** Reads what was entered about a new consultation; or which of it cannot be. */
export function readWanted(fields: URLSearchParams): Wanted | { faults: Fault[] } {
  const faults: Fault[] = [];
  const entered = (name: string) => (fields.get(name) ?? "").trim();
  const title = entered("title");
  if (title !== "" && !TITLE.safeParse(title).success) {
    faults.push({ pointer: "/title", fault: "out-of-range" });
  }
  const way = WAYS.find((one) => one === fields.get("way")) ?? "empty";
  const id = entered("id") === "" ? undefined : readConsultationId(entered("id"));
  const isNamed = title !== "" || way === "duplicate" || way === "continue" || way === "file";
  if (entered("id") === "" ? !isNamed : id === undefined) {
    faults.push({ pointer: entered("id") === "" ? "/title" : "/id", fault: "not-allowed" });
  }
  const original = entered("otherOriginal") || entered("original") || "en";
  const more = [...fields.getAll("language"), ...entered("moreLanguages").split(/[\s,;]+/)];
  const tags = [original, ...more.filter(Boolean)].map((tag) => readLanguage(tag));
  if (tags.includes(undefined) || tags.length > MOST_LANGUAGES + 1) {
    faults.push({ pointer: "/languages", fault: "not-allowed" });
  }
  if (faults.length > 0) return { faults };
  const languages = [...new Set(tags.filter((tag) => tag !== undefined))];
  return { way, title: title.normalize("NFC"), id, languages };
}

/** Most addresses that are tried. */
const MOST_TRIED = 50;

/** Addresses for a consultation, the best first: the one that was entered alone, or those made of a title. */
export function addressesFor({ id, title }: Wanted, instead: string | undefined): string[] {
  if (id !== undefined) return [id];
  const base = addressFrom(title) || readConsultationId(instead ?? "") || "consultation";
  return Array.from({ length: MOST_TRIED }, (_, index) =>
    index === 0 ? base : `${base.slice(0, 36).replace(/-+$/, "")}-${index + 1}`,
  );
}
