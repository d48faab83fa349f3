import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RESULT_COLUMNS, resultRows } from "../../domain/release/results-table.ts";
import { SEGMENT_COLUMNS, segmentRows } from "../../domain/release/segments-table.ts";
import { csv } from "../csv.ts";
import { Complaint } from "../local/complaint.ts";
import { type PublishedRelease, publishedReleases } from "../memory/releases.ts";
import type { Command } from "../command/command.ts";
import { oneConsultation } from "../command/consultation.ts";
import { WrongUse } from "../command/failure.ts";
import { wholeNumber } from "../command/words.ts";

/** The public files of a release, by the ending of their names: the same bytes as the addresses give. */
const FORMATS: Record<string, (found: PublishedRelease) => string> = {
  json: ({ text }) => text,
  csv: ({ release }) => csv([[...RESULT_COLUMNS], ...resultRows(release)]),
  "segments.csv": ({ release }) => csv([[...SEGMENT_COLUMNS], ...segmentRows(release)]),
};
const NAMES = Object.keys(FORMATS);

/** The public files of a release. */
export const exportFiles: Command = {
  name: "export",
  summary: "Write the public files of a release, to a folder or to standard output",
  about: ["The same bytes as /api/consultations/<id>/results.csv and its neighbours."],
  words: [{ name: "consultation", about: "which consultation" }],
  options: {
    release: { value: "number", about: "which release; the newest if left out" },
    format: { value: NAMES.join("|"), about: "which file; with --to all if left out, else csv" },
    to: { value: "folder", about: "where to, as <consultation>-<release>.<format>; it is made" },
  },
  async run({ words: [name = ""], value, has, target }) {
    const [format, folder, number] = [value("format"), value("to"), value("release")];
    if (format !== undefined && FORMATS[format] === undefined) {
      throw new WrongUse(`--format is one of ${NAMES.join(", ")}`);
    }
    if (has("json") && folder === undefined && format !== undefined && format !== "json") {
      throw new WrongUse("--json prints the release itself; other formats go to a folder: --to");
    }
    const wanted =
      number === undefined ? undefined : wholeNumber("--release", number, 1, 99_999_999);
    const opened = await target();
    const { id } = (await oneConsultation(opened, name)).definition;
    const published = publishedReleases(opened.services);
    const found = await (wanted === undefined
      ? published.newest(id)
      : published.numbered(id, wanted));
    if (found === undefined) {
      throw new Complaint(
        wanted === undefined ? `${id} has no release yet` : `${id} has no release ${wanted}`,
      );
    }
    if (folder === undefined) {
      return { json: JSON.parse(found.text) as unknown, text: FORMATS[format ?? "csv"]!(found) };
    }
    const files: string[] = [];
    await mkdir(folder, { recursive: true });
    for (const ending of format === undefined ? NAMES : [format]) {
      const file = join(folder, `${id}-${found.release.release}.${ending}`);
      await writeWhole(file, FORMATS[ending]!(found));
      files.push(file);
    }
    return {
      json: { consultation: id, release: found.release.release, hash: found.hash, files },
      text: files.map((file) => `${file}\n`).join(""),
    };
  },
};

/** Writes beside and renames: a file that is there is whole. */
async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, text, { flush: true });
  await rename(beside, file);
}
