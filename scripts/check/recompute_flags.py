#!/usr/bin/env python3
"""Makes every figure of flagged ballots again, and the public's results without them, by the counts of a release.

python3 recompute_flags.py release.json. Exits 0: all agree; 1: names those that do not; 2: not method 2.
"""
import json
import math
import sys
from itertools import combinations

sys.dont_write_bytecode = True
from figures import Z, Near, finer, half_up, outwards, share  # noqa: E402
from recompute import compare, group_of  # noqa: E402

OF_A_VIEW = ("rated", "counts", "bands", "mean", "interval", "rank", "rankRange", "highShare", "highInterval")


def near(x, decimals):
    return Near((half_up(x - 1e-9, decimals), half_up(x + 1e-9, decimals)))


def share_of_ballots(measured, deviation, panel, least, noise):
    """A count of ballots as a share of all, both with noise."""
    if panel < least + math.ceil(math.sqrt(5) * deviation - 1e-9):
        return {"share": None, "interval": None}
    places, ratio = finer(panel, 2, 1000, 100_000), measured / panel
    shown = share(min(panel, max(0, measured)), panel, places)
    wide = Z * math.sqrt(deviation**2 + ratio**2 * noise) / panel
    return {"share": shown, "interval": outwards(shown, [min(1, max(0, ratio + s * wide)) for s in (-1, 1)], places)}


def difference(rows, limit):
    """What changes between the views, by the recommendations that have a rank in both."""
    if not rows:
        return {"verdict": None, "ranksChanged": None, "greatest": None, "moved": [], "intoTopFive": [],
                "outOfTopFive": []}
    moved = set()
    for a, b in combinations(rows, 2):
        before, after = (a["means"][view] - b["means"][view] for view in (0, 1))
        if before * after < 0 and abs(after - before) > limit * math.hypot(a["noise"], b["noise"]):
            moved |= {a["code"], b["code"]}
    most = max(rows, key=lambda row: abs(row["by"]))
    depends = any(abs(row["by"]) > max(0.1, limit * row["noise"]) for row in rows)
    tops = [{row["code"] for row in rows if row["ranks"][view] <= 5} for view in (0, 1)]

    def in_order(codes):
        return [row["code"] for row in rows if row["code"] in codes]

    return {"verdict": "depends-on-flagged" if depends or moved else "no-clear-difference",
            "ranksChanged": sum(row["ranks"][0] != row["ranks"][1] for row in rows),
            "greatest": {"code": most["code"], "change": most["change"]}, "moved": in_order(moved),
            "intoTopFive": in_order(tops[1] - tops[0]), "outOfTopFive": in_order(tops[0] - tops[1])}


def expected(release):
    """What a release tells of flagged ballots, as its counts make it."""
    flags, rules = release["flags"], release["rules"]
    told, deviation = flags["recommendations"], flags["deviation"]
    whole, flagged = deviation["whole"] ** 2, deviation["flagged"] ** 2

    def group(counts, v, more):
        given = {"choosers": {"public": None},
                 "rules": {**rules, "base": rules["base"] + more, "protection": {"first": {"public": 0}}}}
        return group_of(given, [{"measured": one, "firstMeasured": None} for one in counts], v, "public")

    both = whole + flagged
    everyone = group([one["whole"] for one in told], whole, 0)
    rest = group([[x - y for x, y in zip(one["whole"], one["flagged"])] for one in told], both,
                 math.ceil(math.sqrt(5 * both)))
    rows = []
    for one, a, b in zip(told, everyone["rows"], rest["rows"]):
        row = {"code": one["code"], "views": [a["figures"], b["figures"]]}
        if a["ranked"] and b["ranked"]:
            by = b["mean"] - a["mean"]
            noise = math.sqrt(flagged * sum(((j - b["mean"]) / b["n"]) ** 2 for j in range(1, 6)))
            row.update(by=by, noise=noise, change=near(by, finer(b["n"], 1, 100, 3000)), means=[a["mean"], b["mean"]],
                       ranks=[a["figures"]["rank"], b["figures"]["rank"]])
        rows.append(row)
    compared = [row for row in rows if "by" in row]
    many = len(compared) * (len(compared) + 1) / 2
    limit = math.sqrt(2 * math.log(many / 0.01)) if compared else 0
    panel, noise = everyone["panel"], 7 * whole / len(told)
    least = max(rules["sharesFrom"], rules["base"])
    measured = math.floor(sum(sum(one["flagged"]) for one in told) / len(told) + 0.5)
    in_ballots = half_up(math.sqrt(7 / len(told)) * deviation["flagged"], 3)
    return {
        "ballots": everyone["ballots"],
        "deviation": {"ballots": in_ballots},
        "flagged": {"measured": measured, **share_of_ballots(measured, in_ballots, panel, least, noise)},
        "counts": {flag: share_of_ballots(one["measured"], deviation["flagged"], panel, least, noise)
                   for flag, one in flags["counts"].items()},
        "ranked": {"with": everyone["ranked"], "without": rest["ranked"]},
        "recommendations": [
            {"with": {name: row["views"][0][name] for name in OF_A_VIEW},
             "without": {name: row["views"][1][name] for name in OF_A_VIEW},
             "change": row.get("change"), "clear": abs(row["by"]) > limit * row["noise"] if "by" in row else None}
            for row in rows],
        "difference": difference(compared, limit),
    }


def recompute_flags(release):
    """How many figures agree, and those that do not; of a release that tells nothing of flagged ballots, none."""
    if (release.get("flags") or {}).get("madeIn") is None:
        return 0, []
    found = list(compare(expected(release), release["flags"], "/flags"))
    return sum(same for same, _ in found), [said for same, said in found if not same]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    if given["method"] != 2:
        sys.exit(2)
    right, wrong = recompute_flags(given)
    print("\n".join(wrong) if wrong else f"{right} figures agree")
    sys.exit(1 if wrong else 0)
