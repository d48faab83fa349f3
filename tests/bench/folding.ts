import type { Consultation } from "../../domain/consultation/definition.ts";
import { PANELS } from "../../domain/ballot/ballot.ts";
import { BINS } from "../../domain/ballot/rating.ts";
import { foldPacked, foldState } from "../../domain/tally/fold.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { emptyTally } from "../../domain/tally/tally.ts";
import { sha256, sha256Binary } from "../../functions/secrets.ts";

const RECOMMENDATIONS = 18;
const DIFFERENT = 4096;
const codes = Array.from({ length: RECOMMENDATIONS }, (_, index) => `K${index + 1}`);
const QUESTIONS = ["region", "age"].map((code) => ({
  code,
  options: Array.from({ length: 19 }, (_, option) => ({ code: `o${option}` })),
}));
const plan = countingPlan({
  languages: ["en", "ru", "kk"],
  recommendations: codes.map((code) => ({ code })) as Consultation["recommendations"],
  about: QUESTIONS as Consultation["about"],
});

/**
 * How many ballots a second one thread folds: packed ratings alone, and whole ballots with the set hash;
 * and how many SHA-256 of the same texts, ready made, the machine makes meanwhile: more cannot be had.
 */
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
    for (const state of states) foldState(tally, plan, state, 1, sha256Binary);
  });
  const texts: string[] = [];
  for (const state of states) {
    foldState(tally, plan, state, 1, (text) => {
      // A copy in one piece, as no text that is joined together is.
      texts.push(Buffer.from(text).toString("latin1"));
      return "0".repeat(32);
    });
  }
  const hashes = perSecond(DIFFERENT, () => {
    for (const text of texts) sha256Binary(text);
  });
  return { bare, whole, hashes };
}

/** Repetitions a second: the best of many short rounds, which the rest of the machine disturbs least. */
function perSecond(count: number, round: () => void): number {
  let best = 0;
  for (let attempt = 0; attempt < 400; attempt++) {
    const begun = performance.now();
    round();
    best = Math.max(best, (count * 1000) / (performance.now() - begun));
  }
  return best;
}
