import { expect, test } from "vitest";
import { expectTool, runTool } from "../support/tools.ts";

const python = await expectTool("Python", "check.py's formulas by the reference values");
const path = (name: string) => new URL(`../../${name}`, import.meta.url).pathname;

/** Prints what differs from the reference values, and how many were compared. */
const SCRIPT = `
import json, math, sys
sys.path.insert(0, ${JSON.stringify(path("scripts/check"))})
from figures import fitted, quantile, row_of, two_sided
from recompute import gap_of, ranking
vectors = json.load(open(${JSON.stringify(path("tests/domain/vectors.json"))}))
compared = 0

def same(name, found, wanted):
    global compared
    compared += 1
    good = wanted in found if isinstance(found, tuple) else math.isclose(found, wanted, rel_tol=1e-8, abs_tol=1e-12)
    if not good:
        print(name, found, wanted)

def down(x, d): return math.floor(x * 10**d) / 10**d
def up(x, d): return math.ceil(x * 10**d) / 10**d
def rounded(x): return math.floor(x * 100 + 0.5 + 1e-9) / 100

same("t", quantile(9), 2.262157162740992)
same("t", quantile(1), 12.706204736432095)
same("t", two_sided(2.0, 5), 0.10193947882985843)
for case in vectors["histogram_stats"]["cases"]:
    if case["K"] != 5 or case["n"] < 10:
        continue
    name, figures = case["id"], row_of([*case["hist"], 0, 0], 0, 3, 3)["figures"]
    same(name, figures["disagreement"], rounded(case["disagreement_D"]))
    for key, wanted in (("tastleWierman", "Cns"), ("vanDerEijk", "vanderEijk_A"), ("estebanRay", "esteban_ray_norm_a1_6"),
                        ("interpolatedMedian", "interpolated_median")):
        same(f"{name} {key}", figures["spread"][key], rounded(case[wanted]))
    for place, wanted in enumerate(("q25", "q75")):
        same(f"{name} {wanted}", figures["spread"]["quartiles"][place], case[wanted])
    d, ends = (1 if case["n"] < 100 else 2), case["dirichlet_mean_ci"]
    same(f"{name} low", figures["interval"][0], min(figures["mean"], down(max(1, ends["lo"]), d)))
    same(f"{name} high", figures["interval"][1], max(figures["mean"], up(min(5, ends["hi"]), d)))
for case in vectors["gap_two_histograms"]["cases"]:
    if case["degenerate"]:
        continue
    sides = ({"h": case["hx"], "n": case["m"], "v": 0}, {"h": case["hy"], "n": case["n"], "v": 0})
    p, figures = gap_of(*sides)
    same("p", p, case["p"])
    same("delta", figures["delta"], rounded(case["delta"]))
    same("low", figures["interval"][0], down(case["delta_lo"], 2))
    same("high", figures["interval"][1], up(case["delta_hi"], 2))
wilson = vectors["wilson"]["cases"][0]
figures = row_of([25, 0, 0, 75, 0, 0, 0], 0, 3, 3)["figures"]
same("wilson", figures["highInterval"][0], down(wilson["lo"], 2))
same("wilson", figures["highInterval"][1], up(wilson["hi"], 2))
for found, wanted in zip(fitted([-3, 1, 2, 9, 2]), (0, 1, 1, 8, 1)):
    same("fitted", found, wanted)
print(compared)
`;

test.skipIf(python === undefined)("check.py's formulas give the reference values", async () => {
  const { status, output, errors } = await runTool(python!, ["-c", SCRIPT]);
  expect({ status, errors }).toEqual({ status: 0, errors: "" });
  expect(output.trim().split("\n")).toEqual([expect.stringMatching(/^\d{2,}$/)]);
});
