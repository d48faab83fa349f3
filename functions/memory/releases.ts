import type { Release } from "../../domain/release/schema.ts";
import { readText } from "../../domain/release/earlier-release.ts";
import type { ReleaseList } from "../../domain/api.ts";
import { type Files, MissingOrDenied } from "../files/files.ts";
import { cachedFor } from "./cached.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import {
  allRegistered,
  newestRegistered,
  registeredAfter,
  registeredAs,
  type RegisteredRelease,
  releaseFile,
} from "../store/releases.ts";

/** How long the newest release is served from memory before the register is asked again, in ms. */
const KEEP_FOR = 1_000;

/** The same of its line alone, which the release and the list of all have in common: a page asks for both at once. */
const KEEP_LINE_FOR = 500;

/** A release with the very bytes that were hashed. */
export interface PublishedRelease {
  release: Release;
  hash: string;
  text: string;
  /** The number of the newest release, where its file cannot be read and this one is shown in its place. */
  unreadable?: number;
}

/** The file of a registered release is gone, or holds other bytes than were registered. */
export class UnreadableRelease extends Error {
  override readonly name = "UnreadableRelease";
}

/** How many releases back is looked for one whose file can be read. */
const FAR_BACK = 50;

export interface PublishedReleases {
  /** The newest release of a consultation; `undefined` before the first. */
  newest(consultation: string): Promise<PublishedRelease | undefined>;
  /** Number, moment and hash of every release of a consultation, newest first. */
  list(consultation: string): Promise<ReleaseList["releases"]>;
  /** One release of a consultation by its number; `undefined` when there is none of that number. */
  numbered(consultation: string, release: number): Promise<PublishedRelease | undefined>;
}

/**
 * The newest releases, kept in memory. What has been published stays served while the store is out
 * of reach.
 */
export function publishedReleases({
  db,
  files,
  log,
  ...time
}: Pick<Services, "db" | "files" | "now" | "newsBy" | "log">): PublishedReleases {
  const told = new Set<string>();
  // A line is never changed, so nothing is read but the lines that came after; and after the last there are none.
  const newestLine = cachedFor<RegisteredRelease | undefined>(
    async (consultation, before) => {
      if (before === undefined) return newestRegistered(db, consultation);
      if (before.final) return before;
      return (await registeredAfter(db, consultation, before.number)).at(-1) ?? before;
    },
    KEEP_LINE_FOR,
    time,
  );
  const load = async (consultation: string, before: PublishedRelease | undefined) => {
    const registered = await newestLine(consultation);
    if (registered === undefined) return undefined;
    if (registered.hash === before?.hash) return before;
    try {
      return await readRelease(files, consultation, registered);
    } catch (failure) {
      if (!(failure instanceof UnreadableRelease)) throw failure;
      const unreadable = registered.number;
      if (!told.has(registered.hash)) {
        log({ level: "error", event: "release-unreadable", consultation, release: unreadable });
        told.add(registered.hash);
      }
      const instead = before ?? (await readableBefore({ db, files }, consultation, unreadable));
      if (instead === undefined) throw failure;
      return { ...instead, unreadable };
    }
  };
  const newest = cachedFor<PublishedRelease | undefined>(load, KEEP_FOR, time);
  const register = cachedFor<readonly RegisteredRelease[]>(
    async (consultation, before) => {
      const line = await newestLine(consultation);
      const last = before?.[0];
      if (before === undefined || last === undefined || !isWhole(before)) {
        return line === undefined ? [] : allRegistered(db, consultation);
      }
      if (line === undefined || line.number <= last.number) return before;
      return [...(await registeredAfter(db, consultation, last.number)).toReversed(), ...before];
    },
    KEEP_FOR,
    time,
  );
  return {
    newest,
    list: async (consultation) =>
      (await register(consultation)).map(({ number, releasedAt, hash }) => ({
        release: number,
        releasedAt,
        hash,
      })),
    async numbered(consultation, release) {
      const line = (await register(consultation)).find(({ number }) => number === release);
      return line && readRelease(files, consultation, line);
    },
  };
}

/** Whether no line is missing, as one may be for a moment after it was entered: they are numbered from 1. */
const isWhole = (lines: readonly RegisteredRelease[]): boolean => lines[0]?.number === lines.length;

/** The newest release before a number whose file can be read; `undefined` when there is none near. */
export async function readableBefore(
  { db, files }: Pick<Services, "db" | "files">,
  consultation: string,
  release: number,
): Promise<PublishedRelease | undefined> {
  for (let number = release - 1; number > Math.max(0, release - FAR_BACK); number--) {
    const line = await registeredAs(db, consultation, number);
    const found = line && (await readRelease(files, consultation, line).catch(orUnreadable));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A failure to read a release that is no failure of the place where it is kept. */
const orUnreadable = (failure: unknown): undefined => {
  if (!(failure instanceof UnreadableRelease)) throw failure;
};

/**
 * Reads a registered release, and refuses bytes that are not the ones that were registered: throws
 * `UnreadableRelease`.
 */
export async function readRelease(
  files: Files,
  consultation: string,
  { number, hash }: Pick<RegisteredRelease, "number" | "hash">,
): Promise<PublishedRelease> {
  const name = releaseFile(consultation, number, hash);
  const bytes = await files.read(name).catch((failure: unknown) => {
    // Where a place does not tell the one from the other, a file that must be there is gone.
    if (failure instanceof MissingOrDenied) return undefined;
    throw failure;
  });
  if (bytes === undefined) {
    throw new UnreadableRelease(`the file of a registered release is gone: ${name}`);
  }
  const text = new TextDecoder().decode(bytes);
  if (sha256(text) !== hash) {
    throw new UnreadableRelease(`a release file is not what was registered: ${name}`);
  }
  return { release: readText(text), hash, text };
}
