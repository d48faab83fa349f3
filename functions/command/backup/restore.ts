import { readdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Complaint } from "../../local/complaint.ts";
import { writePrivately } from "../../local/database-key.ts";
import { claimFolder, releaseInstance } from "../../local/instance.ts";
import { openDatabase } from "../../local/open-database.ts";
import { localJobServices } from "../../local/services.ts";
import { removeUnfinished, unfinished } from "../../local/unfinished.ts";
import { buildFolder, databaseEndpoint, dataFolder } from "../../local/settings.ts";
import type { Database } from "../../store/database.ts";
import { makeTables } from "../../store/make-tables.ts";
import { isEmpty } from "../../store/whole-table.ts";
import type { Command } from "../command.ts";
import { LASTING, type Manifest, readManifest, SECRET, verify } from "./manifest.ts";
import { restoreInto } from "./restore-into.ts";
import { take } from "./take.ts";

/** A data folder out of a backup, or tables that are empty; never over anything that is there. */
export const restore: Command = {
  name: "restore",
  summary: "Make a new data folder out of a backup, or fill the empty tables of AWS",
  about: [
    "KENES_DATA says which; it must not be there, or be empty, and nothing runs on it yet.",
    "With --aws or --endpoint: into tables that are empty, before anything serves them. Stopped, run it again.",
    "Ballots are counted anew: nothing is published before a recount has agreed, at the first start.",
    "Sessions, links under way and what people wrote on the day of the backup are in no backup.",
  ],
  words: [{ name: "backup", about: "which backup: a folder that kenes backup has made" }],
  options: {},
  async run({ words: [name = ""], value, has, target }) {
    const from = resolve(name);
    if (has("aws") || value("endpoint") !== undefined) return restoreInto(await target(), from);
    const folder = dataFolder();
    const there = await readdir(folder).catch((failure: NodeJS.ErrnoException) => {
      if (failure.code === "ENOENT") return undefined;
      throw failure;
    });
    if (there !== undefined && there.length > 0) {
      throw new Complaint(`${folder} is not empty; give KENES_DATA a folder that is not there yet`);
    }
    const manifest = await readManifest(from);
    await verify(from, manifest);
    // Under its name only when all of it is there: a server must never start on half of it.
    await removeUnfinished(dirname(folder), (left) => left === basename(folder));
    const beside = unfinished(folder);
    try {
      await fill(beside, from, manifest);
      if (there !== undefined) await rmdir(folder);
      await rename(beside, folder);
    } catch (failure) {
      await rm(beside, { recursive: true, force: true });
      throw failure;
    }
    const items = Object.fromEntries(manifest.tables.map((one) => [one.table, one.items]));
    const secret = manifest.secret !== null;
    const lines = [
      `${folder} is made of the backup of ${manifest.ended}: ${items["ballots"]} ballots, ${items["main"]} other items, ${manifest.files.length} releases.`,
      secret
        ? "Its secret came with it: codes and links go on to count."
        : "The backup has no secret: put the old one into the folder as “secret” before the first start, or codes and links that were handed out are void.",
    ];
    return {
      json: { folder, items, releases: manifest.files.length, secret },
      text: `${lines.join("\n")}\n`,
    };
  },
};

async function fill(folder: string, from: string, manifest: Manifest): Promise<void> {
  await claimFolder(folder);
  const keeper = join(buildFolder(), "functions/local/keeper.mjs");
  const { database } = await openDatabase(folder, databaseEndpoint(), keeper);
  try {
    const services = localJobServices(folder, database);
    try {
      await makeTables(services.db.client, services.db.tables);
      await refuseFilled(services.db);
      await take(services, from, manifest);
    } finally {
      services.db.client.destroy();
      services.streams.destroy();
    }
  } finally {
    await database.stop();
    await releaseInstance(folder);
  }
  if (manifest.secret !== null) {
    await writePrivately(join(folder, SECRET), await readFile(join(from, SECRET), "utf8"));
  }
}

/** A database of others may hold an installation already, which a backup must never be mixed with. */
async function refuseFilled(db: Database): Promise<void> {
  for (const table of LASTING) {
    if (await isEmpty(db, table)) continue;
    throw new Complaint(
      `the table ${db.tables[table]} is not empty; a backup is restored into tables of its own: choose another DYNAMODB_PREFIX`,
    );
  }
}
