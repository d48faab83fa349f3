import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import type { BallotContent } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { releasePlan } from "../../domain/disclosure/schedule.ts";
import { BINS } from "../../domain/ballot/rating.ts";
import { type StoredRelease, makeRelease, releaseText } from "../../domain/release/release.ts";
import { emptyMilestone, foldMilestone, foldState } from "../../domain/tally/fold.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { emptyTally } from "../../domain/tally/tally.ts";
import { noiseBytes } from "../../functions/jobs/noise-bytes.ts";
import { sha256, sha256Binary } from "../../functions/secrets.ts";
import { ballotItem } from "../../functions/store/ballot-item.ts";
import { packTally } from "../../functions/store/tally-bytes.ts";
import { definition } from "../domain/consultation/definition.ts";

/*
 * The bytes that a fixed set of ballots makes. Releases are bound by their hashes and stored items are
 * read by later versions: who moves code must not change them. A change that is meant needs a new number
 * of the method or of the form, and then new hashes here.
 */

const OPENS = "2026-11-02T09:00:00.000Z";
const CLOSES = "2026-11-30T09:00:00.000Z";

const consultation: Consultation = {
  ...definition(),
  opensAt: OPENS,
  closesAt: CLOSES,
  release: { every: "week", groups: 0.3, groupsAt: ["2026-11-16T09:00:00.000Z"] },
};
const codes = consultation.recommendations.map(({ code }) => code);
const plan = countingPlan(consultation);

/** Numbers without chance: the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) yield (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >> 8;
}

const ballots = Array.from({ length: 400 }, (_, index) => {
  const drawn = numbers(index + 1);
  const below = (count: number): number => drawn.next().value! % count;
  const content = (): BallotContent => ({
    panel: index % 9 === 0 ? "expert" : "public",
    language: (["en", "ru", "kk"] as const)[below(3)]!,
    ratings: codes.map(() => BINS[below(BINS.length)]).join(""),
    about: below(4) === 0 ? {} : { region: ["north", "south"][below(2)]!, age: "under-30" },
    first: codes.slice(below(10), below(10) + 2).slice(0, 3),
    positions: codes,
  });
  const earlier = index % 7 === 0 ? content() : undefined;
  return {
    id: sha256(`ballot ${index}`),
    revision: earlier === undefined ? 1 : 3,
    content: content(),
    ...(earlier !== undefined && { earlier }),
  };
});

const tally = emptyTally(plan);
const milestone = emptyMilestone(plan);
for (const ballot of ballots) {
  foldState(tally, plan, ballot, 1, sha256Binary);
  foldMilestone(milestone, plan, ballot, true);
}

const common = {
  definition: consultation,
  plan: releasePlan("week", OPENS, CLOSES),
  simulated: false,
  noise: noiseBytes(new Uint8Array(32).fill(7), consultation.id),
};

const kept = (release: StoredRelease["release"]): StoredRelease => ({
  release,
  hash: sha256(releaseText(release)),
});

test("the releases of a fixed set of ballots have the same bytes as ever", () => {
  const live = { cells: tally.cells, participation: tally.segments, segments: undefined };
  const first = kept(
    makeRelease({
      ...common,
      ...live,
      due: { turn: 1, final: false },
      previous: undefined,
      at: new Date("2026-11-09T09:00:30.000Z"),
    }),
  );
  const second = kept(
    makeRelease({
      ...common,
      ...live,
      segments: milestone.segments,
      due: { turn: 2, final: false },
      previous: first,
      at: new Date("2026-11-16T09:00:30.000Z"),
    }),
  );
  const last = kept(
    makeRelease({
      ...common,
      ...milestone,
      participation: tally.segments,
      due: { turn: 4, final: true },
      previous: second,
      at: new Date("2026-11-30T09:00:30.000Z"),
    }),
  );
  // But for the direction of the scale, which the form gained later, the first is what it was before.
  expect(sha256(releaseText(first.release).replace('"scale":"5-is-top",', ""))).toBe(
    "157453a9a52075304d3b837071af6b53a01e0e10226a33d192556c961f445ef8",
  );
  expect([first.hash, second.hash, last.hash]).toMatchInlineSnapshot(`
    [
      "f3720853f68e9b8a5d82aefb0a238c85a643bc7d98b18825fc8f11e3062cd100",
      "cbd00edb41d59e6b81b7a914988ad423d23ea8164b48638029728a01603e6ab7",
      "098de1a598915194468647dd49ef178645b8bd9f030d200295ec49ff22873343",
    ]
  `);
});

test("what is stored of them has the same bytes as ever", () => {
  const items = ballots.map((ballot) =>
    ballotItem({ ...ballot, consultation: consultation.id, day: "2026-11-05" }),
  );
  // That an item says its form came later, and is all that was added.
  const before = items.map(({ form, ...rest }) => {
    expect(form).toEqual({ N: "1" });
    return rest;
  });
  expect([sha256(JSON.stringify(before)), sha256(inflateRawSync(packTally(tally)).toString("hex"))])
    .toMatchInlineSnapshot(`
    [
      "362c73c0988f433f36f9fd7e2d57ff475071160ea278679cca7b4df23896f383",
      "519a0279e5873626ac00b8e2b882c957010d441f2675b29087b0361eea9a8fc5",
    ]
  `);
});
