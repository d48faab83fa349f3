import type { Release } from "../../domain/release/schema.ts";
import { readText } from "../../domain/release/earlier-release.ts";
import type { ReleaseList } from "../../domain/api.ts";
import type { Files } from "../files/files.ts";
import { cachedFor } from "./cached.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import {
  allRegistered,
  newestRegistered,
  type RegisteredRelease,
  releaseFile,
} from "../store/releases.ts";

/** How long the newest release is served from memory before the register is asked again, in ms. */
const KEEP_FOR = 1_000;

/** A release with the very bytes that were hashed. */
export interface PublishedRelease {
  release: Release;
  hash: string;
  text: string;
}

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
  ...time
}: Pick<Services, "db" | "files" | "now" | "newsBy">): PublishedReleases {
  const load = async (consultation: string, before: PublishedRelease | undefined) => {
    const registered = await newestRegistered(db, consultation);
    if (registered === undefined) return undefined;
    if (registered.hash === before?.hash) return before;
    return readRelease(files, consultation, registered);
  };
  const newest = cachedFor<PublishedRelease | undefined>(load, KEEP_FOR, time);
  const register = cachedFor((consultation) => allRegistered(db, consultation), KEEP_FOR, time);
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

/** Reads a registered release, and refuses bytes that are not the ones that were registered. */
export async function readRelease(
  files: Files,
  consultation: string,
  { number, hash }: Pick<RegisteredRelease, "number" | "hash">,
): Promise<PublishedRelease> {
  const name = releaseFile(consultation, number, hash);
  const bytes = await files.read(name);
  if (bytes === undefined) throw new Error(`the file of a registered release is gone: ${name}`);
  const text = new TextDecoder().decode(bytes);
  if (sha256(text) !== hash) throw new Error(`a release file is not what was registered: ${name}`);
  return { release: readText(text), hash, text };
}
