import { csv } from "../csv.ts";
import { deleteTranslationReports, listTranslationReports } from "../store/translation-reports.ts";
import type { Command } from "../command/command.ts";
import { oneConsultation } from "../command/consultation.ts";

const COLUMNS = ["day", "language", "place", "text"] as const;

/** The reports of bad translations, newest day first. */
export const reports: Command = {
  name: "reports",
  summary: "Print the reports of bad translations as CSV, newest day first",
  words: [{ name: "consultation", about: "which consultation" }],
  options: {
    clear: { about: "then delete those that were printed, and so make room for new ones" },
  },
  async run({ words: [name = ""], has, target, note }) {
    const opened = await target();
    const { db } = opened.services;
    const { id } = (await oneConsultation(opened, name)).definition;
    const all = await listTranslationReports(db, id);
    const told = all.map((one) => COLUMNS.map((column) => one[column]));
    return {
      json: {
        consultation: id,
        reports: all.map(({ day, language, place, text }) => ({ day, language, place, text })),
      },
      text: csv([[...COLUMNS], ...told]),
      ...(has("clear") && {
        async afterwards() {
          const deleted = await deleteTranslationReports(db, id, all);
          note(`Deleted ${deleted} reports of ${id}.`);
        },
      }),
    };
  },
};
