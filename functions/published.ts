import type { Release } from "../domain/release.ts";
import type { Files } from "./files/files.ts";
import { kept } from "./kept.ts";
import { sha256 } from "./secrets.ts";
import type { Services } from "./services.ts";
import { newestRegistered, type RegisteredRelease, releaseFile } from "./store/releases.ts";

/** How long the newest release is served from memory before the register is asked again, in ms. */
const KEEP_FOR = 1_000;

/** A release with the very bytes that were hashed. */
export interface Published {
  release: Release;
  hash: string;
  text: string;
}

export interface PublishedReleases {
  /** The newest release of a consultation; `undefined` before the first. */
  newest(consultation: string): Promise<Published | undefined>;
}

/**
 * The newest releases, kept in memory. What has been published stays served while the store is out
 * of reach.
 */
export function publishedReleases({
  db,
  files,
  now,
}: Pick<Services, "db" | "files" | "now">): PublishedReleases {
  const load = async (consultation: string, before: Published | undefined) => {
    const registered = await newestRegistered(db, consultation);
    if (registered === undefined) return undefined;
    if (registered.hash === before?.hash) return before;
    return readRelease(files, consultation, registered);
  };
  // One for each known consultation: the callers have made sure that it is one.
  const newest = new Map<string, () => Promise<Published | undefined>>();
  return {
    newest(consultation) {
      const get =
        newest.get(consultation) ??
        kept<Published | undefined>((before) => load(consultation, before), KEEP_FOR, now);
      newest.set(consultation, get);
      return get();
    },
  };
}

/** Reads a registered release, and refuses bytes that are not the ones that were registered. */
export async function readRelease(
  files: Files,
  consultation: string,
  { number, hash }: RegisteredRelease,
): Promise<Published> {
  const name = releaseFile(consultation, number, hash);
  const bytes = await files.read(name);
  if (bytes === undefined) throw new Error(`the file of a registered release is gone: ${name}`);
  const text = new TextDecoder().decode(bytes);
  if (sha256(text) !== hash) throw new Error(`a release file is not what was registered: ${name}`);
  return { release: JSON.parse(text) as Release, hash, text };
}
