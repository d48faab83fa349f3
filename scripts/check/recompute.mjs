// Makes every figure of a release again, by its measured counts and rules alone (docs/methods.md), in Node 20 or newer:
// node recompute.mjs release.json (or standard input). Exits 0: all agree; 1: names those that do not; 2: not method 2.
export const sum = (list) => list.reduce((a, b) => a + b, 0);
export const round = (x, d, k = 10 ** d) => Math.round((x + Number.EPSILON) * k) / k;
export const around = (x, [low, high], d, k = 10 ** d) => // rounded outwards, and with x inside
  [Math.min(x, Math.floor(low * k + 1e-9) / k), Math.max(x, Math.ceil(high * k - 1e-9) / k)];
export function shareOf(x, n, d, k = 10 ** d) { // a half to the even neighbour; all, or nothing, only of just that
  const [below, rest] = [Math.floor((x * k) / n), x * k - Math.floor((x * k) / n) * n];
  const near = below + (rest * 2 > n || (rest * 2 === n && below % 2 === 1) ? 1 : 0);
  return Math.min(x < n ? k - 1 : k, Math.max(x > 0 ? 1 : 0, near)) / k;
}
export const decimals = (n, d, few, many) => d + (n < few ? 0 : n < many ? 1 : 2);
const told = (hidden, all) => (hidden ? Object.fromEntries(Object.keys(all).map((name) => [name, null])) : all);
// Student's t: density (Γ(x + ½)/Γ(x) carried up to its series), two-sided p (Simpson), .975 quantile (Newton).
function density(df, x = df / 2, ratio = 1 / Math.sqrt(Math.PI * df)) {
  for (; x < 200; x++) ratio *= x / (x + 0.5);
  ratio *= Math.sqrt(x) * (1 - 1 / (8 * x) + 1 / (128 * x ** 2) + 5 / (1024 * x ** 3));
  return (t) => ratio * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));
}
const GRID = Array.from({ length: 1001 }, (_, i) => [i / 1000, i % 1000 ? 2 + 2 * (i % 2) : 1]);
const twoSided = (t, df, f = density(df)) => 1 - (Math.abs(t) / 1500) * sum(GRID.map(([at, w]) => w * f(at * t)));
const [NORMAL, known] = [1e15, {}]; // with so many degrees of freedom it is the normal distribution
const quantile = (df, f = density(df)) =>
  (known[df] ??= GRID.slice(0, 12).reduce((t) => t + (twoSided(t, df, f) - 0.05) / 2 / f(t), 1.9));
function fitted(y, h = y.map((x) => Math.max(0, x))) { // the nearest whole numbers ≥ 0 with the same sum
  for (let rest; (rest = sum(h) - Math.max(0, sum(y))) > 0; )
    for (const j of [0, 1, 2, 3, 4].filter((place) => h[place] > 0).slice(-rest)) h[j]--;
  return h;
}
const between = (a, b, c, [low, high], half = Math.sqrt(b * b - a * c)) => // all x with a·x² − 2b·x + c ≤ 0
  a > 0 && half >= 0 ? [b - half, b + half].map((x) => Math.min(high, Math.max(low, x / a))) : [low, high];
function vanDerEijk(left, n) {
  const [on, least] = [left.map((x) => Number(x > 0)), Math.min(...left.filter((x) => x > 0))];
  const sides = on.map((x, j) => [x, sum(on.slice(0, j)), sum(on.slice(j + 1)), j]);
  const tu = sum(sides.map(([x, l, r, j]) => x * (l * (4 - j - r) + (j - l) * r)));
  const tdu = sum(sides.map(([x, l, r]) => (1 - x) * l * r));
  const [f, U] = [sum(on), sum(on) === 1 ? 1 : (3 * tu - 4 * tdu) / (3 * (tu + tdu || 1))];
  return f && ((least * f) / n) * U * (1 - (f - 1) / 4) + vanDerEijk(left.map((x) => Math.max(0, x - least)), n);
}
function spreadOf(h, n, m) {
  const at = (i) => 1 + h.findIndex((_, j) => sum(h.slice(0, j + 1)) > i);
  const line = (i) => at(Math.floor(i)) + (i % 1) * (at(Math.ceil(i)) - at(Math.floor(i)));
  const [q1, M, q3] = [0.25, 0.5, 0.75].map((p) => line((n - 1) * p));
  const median = h[M - 1] > 0 ? M - 0.5 + (n / 2 - sum(h.slice(0, M - 1))) / h[M - 1] : M;
  const tw = 1 + sum(h.map((x, j) => x && (x / n) * Math.log2(1 - Math.abs(j + 1 - m) / 4)));
  const er = sum(h.flatMap((x, a) => h.map((z, b) => (x / n) ** 2.6 * (z / n) * Math.abs(a - b)))) / 4;
  const [a, b, c, d] = [median, tw, vanDerEijk(h, n), 2 ** 2.6 * er].map((x) => round(x, 2));
  return { interpolatedMedian: a, quartiles: [q1, q3], tastleWierman: b, vanDerEijk: c, estebanRay: d };
}
function rowOf(measured, v, [base, from]) { // its figures, and what is compared; v: the noise's variance in a count
  const y = [0, 1, 2, 3, 4].map((j) => measured[j] ?? 0);
  const [h, n, N] = [fitted(y), Math.max(0, sum(y)), Math.max(0, sum(y)) + 1];
  const [any, few, rank] = [base, from, 10].map((least) => n < base || n < least);
  const [one, two] = [1, 2].map((power) => sum(h.map((x, j) => ((x + 0.2) / N) * (j + 1) ** power)));
  const [m, variance] = [sum(h.map((x, j) => x * (j + 1))) / n, (two - one ** 2) / (n + 2)];
  const [q2, z2, S] = [quantile(n - 1) ** 2, quantile(NORMAL) ** 2, sum(y.map((x, j) => (j + 1) * (x + 0.2)))];
  const [d, s] = [decimals(n, 1, 100, 3000), decimals(n, 2, 1000, 1e5)];
  const ofMean = [N ** 2 - 5 * q2 * v, S * N - 15 * q2 * v, S ** 2 - q2 * (N ** 2 * variance + 55 * v)];
  const interval = around(round(m, d), between(...ofMean, [1, 5]), d);
  const [high, low] = [[3, 4], [0, 1]].map(([j, k]) => {
    const [H, Y] = [h[j] + h[k], y[j] + y[k]];
    const range = between(n * n + z2 * (n - 5 * v), Y * n + z2 * (n / 2 - 2 * v), Y * Y - 2 * z2 * v, [0, 1]);
    return { H, share: shareOf(H, n, s), most: range[0] >= 0.5, range: around(shareOf(H, n, s), range, s) };
  });
  const D = sum(h.map((_, j) => (sum(h.slice(0, j + 1)) / n) * (1 - sum(h.slice(0, j + 1)) / n)));
  const figures = {
    ...told(any, { rated: n, mean: round(m, d), interval, bands: [low.H, h[2], high.H] }),
    ...told(any, { noOpinion: Math.max(0, measured[5]), skipped: Math.max(0, measured[6]) }),
    ...told(any, { leaning: high.most ? "most-high" : low.most ? "most-low" : "unclear" }),
    ...told(few, { counts: h, disagreement: round(D, 2), spread: spreadOf(h, n, m) }),
    ...told(few, { highShare: high.share, highInterval: high.range, lowShare: low.share, lowInterval: low.range }),
  };
  const [square, whole] = [variance ** 2 / (n - 1), variance + v * sum(h.map((_, j) => ((j + 1 - m) / n) ** 2))];
  return { h, n, m, v, few, rank, figures, square, whole, high: high.H, low: low.H };
}
function ranking(scores, hidden, test) { // ranks among those that have one, and their ranges: Holm over all pairs
  const among = scores.flatMap((_, i) => (hidden[i] ? [] : [i])).toSorted((a, b) => scores[b] - scores[a]);
  const ranges = scores.map(() => [1, among.length]);
  const pairs = among.flatMap((a, x) => among.slice(x + 1).map((b) => [a, b, test(a, b)]));
  for (const [i, [above, below, p]] of pairs.toSorted((one, other) => one[2] - other[2]).entries())
    if ((pairs.length - i) * p >= 0.05) break;
    else [ranges[below][0], ranges[above][1]] = [ranges[below][0] + 1, ranges[above][1] - 1];
  return scores.map((x, i) => [1 + among.filter((j) => scores[j] > x).length, ranges[i]]);
}
export function groupOf(release, found, v, name) { // a panel, or a segment without a name; v: as in rowOf
  const { rules, choosers: { [name]: choosers } } = release; // w: the noise's variance in first choices
  const [w, exact] = [rules.protection.first[name] ** 2, name === "expert" && rules.expertsExact];
  const panel = Math.max(0, Math.round(sum(found.flatMap(({ measured }) => measured)) / found.length));
  const least = panel < rules.base ? Infinity : rules.base; // where the whole is under the base, no row is over it
  const [base, from] = exact ? [3, 3] : [least, rules.sharesFrom + Math.ceil(Math.sqrt(5 * v))];
  const rows = found.map(({ measured }) => rowOf(measured, v, [base, from]));
  const welch = (a, b, V = a.whole + b.whole) => // no ranges are published of segments
    name ? twoSided((a.m - b.m) / Math.sqrt(V), Math.min(V ** 2 / (a.square + b.square), 1e6)) : 1;
  const byMean = ranking(rows.map(({ m }) => m), rows.map(({ rank }) => rank), (a, b) => welch(rows[a], rows[b]));
  const [chosen, few] = [found.map((one) => Math.max(0, one.firstMeasured)), !(choosers >= Math.max(base, from))];
  const byFirst = ranking(chosen, chosen.map(() => few), (a, b) =>
    twoSided(Math.max(0, Math.abs(chosen[a] - chosen[b]) - 1) / Math.sqrt(chosen[a] + chosen[b] + 2 * w) || 0, NORMAL));
  const recommendations = rows.map((row, i) => {
    const [[rank, rankRange], [firstRank, firstRange]] = [byMean[i], byFirst[i]];
    const first = shareOf(Math.min(choosers, chosen[i]), choosers, decimals(choosers, 2, 1000, 1e5));
    return { ...row.figures, ...told(row.rank, { rank, rankRange }), ...told(few, { first, firstRank, firstRange }) };
  });
  const ranked = sum(rows.map(({ rank }) => !rank));
  return { rows, panel, ballots: panel < base ? null : panel, ranked, recommendations };
}
function gapOf(e, p) {
  const [u, w] = [p, e].map(({ h, n }) => h.map((x, j) => (sum(h.slice(0, j)) + x / 2) / n));
  const theta = sum(e.h.map((x, j) => x * u[j])) / e.n, pairs = [[e, u, theta], [p, w, 1 - theta]];
  const [A, B] = pairs.map(([{ h, n }, at, c]) => sum(h.map((x, j) => x * (at[j] - c) ** 2)) / (n - 1) / n);
  const V = A + B + sum(pairs.flatMap(([{ n, v }, at, c]) => at.map((x) => v * ((x - c) / n) ** 2)));
  const df = Math.min(1e6, V ** 2 / (A ** 2 / (e.n - 1) + B ** 2 / (p.n - 1)));
  const [delta, inner, wide] = [2 * theta - 1, 1 - (2 * theta - 1) ** 2, 4 * V * quantile(df) ** 2];
  const ends = [-1, 1].map((sign) => (delta * inner + sign * Math.sqrt(wide * (inner ** 2 + wide))) / (inner + wide));
  const size = ["negligible", "small", "medium", "large"][sum([0.147, 0.33, 0.474].map((x) => Math.abs(delta) >= x))];
  const [chance, interval] = [twoSided((theta - 0.5) / Math.sqrt(V), df), around(delta, ends, 2)];
  return { chance, figures: { theta: round(theta, 2), delta: round(delta, 2), interval, size } };
}
/** The figures of a release by its counts, compared; those of flagged ballots are made by recompute-flags.mjs. */
export function recompute(release) {
  const [{ recommendations, segments }, { ratings, groups }] = [release, release.rules.protection];
  const [everyone, experts] = ["public", "expert"].map((name) =>
    groupOf(release, recommendations.map(({ panels }) => panels[name]), ratings[name] ** 2, name));
  const gaps = experts.rows.map((e, i) => (e.rank || everyone.rows[i].rank ? null : gapOf(e, everyone.rows[i])));
  const ps = gaps.flatMap((gap) => gap?.chance ?? []).toSorted((a, b) => a - b);
  const cut = ps.findLast((p, i) => (p * ps.length) / (i + 1) < 0.05); // Benjamini and Hochberg
  const side = ({ low, high, n }) => [[high, low], [low, high]].findIndex(([a, b]) => a / n >= 0.75 && b / n < 0.15);
  const expected = {
    ...Object.fromEntries(["ballots", "ranked"].map((k) => [k, { public: everyone[k], expert: experts[k] }])),
    segments: segments.map((one) => groupOf(release, one.recommendations, groups ** 2)),
    recommendations: experts.rows.map((row, i) => ({
      panels: { public: everyone.recommendations[i], expert: experts.recommendations[i] },
      gap: gaps[i] && { ...gaps[i].figures, differs: gaps[i].chance <= cut && gaps[i].figures.size !== "negligible" },
      consensus: row.few || row.n < 10 || row.n / experts.panel < 0.8 ? null : ["none", "high", "low"][side(row) + 1],
    })),
  };
  return compare(expected, release);
}
export function compare(now, found, path = "", all = { right: [], wrong: [] }) { // of what stands in both
  const within = Object(now) === now && Object(found) === found;
  if (within) for (const key in now) if (key in found) compare(now[key], found[key], `${path}/${key}`, all);
  const same = now === (Array.isArray(found) && found.every((x) => x === null) ? null : found);
  const [is, by] = [found, now].map((one) => JSON.stringify(one));
  return within || all[same ? "right" : "wrong"].push(`${path}: ${is}, by the counts ${by}`), all;
}
if (process.argv[1]?.endsWith("recompute.mjs")) {
  const release = JSON.parse((await import("node:fs")).readFileSync(process.argv[2] ?? 0, "utf8"));
  const { right, wrong } = release.method === 2 ? recompute(release) : process.exit(2);
  process.stdout.write(`${wrong.length > 0 ? wrong.join("\n") : `${right.length} figures agree`}\n`);
  process.exitCode = Math.min(1, wrong.length);
}
