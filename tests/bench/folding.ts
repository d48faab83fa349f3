import type { Consultation } from "../../domain/consultation.ts";
import { PANELS } from "../../domain/ballot.ts";
import { BINS } from "../../domain/rating.ts";
import { foldPacked, foldState } from "../../domain/tally/fold.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { emptyTally } from "../../domain/tally/tally.ts";
import { sha256 } from "../../functions/secrets.ts";
import { packTally } from "../../functions/store/tallies.ts";

const RECOMMENDATIONS = 18;
const DIFFERENT = 4096;
const codes = Array.from({ length: RECOMMENDATIONS }, (_, index) => `K${index + 1}`);
const QUESTIONS = ["region", "age"].map((code) => ({
  code,
  options: Array.from({ length: 19 }, (_, option) => ({ code: `o${option}` })),
}));
const plan = countingPlan({
  recommendations: codes.map((code) => ({ code })) as Consultation["recommendations"],
  about: QUESTIONS as Consultation["about"],
});

/** How many packed ballots a second one thread folds, bare and with the set hash; and a commit's price. */
export function folding() {
  const packed = Array.from({ length: DIFFERENT }, (_, ballot) =>
    codes
      .map((_code, index) => BINS[(ballot * 7 + index * 3 + (ballot >> 5)) % BINS.length])
      .join(""),
  );
  const bins = new Int32Array(RECOMMENDATIONS * BINS.length);
  const bare = perSecond(DIFFERENT, () => {
    for (const ratings of packed) foldPacked(bins, ratings, 1);
  });

  const tally = emptyTally(plan);
  const states = packed.map((ratings, ballot) => ({
    id: sha256(String(ballot)),
    revision: 1,
    key: ballot % 256,
    content: {
      panel: PANELS[ballot % 2]!,
      language: "kk" as const,
      ratings,
      about: { region: `o${ballot % 19}`, age: `o${ballot % 7}` },
      first: codes.slice(ballot % 9, (ballot % 9) + 3),
      positions: codes,
    },
  }));
  const whole = perSecond(DIFFERENT, () => {
    for (const state of states) foldState(tally, plan, state, 1, sha256);
  });
  tally.watermarks = { "shardId-00000001700000000000-0123abcd": { sequence: "9".repeat(26) } };
  const bytes = packTally(tally).byteLength;
  return { bare, whole, bytes, writeUnits: Math.ceil((bytes + 200) / 1024) };
}

/** Repetitions a second: the best of several rounds, which the rest of the machine disturbs least. */
function perSecond(count: number, round: () => void): number {
  let best = 0;
  for (let attempt = 0; attempt < 30; attempt++) {
    const begun = performance.now();
    for (let again = 0; again < 20; again++) round();
    best = Math.max(best, (20 * count * 1000) / (performance.now() - begun));
  }
  return best;
}
