import { readFile } from "node:fs/promises";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";

const inAll = (text: string) => ({ en: text, ru: `${text} (ru)`, kk: `${text} (kk)` });

const recommendation = (code: string, addressee: string) => ({
  code,
  addressee,
  title: inAll(`Title of ${code}`),
  statement: inAll(`Statement of ${code}`),
  measures: [inAll(`First measure of ${code}`)],
});

/** A definition as it stands in a file: of the shape of the shipped one, new at each call. */
export const definitionFile = () => ({
  id: "test-2026",
  languages: ["en", "ru", "kk"],
  timeZone: "Asia/Almaty",
  title: inAll("A consultation"),
  summary: inAll("What it is about"),
  source: {
    title: inAll("A report"),
    publisher: "A publisher",
    date: "2019-11-27",
    isbn: "978 1 78413 375 7",
    chapter: "9",
  },
  translations: { en: "original", ru: "working", kk: "checked" },
  addressees: [
    { code: "W", name: inAll("Western governments") },
    { code: "K", name: inAll("Government of Kazakhstan") },
  ],
  recommendations: [
    ...Array.from({ length: 4 }, (_, index) => recommendation(`W${index + 1}`, "W")),
    ...Array.from({ length: 14 }, (_, index) => recommendation(`K${index + 1}`, "K")),
  ],
  about: [
    {
      code: "region",
      question: inAll("Where do you live?"),
      why: inAll("To see who is missing"),
      options: [
        { code: "north", label: inAll("North") },
        { code: "south", label: inAll("South") },
      ],
    },
    {
      code: "age",
      question: inAll("How old are you?"),
      why: inAll("To see who is missing"),
      options: [
        { code: "under-30", label: inAll("Under 30") },
        { code: "30-or-over", label: inAll("30 or over") },
      ],
    },
  ],
  release: { every: "day" },
  disclosure: "standard",
});

/** The definition of the file, read. */
export const definition = (): Consultation => {
  const read = readConsultation(definitionFile());
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.consultation;
};

/** The file that the project ships, as text. */
export const shippedFile = (): Promise<string> =>
  readFile(new URL("../../../consultations/kazakhstan-2019.json", import.meta.url), "utf8");
