import { parseArgs } from "node:util";
import { csv } from "../csv.ts";
import { deleteTranslationReport, listTranslationReports } from "../store/translation-reports.ts";
import { Complaint, runCommand } from "./command.ts";

const COLUMNS = ["day", "language", "place", "text"] as const;

// npm run -s reports -- <consultation> [--clear]: prints the reports of bad translations as CSV, newest
// day first; --clear then deletes those it printed, and so makes room for new ones.
await runCommand(async ({ services: { db }, consultation }, words) => {
  const { id, clear } = readWords(words);
  const { definition } = await consultation(id);
  const reports = await listTranslationReports(db, definition.id);
  await print(csv([[...COLUMNS], ...reports.map((one) => COLUMNS.map((column) => one[column]))]));
  if (!clear) return 0;
  let deleted = 0;
  for (const report of reports) {
    if (await deleteTranslationReport(db, definition.id, report)) deleted += 1;
  }
  process.stderr.write(`Deleted ${deleted} reports of ${definition.id}.\n`);
  return 0;
});

/** Writes everything out or fails: nothing may be deleted that was not printed. */
function print(text: string): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(text, (failure) => (failure ? failed(failure) : done()));
  });
}

function readWords(args: string[]): { id: string | undefined; clear: boolean } {
  try {
    const options = { clear: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { id: positionals[0], clear: values.clear };
  } catch (cause) {
    throw new Complaint("usage: npm run -s reports -- <consultation> [--clear]", { cause });
  }
}
