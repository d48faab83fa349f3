// Makes every figure of flagged ballots again, and the public's results without them, by the counts of a release
// (docs/methods.md): node recompute-flags.mjs release.json (or standard input). Exits as recompute.mjs does.
import { around, compare, decimals, groupOf, round, shareOf, sum } from "./recompute.mjs";

/** How many ballots there are or are flagged, as a share of all: the noise of both counts is in the interval. */
function shareOfBallots({ measured, deviation }, { panel, base, from, variance }) {
  const d = decimals(panel, 2, 1000, 1e5);
  if (panel < base || panel < from + Math.ceil(Math.sqrt(5 * deviation ** 2))) return { share: null, interval: null };
  const share = shareOf(Math.min(panel, Math.max(0, measured)), panel, d);
  const wide = (1.959963984540054 * Math.sqrt(deviation ** 2 + (measured / panel) ** 2 * variance)) / panel;
  const ends = [-wide, wide].map((one) => Math.min(1, Math.max(0, measured / panel + one)));
  return { share, interval: around(share, ends, d) };
}

/** What changes from one view to the other, where both have a rank. */
function differenceOf(compared, moves) {
  const names = (some) => some.map(({ code }) => code);
  if (compared.length === 0)
    return { verdict: null, ranksChanged: null, greatest: null, moved: [], intoTopFive: [], outOfTopFive: [] };
  const limit = Math.sqrt(2 * Math.log((compared.length * (compared.length + 1)) / 2 / 0.01));
  const sizes = compared.map(({ by }) => Math.abs(by));
  const most = compared[sizes.indexOf(Math.max(...sizes))];
  const moved = compared.filter((a) => compared.some((b) => moves(a, b, limit)));
  const depends = compared.some(({ by, noise }) => Math.abs(by) > limit * noise && Math.abs(by) > 0.1);
  return {
    verdict: depends || moved.length > 0 ? "depends-on-flagged" : "no-clear-difference",
    ranksChanged: compared.filter(({ before, after }) => before !== after).length,
    greatest: { code: most.code, change: most.change },
    moved: names(moved),
    intoTopFive: names(compared.filter(({ before, after }) => after <= 5 && before > 5)),
    outOfTopFive: names(compared.filter(({ before, after }) => before <= 5 && after > 5)),
  };
}

/** The figures of flagged ballots by the counts, compared, after others; where none are told, none. */
export function recomputeFlags(release, all = { right: [], wrong: [] }) {
  const { flags, rules } = release;
  if (typeof flags?.madeIn !== "number") return all;
  const [whole, flagged] = [flags.deviation.whole ** 2, flags.deviation.flagged ** 2];
  const group = (measuredOf, variance, more) => {
    const given = { choosers: {}, rules: { ...rules, base: rules.base + more } };
    return groupOf(given, flags.recommendations.map((one) => ({ measured: measuredOf(one) })), variance, "public");
  };
  const everyone = group((one) => one.whole, whole, 0);
  const both = whole + flagged; // a row takes as many ratings more as it has noise
  const rest = group((one) => one.whole.map((x, j) => x - one.flagged[j]), both, Math.ceil(Math.sqrt(5 * both)));
  const rows = flags.recommendations.map(({ code }, i) => {
    const [a, b] = [everyone.rows[i], rest.rows[i]];
    if (a.rank || b.rank) return { code, change: null };
    const noise = Math.sqrt(flagged * sum(b.h.map((_, j) => ((j + 1 - b.m) / b.n) ** 2)));
    const [before, after] = [everyone, rest].map(({ recommendations }) => recommendations[i].rank);
    const change = round(b.m - a.m, decimals(b.n, 1, 100, 3000));
    return { code, by: b.m - a.m, change, noise, before, after, means: [a.m, b.m] };
  });
  const compared = rows.filter(({ change }) => change !== null);
  const limit = Math.sqrt(2 * Math.log((compared.length * (compared.length + 1)) / 2 / 0.01));
  const moves = (a, b, least) => {
    const [before, after] = [0, 1].map((view) => a.means[view] - b.means[view]);
    return before * after < 0 && Math.abs(after - before) > least * Math.hypot(a.noise, b.noise);
  };
  const of = { panel: everyone.panel, base: rules.base, from: rules.sharesFrom, variance: (7 * whole) / rows.length };
  const ballots = round(Math.sqrt(7 / rows.length) * flags.deviation.flagged, 3);
  const measured = Math.floor(sum(flags.recommendations.flatMap((one) => one.flagged)) / rows.length + 0.5);
  const counts = Object.entries(flags.counts).map(([flag, one]) => [
    flag, shareOfBallots({ measured: one.measured, deviation: flags.deviation.flagged }, of),
  ]);
  const expected = {
    ballots: everyone.ballots,
    deviation: { ballots },
    flagged: { measured, ...shareOfBallots({ measured, deviation: ballots }, of) },
    counts: Object.fromEntries(counts),
    ranked: { with: everyone.ranked, without: rest.ranked },
    recommendations: rows.map(({ by, change, noise }, i) => ({
      with: everyone.recommendations[i],
      without: rest.recommendations[i],
      change,
      clear: change === null ? null : Math.abs(by) > limit * noise,
    })),
    difference: differenceOf(compared, moves),
  };
  const found = compare(expected, flags, "/flags", all);
  for (const name of ["moved", "intoTopFive", "outOfTopFive"]) { // they may be longer than what was made again
    const [is, by] = [flags, expected].map(({ difference }) => difference[name]);
    if (is.length > by.length) found.wrong.push(`/flags/difference/${name}: ${is}, by the counts ${by}`);
  }
  return found;
}
if (process.argv[1]?.endsWith("recompute-flags.mjs")) {
  const release = JSON.parse((await import("node:fs")).readFileSync(process.argv[2] ?? 0, "utf8"));
  const { right, wrong } = release.method === 2 ? recomputeFlags(release) : process.exit(2);
  process.stdout.write(`${wrong.length > 0 ? wrong.join("\n") : `${right.length} figures agree`}\n`);
  process.exitCode = Math.min(1, wrong.length);
}
