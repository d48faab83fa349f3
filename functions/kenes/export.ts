import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Complaint } from "../local/complaint.ts";
import { publishedReleases } from "../memory/releases.ts";
import type { Command } from "../command/command.ts";
import { oneConsultation } from "../command/consultation.ts";
import { WrongUse } from "../command/failure.ts";
import { wholeNumber } from "../command/words.ts";
import { PRINTED, WRITTEN } from "./release-formats.ts";

const NAMES = [...Object.keys(PRINTED), ...Object.keys(WRITTEN)];

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
    if (format !== undefined && !NAMES.includes(format)) {
      throw new WrongUse(`--format is one of ${NAMES.join(", ")}`);
    }
    if (format !== undefined && WRITTEN[format] !== undefined && folder === undefined) {
      throw new WrongUse(`--format ${format} goes to a folder: --to`);
    }
    if (has("json") && folder === undefined && format !== undefined && format !== "json") {
      throw new WrongUse("--json prints the release itself; other formats go to a folder: --to");
    }
    const wanted =
      number === undefined ? undefined : wholeNumber("--release", number, 1, 99_999_999);
    const opened = await target();
    const { definition: consultation } = await oneConsultation(opened, name);
    const { id } = consultation;
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
      return { json: JSON.parse(found.text) as unknown, text: PRINTED[format ?? "csv"]!(found) };
    }
    const files: string[] = [];
    await mkdir(folder, { recursive: true });
    const { url } = opened;
    for (const one of format === undefined ? NAMES : [format]) {
      const made = await (WRITTEN[one]?.({ consultation, found, published, url }) ?? [
        [one, PRINTED[one]!(found)] as const,
      ]);
      for (const [ending, content] of made) {
        const file = join(folder, `${id}-${found.release.release}.${ending}`);
        await writeWhole(file, content);
        files.push(file);
      }
    }
    return {
      json: { consultation: id, release: found.release.release, hash: found.hash, files },
      text: files.map((file) => `${file}\n`).join(""),
    };
  },
};

/** Writes beside and renames: a file that is there is whole. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, content, { flush: true });
  await rename(beside, file);
}
