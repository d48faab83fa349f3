import type { LogValue } from "../../domain/organiser/log.ts";
import { readRole } from "../../domain/organiser/role.ts";
import type { Catalogue } from "../language/catalogue.ts";

/** A value of the log in words: names of fields and of roles as the language has them, the rest as it is. */
export function logValueInWords(text: Catalogue, value: LogValue): string {
  const { log, roles } = text.organise;
  const fields: Record<string, string> = log.fields;
  if (typeof value !== "object" || value === null) return String(value ?? "–");
  if (isList(value)) return value.map((one) => logValueInWords(text, one)).join(", ");
  return Object.entries(value)
    .map(([field, inner]) => {
      const role = field === "role" && typeof inner === "string" ? readRole(inner) : undefined;
      const said = role === undefined ? logValueInWords(text, inner) : roles[role];
      return `${fields[field] ?? field}: ${said}`;
    })
    .join("; ");
}

const isList = (value: object): value is readonly LogValue[] => Array.isArray(value);
