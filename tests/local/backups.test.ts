import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backupName, madeAt, superfluous } from "../../functions/local/backups.ts";
import { dailyBackup } from "../../functions/local/daily-backup.ts";
import { Troubles } from "../../functions/local/troubles.ts";
import { removeUnfinished } from "../../functions/local/unfinished.ts";
import type { LogLine } from "../../functions/services.ts";
import { newFolder } from "./installation.ts";

const DAY = 24 * 60 * 60_000;
const NOW = Date.parse("2026-11-29T03:15:00Z");
const KEEPING = { days: 7, weeks: 4, months: 12 };

test("of two years of daily backups stay seven days, four weeks, twelve months, each by its newest", () => {
  const names = Array.from({ length: 730 }, (_, ago) => backupName(new Date(NOW - ago * DAY)));
  const gone = new Set(superfluous(names, KEEPING));
  const kept = names.filter((name) => !gone.has(name)).map((name) => name.slice(6, 16));
  expect(kept.join(" ")).toBe(
    "2026-11-29 2026-11-28 2026-11-27 2026-11-26 2026-11-25 2026-11-24 2026-11-23 " +
      "2026-11-22 2026-11-15 2026-11-08 " +
      "2026-10-31 2026-09-30 2026-08-31 2026-07-31 2026-06-30 2026-05-31 2026-04-30 " +
      "2026-03-31 2026-02-28 2026-01-31 2025-12-31",
  );
});

test("several of one day leave one, and the newest stays whatever is kept", () => {
  const names = [5, 4, 3].map((hours) => backupName(new Date(NOW + hours * 60 * 60_000)));
  expect(superfluous(names, KEEPING)).toEqual(names.slice(1));
  expect(superfluous(names, { days: 0, weeks: 0, months: 0 })).toEqual(names.slice(1));
  expect(madeAt(names[0]!)).toEqual(new Date(NOW + 5 * 60 * 60_000));
  expect(madeAt("kenes-2026-11-29T031500Z.unfinished-12")).toBeUndefined();
  expect(madeAt("photos")).toBeUndefined();
});

test("a backup that fails is told once, and removes nothing", async () => {
  const folder = join(await newFolder(), "backups");
  const lines: LogLine[] = [];
  const troubles = new Troubles((line) => lines.push(line));
  const due = { folder, keeping: KEEPING, data: "/nonexistent/kenes", troubles, log: () => {} };
  const stop = new AbortController().signal;
  await mkdir(join(folder, backupName(new Date(NOW - 2 * DAY))), { recursive: true });
  for (let time = 0; time < 2; time++) await dailyBackup({ ...due, now: new Date(NOW), stop });
  expect(troubles.all()).toEqual(["backup-failed"]);
  expect(lines).toHaveLength(1);
  expect(await readdir(folder)).toHaveLength(1);
  // One of today is enough.
  await mkdir(join(folder, backupName(new Date(NOW - DAY / 2))));
  troubles.end("backup-failed");
  await dailyBackup({ ...due, now: new Date(NOW), stop });
  expect(troubles.all()).toEqual([]);
});

test("what a killed process left unfinished goes at the next, and nothing else", async () => {
  const parent = await newFolder();
  const dead = spawn(process.execPath, ["-e", ""]);
  await once(dead, "exit");
  const names = [`data.unfinished-${dead.pid}`, `data.unfinished-${process.ppid}`, "data", "more"];
  for (const name of [...names, `more.unfinished-${dead.pid}`]) await mkdir(join(parent, name));
  await removeUnfinished(parent, (name) => name === "data");
  expect((await readdir(parent)).toSorted()).toEqual(
    [...names.slice(1), `more.unfinished-${dead.pid}`].toSorted(),
  );
});
