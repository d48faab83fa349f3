/**
 * What Kenes uses of its tables and of its bucket, as it was measured. A test measures each line anew and fails when more
 * is used than stands here, or less than half of it. Measured with the consultation that the project ships: 18
 * recommendations in three languages, a definition of 70 kB.
 */

/** Request units of DynamoDB: of writes to 1 kB, of reads to 4 kB strongly consistent; in a transaction each counts twice. */
export interface Units {
  writes: number;
  reads: number;
}

/** Whatever one act of a respondent uses besides what is reread anyway. */
export const ACTS = {
  ballot: { writes: 1, reads: 0 },
  "read-back": { writes: 0, reads: 1 },
  revision: { writes: 1, reads: 0 },
  /** With a look for each reason that may stand beside a rating, in both places where it may be. */
  withdrawal: { writes: 1, reads: 29 },
  /** An expert's first ballot, with the use of the invitation. */
  expert: { writes: 4, reads: 1 },
  "rate-page": { writes: 0, reads: 0 },
} as const satisfies Record<string, Units>;

/** What a container reads again, at most once in so many seconds. */
export const REREADING = {
  /** Whether any definition was changed: of all of them together. */
  changes: { seconds: 10, reads: 1 },
  /** Each definition, whether it was changed or not. */
  definitions: { seconds: 3_600, reads: 18 },
  /** What a page of results stands on: whether there is a newer release, of its consultation. */
  results: { seconds: 1, reads: 1 },
} as const;

/** The release job reads the newest release of each consultation every so many minutes, to see that it is whole. */
export const LOOK = { minutes: 5, reads: 1, files: 1 } as const;

/** What one run of a job uses in which there is nothing to do: by itself, and for each open consultation besides. */
export interface IdleRun {
  run: Units;
  each: Units;
}

export const IDLE = {
  tally: { run: { writes: 1, reads: 1 }, each: { writes: 0, reads: 0 } },
  release: { run: { writes: 0, reads: 1 }, each: { writes: 0, reads: 8 } },
  mix: { run: { writes: 0, reads: 1 }, each: { writes: 0, reads: 1 } },
  "after-closing": { run: { writes: 0, reads: 1 }, each: { writes: 0, reads: 0 } },
  hooks: { run: { writes: 0, reads: 1 }, each: { writes: 0, reads: 1 } },
  recount: { run: { writes: 0, reads: 1 }, each: { writes: 0, reads: 0 } },
} as const satisfies Record<string, IdleRun>;
export type JobName = keyof typeof IDLE;

/** Recounting one consultation, as is done every night: the 256 parts of its ballots, all of them empty, and what is noted of it. */
export const RECOUNT = { writes: 10, reads: 280 } as const satisfies Units;

/** Counting what is new of one consultation, and noting for each shard how far it was read. Then the mark is written anew, a file. */
export const COMMIT = {
  tally: { writes: 2, reads: 2 },
  shard: { writes: 1, reads: 0 },
  files: 1,
} as const;

/** Making one release, besides what the run uses anyway; with its file, and the mark. */
export const RELEASE = { writes: 1, reads: 5, files: 3 } as const;

/** Bytes of a stored ballot. */
export const BALLOT = { bytes: 400 } as const;
