/**
 * How fast the files of an export are made, and in how much memory: `node tests/bench/exporting.ts [ballots]`, a million
 * by default. The ballots are made up here, a bucket at a time, and what is written is thrown away; how long making them
 * up takes is measured by itself and taken off. `npm run bench:export` gives V8's young heap the limit that `npm start` does.
 */
import { createHash, randomBytes } from "node:crypto";
import kazakhstan from "../../consultations/kazakhstan-2019.json" with { type: "json" };
import type { BallotContent } from "../../domain/ballot/ballot.ts";
import { readConsultation } from "../../domain/consultation/read-definition.ts";
import { personsCounter } from "../../domain/export/ballots-table.ts";
import { exportFiles } from "../../functions/export/make.ts";
import type { Exported } from "../../functions/export/exported.ts";
import { BUCKETS } from "../../functions/store/keys.ts";

const BALLOTS = Number(process.argv[2] ?? 1_000_000);
const read = readConsultation(kazakhstan);
if ("faults" in read) throw new Error("the consultation that ships cannot be read");
const definition = read.consultation;
const codes = definition.recommendations.map(({ code }) => code);

/** Ballots that differ from each other as chance has it, the same each time that a bucket is asked for. */
function* ballotsOf(bucket: string): Generator<Exclude<Exported, "unreadable">> {
  let state = createHash("sha256").update(bucket).digest().readUInt32LE() | 1;
  const below = (count: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % count;
  };
  const count = Math.floor(BALLOTS / BUCKETS.length);
  for (let ballot = 0; ballot < count; ballot++) {
    const about: Record<string, string> = {};
    for (const { code, options } of definition.about) {
      if (below(3) > 0) about[code] = options[below(options.length)]!.code;
    }
    let ratings = "";
    for (let place = 0; place < codes.length; place++) ratings += "12345n-"[below(7)]!;
    const content: BallotContent = {
      panel: below(50) === 0 ? "expert" : "public",
      language: definition.languages[below(definition.languages.length)]!,
      ratings,
      about,
      first: [codes[below(codes.length)]!],
      positions: codes,
    };
    yield { content, wording: 1 };
  }
}

/** By the clock, and of processors: on a machine that others use too only the second says how much work it is. */
interface Taken {
  clock: number;
  processor: number;
}
const taken = async (work: () => Promise<void> | void): Promise<Taken> => {
  const [start, before] = [process.hrtime.bigint(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return {
    clock: Number(process.hrtime.bigint() - start) / 1e9,
    processor: (user + system) / 1e6,
  };
};
const less = (one: Taken, other: Taken): Taken => ({
  clock: one.clock - other.clock,
  processor: one.processor - other.processor,
});

const making = await taken(() => {
  for (const bucket of BUCKETS) for (const _ of ballotsOf(bucket));
});
const persons = personsCounter(definition);
const counting = less(
  await taken(() => {
    for (const bucket of BUCKETS) {
      for (const { content, wording } of ballotsOf(bucket)) persons.add(content, wording);
    }
  }),
  making,
);
let told = persons.told();
const deciding = await taken(() => {
  told = persons.told();
});
let most = 0;
const bytes = { count: 0 };
const writing = less(
  await taken(async () => {
    await exportFiles(
      (length) => randomBytes(length),
      {
        definition,
        told,
        beside: () => [],
        async *ballotsOf(bucket) {
          yield* ballotsOf(bucket);
        },
      },
      {
        keep: async (_file, piece) => {
          bytes.count += piece.length;
        },
        bucketDone: async () => {
          most = Math.max(most, process.memoryUsage().rss);
        },
      },
    );
  }),
  making,
);
const whole = (kind: keyof Taken): number => counting[kind] + deciding[kind] + writing[kind];
const rounded = ({ clock, processor }: Taken): Taken => ({
  clock: Number(clock.toFixed(2)),
  processor: Number(processor.toFixed(2)),
});
process.stdout.write(
  `${JSON.stringify({
    ballots: BALLOTS,
    secondsToMakeUp: rounded(making),
    secondsToCount: rounded(counting),
    secondsToDecide: rounded(deciding),
    secondsToWrite: rounded(writing),
    ballotsPerSecond: Math.round(BALLOTS / whole("clock")),
    ballotsPerProcessorSecond: Math.round(BALLOTS / whole("processor")),
    mostMegabytes: Math.round(most / 1e6),
    megabytesOfFile: Number((bytes.count / 1e6).toFixed(1)),
  })}\n`,
);
