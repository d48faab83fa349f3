import type { Draft } from "../../domain/draft/draft.ts";
import type { LogValue } from "../../domain/organiser/log.ts";
import { readLanguage } from "../../domain/language.ts";
import { fieldName } from "../draft/field-name.ts";
import type { Reader } from "../language/reader.ts";
import { formatDay, formatMoment } from "../text.ts";
import { languageName } from "../language/names.ts";
import { whoIn } from "../organiser/who.ts";

/** What the values of the log are put into words with. */
export interface LogReader extends Reader {
  /** As it is now: it knows the codes of its recommendations. */
  draft: Draft;
  /** In which the consultation's moments are told. */
  timeZone: string;
}

/** A value of the log in words: whatever is a code has the name that the pages give it. */
export function logValueInWords(reader: LogReader, value: LogValue): string {
  if (typeof value !== "object" || value === null) return String(value ?? "–");
  if (isList(value)) return value.map((one) => logValueInWords(reader, one)).join(", ");
  const { log } = reader.text.organiser;
  const fields: Record<string, string> = log.fields;
  return Object.entries(value)
    .filter(([field, inner]) =>
      field === "group" ? !isNamed(value) : field !== "label" || inner !== "",
    )
    .map(([field, inner]) => {
      // Some words of the log are languages' tags too, so its own come first.
      const language = readLanguage(field);
      const name = fields[field] ?? (language === undefined ? field : languageName(language));
      return `${name}: ${saidOf(reader, field, inner)}`;
    })
    .join("; ");
}

function saidOf(reader: LogReader, field: string, value: LogValue): string {
  const { language, text, draft, timeZone } = reader;
  if (field === "languages" && typeof value === "object" && value !== null && isList(value)) {
    return value.map((one) => languageName(String(one))).join(", ");
  }
  if (field === "fields" && typeof value === "object" && value !== null && isList(value)) {
    return value.map((name) => fieldName(text, draft, String(name))).join(" · ");
  }
  if (field === "steps") return text.programs.logSteps;
  if (typeof value !== "string") return logValueInWords(reader, value);
  if (field === "expires") return formatDay(language, value);
  if (field === "until") return formatMoment(language, value, timeZone);
  if (["proposedBy", "confirmedBy", "askedBy"].includes(field)) return whoIn(text, value);
  const { life, importing } = text.draft;
  const codes: Record<string, Record<string, string>> = {
    role: text.organiser.roles,
    stage: life.stageNames,
    step: life.steps,
    way: importing.ways,
    status: text.response.statuses,
    mode: text.about.work.modes,
    how: text.participation.recount.log,
    why: text.participation.recount.log,
    outcome: text.participation.recount.log,
    act: { close: life.steps.close, export: text.exports.stateHeading },
  };
  const words = codes[field] ?? {};
  return Object.hasOwn(words, value) ? words[value]! : value;
}

/** Whether a group of invitations has a name of its own, beside which its number says nothing. */
const isNamed = (value: { readonly [key: string]: LogValue }): boolean =>
  typeof value["label"] === "string" && value["label"] !== "";

const isList = (value: object): value is readonly LogValue[] => Array.isArray(value);
