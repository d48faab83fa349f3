import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { BallotContent } from "../../../domain/ballot/ballot.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { personsCounter } from "../../../domain/export/ballots-table.ts";
import { filesBeside } from "../../../functions/export/beside.ts";
import { exportFiles } from "../../../functions/export/make.ts";
import { times } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

/** Titles that try to get out of the strings that they stand in. */
export const TITLES = [
  `He said "yes", 'no' and it's`,
  "`=shell(rm)' $HOME \\ end\\",
  "'. HOST COMMAND=['touch out'].",
  `"); system("touch out"); c("`,
  "/* not a comment */ // nor this .",
  "Қазақша: ұсыныс №1 😀 مرحبا",
  "ends with a backslash \\",
  "=1+1",
];
const CODES = ["if", "1.1", "A-3", "A.3", "Ж1", "K1", "k1x", "by"];
const definition: Consultation = {
  ...KAZAKHSTAN,
  id: "hostile",
  recommendations: TITLES.map((title, place) => ({
    ...KAZAKHSTAN.recommendations[0]!,
    code: CODES[place]!,
    title: { en: title, ru: title, kk: title },
  })),
  about: [
    {
      ...KAZAKHSTAN.about[0]!,
      options: TITLES.slice(0, 4).map((title, place) => ({
        code: `o${place}`,
        label: { en: title, ru: title, kk: title },
      })),
    },
  ],
};
const contents: BallotContent[] = times(60, (place) => ({
  panel: place < 45 ? "public" : "expert",
  language: "ru",
  ratings: "12345n-1".slice(place % 7).padEnd(8, String(1 + (place % 5))),
  about: { [definition.about[0]!.code]: `o${place % 4}` },
  first: [CODES[place % 8]!],
  positions: [],
}));
/** The ratings of the first recommendation, and their mean, by hand. */
export const RATED = contents.map(({ ratings }) => Number(ratings[0])).filter((one) => one >= 1);
export const MEAN = RATED.reduce((sum, one) => sum + one, 0) / RATED.length;

/** An export of a consultation with such titles, unpacked into a folder; the folder. */
export async function hostileExport(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "kenes-loaders-"));
  const counter = personsCounter(definition);
  for (const content of contents) counter.add(content, 1);
  const told = counter.told();
  const at = "2027-01-02T12:00:00.000Z";
  const moment = { release: 3, releasedAt: at, closedAt: at, madeAt: at };
  const kept = new Map<string, Uint8Array>();
  const { parts } = await exportFiles(
    (length) => randomBytes(length),
    {
      definition,
      told,
      async *ballotsOf(bucket) {
        const place = Number.parseInt(bucket, 16);
        for (const content of contents.slice(place, place + 1)) yield { content, wording: 1 };
      },
      beside: (rows) => filesBeside(definition, told, moment, rows, "en"),
    },
    {
      keep: async (name, bytes) => void kept.set(name, Uint8Array.from(bytes)),
      bucketDone: async () => {},
    },
  );
  const files = unzipSync(Buffer.concat(parts.map(({ file }) => kept.get(file)!)));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return folder;
}
