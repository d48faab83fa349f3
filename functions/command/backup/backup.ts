import { mkdirSync, rmSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { Complaint } from "../../local/complaint.ts";
import { removeUnfinished, unfinished } from "../../local/unfinished.ts";
import { releaseFile, releaseOfItem } from "../../store/releases.ts";
import { everyItem, itemLine, roughSize } from "../../store/whole-table.ts";
import { exists } from "../exists.ts";
import type { Command } from "../command.ts";
import { progress } from "../progress.ts";
import type { Target } from "../target.ts";
import { version } from "../version.ts";
import { LASTING, type Manifest, MANIFEST, SECRET, verify, VERSION } from "./manifest.ts";
import { beginPiece, writePiece } from "./pieces.ts";

/** A copy of everything that lasts, made while it runs. */
export const backup: Command = {
  name: "backup",
  summary: "Copy everything that lasts into a new folder, while Kenes runs",
  about: [
    "Ballots, all else that lasts, and the files of releases; read again and compared when written.",
    "Every ballot that was acknowledged before it began is in it. Half a backup never has the folder's name.",
    "It holds single ballots and the secrets of the noise: keep it as you keep the data themselves.",
    "Without --with-secret, codes and links that were handed out are void after restoring: invitations",
    "not used yet, recovery codes, links of channels, and the key by which webhooks are signed.",
  ],
  words: [{ name: "folder", about: "which folder to make; it must not be there" }],
  options: {
    "with-secret": {
      about: "the installation's secret too; whoever has both can test guessed codes",
    },
  },
  async run({ words: [name = ""], has, target }) {
    const folder = resolve(name);
    if (await exists(folder)) throw new Complaint(`${folder} is there already; choose another`);
    const opened = await target();
    await removeUnfinished(dirname(folder), (left) => left === basename(folder));
    const beside = unfinished(folder);
    const stopped = removedWhenStopped(beside);
    try {
      await mkdir(dirname(beside), { recursive: true });
      // At once: whoever is stopped meanwhile would leave it behind.
      mkdirSync(beside, { mode: 0o700 });
      const manifest = await copy(opened, beside, has("with-secret"));
      await verify(beside, manifest);
      await writePiece(beside, MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
      await rename(beside, folder);
      await flush(dirname(folder));
      return { json: { folder, ...manifest }, text: said(folder, manifest) };
    } catch (failure) {
      await rm(beside, { recursive: true, force: true });
      throw failure;
    } finally {
      stopped.forget();
    }
  },
};

/**
 * Ballots first: a code that is used meanwhile is then used in the copy too, and no expert can answer twice
 * after restoring. Files last: whatever the copy of the register names was written before.
 */
async function copy(target: Target, folder: string, withSecret: boolean): Promise<Manifest> {
  const { db, files, now } = target.services;
  const begun = now().toISOString();
  const tables: Manifest["tables"] = [];
  const releases: { name: string; hash: string }[] = [];
  for (const table of LASTING) {
    const tell = progress(`Items copied of ${table}`, await roughSize(db, table));
    const piece = await beginPiece(folder, `${table}.jsonl`);
    let items = 0;
    for await (const page of everyItem(db, table)) {
      await piece.add(page.map((item) => `${itemLine(item)}\n`).join(""));
      for (const item of page) {
        const release = releaseOfItem(item);
        if (release !== undefined) {
          const { consultation, number, hash } = release;
          releases.push({ name: releaseFile(consultation, number, hash), hash });
        }
      }
      tell((items += page.length));
    }
    tables.push({ table, items, ...(await piece.end()) });
  }
  const tell = progress("Releases copied", releases.length);
  const copied: Manifest["files"] = [];
  for (const { name, hash } of releases) {
    const bytes = await files.read(name);
    if (bytes === undefined) {
      throw new Complaint(
        `the file of a registered release is gone: ${name}; kenes check says more`,
      );
    }
    const piece = await writePiece(folder, `files/${name}`, bytes);
    if (piece.sha256 !== hash) {
      throw new Complaint(`a release file is not what was registered: ${name}`);
    }
    copied.push(piece);
    tell(copied.length);
  }
  const secret = withSecret
    ? await writePiece(folder, SECRET, Buffer.from(await target.secret()).toString("hex"))
    : null;
  const ended = now().toISOString();
  const made = { format: "kenes-backup", version: VERSION, kenes: await version() } as const;
  return { ...made, begun, ended, tables, files: copied, secret };
}

const said = (folder: string, { tables, files, secret }: Manifest): string =>
  [
    `Backup ${folder} is made, read again and whole:`,
    ...tables.map(({ table, items, bytes }) => `  ${table}: ${items} items, ${bytes} bytes`),
    `  files of releases: ${files.length}`,
    secret === null
      ? "  secret: not in it; keep it apart, or codes and links are void after restoring"
      : "  secret: in it",
    "",
  ].join("\n");

/** Ctrl-C and its like end the process at once, with nothing left behind. */
function removedWhenStopped(folder: string): { forget(): void } {
  const stop = () => {
    // At once, so that nothing more is begun meanwhile; what was on its way may still come, so a second time.
    for (let time = 0; time < 2; time++) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    }
    process.exit(1);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.once(signal, stop);
  return { forget: () => signals.forEach((signal) => process.off(signal, stop)) };
}

/** The new name is on the disk too. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
