const all = (path: string) => `${path} | ${path}`;
const panel = (figure: string) => `recommendations/{code}/panels/{panel}/${figure}`;
const both = (figure: string) =>
  `${panel(figure)} | segments/{question}:{option}/recommendations/{code}/${figure}`;
const RELEASE: [string, string][] = [
  ["consultation", all("consultation")],
  ["release", all("release")],
  ["released_at", all("releasedAt")],
  ["final", all("final")],
  ["simulated", all("simulated")],
  ["code", all("recommendations/{code}/code")],
  ["addressee", all("recommendations/{code}/addressee")],
];
const points = (name: string, path: (place: number) => string) =>
  [0, 1, 2, 3, 4].map((place): [string, string] => [`${name}_${place + 1}`, path(place)]);

/** The columns of the tables, each with where its figure stands in the release. */
export const COLUMNS: Record<"results" | "gaps", [string, string][]> = {
  results: [
    ...RELEASE,
    ["panel", ""],
    ["group", ""],
    ["question", ""],
    ["option", ""],
    ["made_in", "release | segments/{question}:{option}/madeIn"],
    ["ballots", "ballots/{panel} | segments/{question}:{option}/ballots"],
    ["participation", " | segments/{question}:{option}/participation"],
    ["rated", both("rated")],
    ["no_opinion", panel("noOpinion")],
    ["skipped", panel("skipped")],
    ...points("count", (place) => panel(`counts/${place}`)),
    ["mean", both("mean")],
    ["interval_low", both("interval/0")],
    ["interval_high", both("interval/1")],
    ["rank", both("rank")],
    ["rank_from", panel("rankRange/0")],
    ["rank_to", panel("rankRange/1")],
    ["ranked", "ranked/{panel} | segments/{question}:{option}/ranked"],
    ["high_share", both("highShare")],
    ["disagreement", panel("disagreement")],
    ["quartile_1", panel("spread/quartiles/0")],
    ["van_der_eijk", panel("spread/vanDerEijk")],
    ["first_share", panel("first")],
    ...points("measured", (place) => both(`measured/${place}`)),
    ["measured_no_opinion", both("measured/5")],
    ["measured_skipped", both("measured/6")],
    ["promised", all("rules/protection/promised")],
    ["deviation", "rules/protection/ratings/{panel} | rules/protection/groups"],
    ["hidden", ""],
  ],
  gaps: [
    ...RELEASE,
    ["gap_delta", "recommendations/{code}/gap/delta"],
    ["gap_from", "recommendations/{code}/gap/interval/0"],
    ["gap_to", "recommendations/{code}/gap/interval/1"],
    ["gap_differs", "recommendations/{code}/gap/differs"],
    ["gap_size", "recommendations/{code}/gap/size"],
    ["consensus", "recommendations/{code}/consensus"],
    ["hidden", ""],
  ],
};
