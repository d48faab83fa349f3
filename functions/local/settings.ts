import { join, resolve } from "node:path";
import type { Keeping } from "./backups.ts";
import { addressIn, type Foreign, foreignIn } from "./foreign.ts";
import { type PublicAddress, readPublicAddress } from "./public-address.ts";

/** Where this installation keeps its data. */
export const dataFolder = (): string => resolve(process.env["KENES_DATA"] || ".kenes");

/** The folder that holds the whole build: `client/` and `functions/`. */
export const buildFolder = (): string => resolve(import.meta.dirname, "../..");

/** Where a database runs already, which is then joined instead of starting one. */
export const databaseEndpoint = (): string | undefined =>
  addressIn(process.env, "DYNAMODB_ENDPOINT");

/** How that one is asked, if it is no DynamoDB Local. */
export const foreignDatabase = (): Foreign | undefined => foreignIn(process.env);

/** `KENES_BACKUP`: the folder into which a backup is made each day; without it none is made by itself. */
export const backupFolder = (): string | undefined => {
  const folder = process.env["KENES_BACKUP"];
  return folder ? resolve(folder) : undefined;
};

/**
 * Where backups are made by themselves, and by `KENES_BACKUP_KEEP` of how many days, weeks and months the newest one
 * stays: `7,4,12` unless it says otherwise.
 */
export function backupSettings(): { folder: string; keeping: Keeping } | undefined {
  const folder = backupFolder();
  if (folder === undefined) return undefined;
  const input = process.env["KENES_BACKUP_KEEP"] || "7,4,12";
  const [, days, weeks, months] = /^(\d{1,4}),(\d{1,4}),(\d{1,4})$/.exec(input) ?? [];
  if (months === undefined) {
    throw new Error(
      `KENES_BACKUP_KEEP is ${JSON.stringify(input)}; it must be three numbers, of days, weeks and months, such as 7,4,12`,
    );
  }
  return { folder, keeping: { days: Number(days), weeks: Number(weeks), months: Number(months) } };
}

export const clientFolder = (): string => join(buildFolder(), "client");

/** `PUBLIC_URL` and `TRUSTED_PROXY`: by which address people come, and through whom. */
export const publicAddress = (): PublicAddress =>
  readPublicAddress(process.env["PUBLIC_URL"], process.env["TRUSTED_PROXY"]);

/** `PORT` and `HOST`; by default only this machine is listened to. */
export function listenAddress(): { port: number; host: string } {
  const input = process.env["PORT"] || "8080";
  const port = Number(input);
  if (!/^\d+$/.test(input) || port > 65_535) {
    throw new Error(`PORT is ${JSON.stringify(input)}; it must be a number from 0 to 65535`);
  }
  return { port, host: process.env["HOST"] || "127.0.0.1" };
}
