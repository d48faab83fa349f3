import type { Language } from "../../domain/language.ts";

/* Made-up reports of others, as tables with headings of their own. */

interface Report {
  id: string;
  /** The original first; the organiser reads the console in it. */
  languages: readonly Language[];
  title: string;
  who: string;
  headings: readonly string[];
  /** One row, as those who wrote the report have it. */
  row: (number: number) => readonly string[];
}

export const REPORTS: Report[] = [
  {
    id: "river",
    languages: ["en"],
    title: "Citizens’ assembly on the river",
    who: "Secretariat of the assembly",
    headings: ["Recommendation", "To whom"],
    row: (number) => [
      `Keep bank ${number} of the river open to everybody`,
      number % 3 === 0 ? "Parliament" : "City council",
    ],
  },
  {
    id: "maktab",
    languages: ["uz", "ru"],
    title: "Maktablar haqida tavsiyalar",
    who: "Ota-onalar kengashi",
    headings: ["№", "Tavsiya", "Рекомендация", "Kimga"],
    row: (number) => [
      `${number}`,
      `${number}-maktabga yangi kutubxona ochilsin`,
      `Открыть новую библиотеку в школе ${number}`,
      number % 2 === 0 ? "Vazirlik" : "Hokimlik",
    ],
  },
  {
    id: "shade",
    languages: ["ar", "en"],
    title: "توصيات بشأن الظل في المدينة",
    who: "مجلس المواطنين",
    headings: ["الرقم", "التوصية", "Recommendation", "الجهة"],
    row: (number) => [
      `ت${number}`,
      `غرس أشجار في الشارع رقم ${number}`,
      `Plant trees in street ${number}`,
      number % 2 === 0 ? "البلدية" : "الوزارة",
    ],
  },
];
