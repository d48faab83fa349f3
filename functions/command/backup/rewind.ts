import { beginCopy, copyMade } from "../../store/copy-at.ts";
import type { Command } from "../command.ts";
import { WrongUse } from "../failure.ts";
import { LASTING } from "./manifest.ts";

/**
 * The lasting tables as they were at a moment, beside those that serve. Such a copy has no stream, no expiry, no recovery to
 * a point in time, no protection against deletion and no alarms, so nothing ever serves it: it is what a backup is made
 * of, and the backup goes into tables that the stack made.
 */
export const rewind: Command = {
  name: "rewind",
  summary: "On AWS, make copies of the tables as they were at a moment of the last days",
  about: [
    "As far back as recovery to a point in time goes: a week. The tables that serve stay as they are.",
    "Ends when AWS has made the copies, which takes from minutes to hours, and says what comes next.",
  ],
  words: [{ name: "moment", about: "such as 2026-11-29T03:15:00Z; both tables as they were then" }],
  options: { "dry-run": { about: "only say what would be asked of AWS, as its own commands" } },
  async run({ words: [text = ""], has, target, note }) {
    const at = momentIn(text);
    if (!has("aws")) throw new WrongUse("only AWS has kept how tables were: --aws");
    const { services } = await target();
    const { tables } = services.db;
    const copies = LASTING.map((table) => ({ from: tables[table], to: nameAt(tables[table], at) }));
    const asked = copies.map(({ from, to }) => words(from, to, at));
    if (has("dry-run")) return { json: { copies, asked }, text: `${asked.join("\n")}\n` };
    for (const { from, to } of copies) {
      await beginCopy(services.db, from, to, at);
      note(`asked for ${to}`);
    }
    for (const { to } of copies) await copyMade(services.db, to);
    const names = [...copies.map(({ to }) => to), tables.ephemeral].join(",");
    const lines = [
      ...copies.map(({ to }) => to),
      "Both are there. Nothing serves them; make a backup of them, and restore that into new tables:",
      `  kenes backup <folder> --aws --tables ${names} --with-secret`,
    ];
    return { json: { copies }, text: `${lines.join("\n")}\n` };
  },
};

function momentIn(text: string): Date {
  const at = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(text) || Number.isNaN(at.getTime())) {
    throw new WrongUse(`“${text}” is no moment; write it as 2026-11-29T03:15:00Z`);
  }
  return at;
}

/** Named after the moment, so that asking again finds what is there. */
const nameAt = (table: string, at: Date): string =>
  `${table}-${at.toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;

const words = (from: string, to: string, at: Date): string =>
  `aws dynamodb restore-table-to-point-in-time --source-table-name ${from} --target-table-name ${to} --restore-date-time ${at.toISOString()}`;
