/*
 * npm run simulate:flags: how often the rule of clones flags anything in honest consultations, and how much of a campaign it
 * finds; docs/methods.md has the figures. Seeded: the same in every run. SEED and RUNS (of each kind and size) may be said.
 */
import { drawing, HONEST, honestRows, pushedRow, trial } from "../domain/flags/crowd.ts";

const SEED = Number(process.env["SEED"] ?? 1);
const RUNS = Number(process.env["RUNS"] ?? 40);
const SIZES = [200, 1_000, 5_000, 20_000];
/** Of all ballots, the campaign's among them. */
const CAMPAIGN = 0.05;
/** Answers of each ballot of the campaign that are drawn anew. */
const VARIED = [0, 1, 2];

const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;

for (const recommendations of [18, 12, 30]) {
  for (const people of SIZES) {
    let [alarms, all] = [0, 0];
    const found = VARIED.map(() => ({ any: 0, half: 0, share: 0 }));
    const alarmed = new Set<string>();
    for (const [kind, crowd] of Object.entries(HONEST)) {
      const runs = people > 10_000 ? Math.ceil(RUNS / 4) : RUNS;
      for (let run = 0; run < runs; run++) {
        const next = drawing(SEED * 1_000_003 + run * 7_919 + people + recommendations);
        const rows = honestRows({ ...crowd, people, recommendations }, next);
        all += 1;
        if (trial(rows, []).beyond > 0) {
          alarms += 1;
          alarmed.add(kind);
        }
        const size = Math.round((people * CAMPAIGN) / (1 - CAMPAIGN));
        const row = pushedRow(rows, next);
        for (const [at, answers] of VARIED.entries()) {
          const { ofCampaign } = trial(rows, { row, answers, size, next });
          found[at]!.share += ofCampaign;
          if (ofCampaign > 0) found[at]!.any += 1;
          if (ofCampaign >= 0.5) found[at]!.half += 1;
        }
      }
    }
    process.stdout.write(
      `${recommendations} recommendations, ${people} people: alarms ${alarms} of ${all}${[...alarmed].map((one) => ` (${one})`).join("")}; campaign of 5 % ${VARIED.map(
        (answers, at) =>
          `varied in ${answers}: found ${percent(found[at]!.any, all)}, half of it or more ${percent(found[at]!.half, all)}, of its ballots ${percent(found[at]!.share, all)}`,
      ).join("; ")}\n`,
    );
  }
}
