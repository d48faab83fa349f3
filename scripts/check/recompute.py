#!/usr/bin/env python3
"""Makes every figure of a release again, by its measured counts and rules alone (docs/methods.md); Python 3.9 or newer.

python3 recompute.py release.json. Exits 0: all agree; 1: names those that do not; 2: not method 2.
"""
import json
import math
import sys
from itertools import combinations

sys.dont_write_bytecode = True
from figures import Near, finer, near, outwards, quantile, row_of, share, two_sided  # noqa: E402


def ranking(scores, p_of):
    """Rank and range of each that has a score: every pair compared, all of them together by Holm's rule."""
    there = [i for i, one in enumerate(scores) if one is not None]
    pairs = sorted((p_of(a, b), a, b) for a, b in combinations(there, 2)) if p_of else []
    low, high = dict.fromkeys(there, 1), dict.fromkeys(there, len(there))
    for done, (p, a, b) in enumerate(pairs):
        if p * (len(pairs) - done) >= 0.05:
            break
        above, below = (a, b) if scores[a] > scores[b] else (b, a)
        low[below], high[above] = low[below] + 1, high[above] - 1
    return [(1 + sum(scores[j] > one for j in there), [low[i], high[i]]) if one is not None else (None, None)
            for i, one in enumerate(scores)]


def group_of(release, found, v, name=None):
    """A panel, or a segment, which has no name, no first choices and no ranges."""
    rules = release["rules"]
    panel = max(0, math.floor(sum(sum(one["measured"]) for one in found) / len(found) + 0.5))
    base = rules["base"] if panel >= rules["base"] else math.inf  # no row is over it where the whole is not
    shares_from = rules["sharesFrom"] + math.ceil(math.sqrt(5 * v))
    if name == "expert" and rules["expertsExact"]:
        base = shares_from = 3
    rows = [row_of(one["measured"], v, base, shares_from) for one in found]

    def welch(a, b):
        one, two = rows[a], rows[b]
        whole = one["variance"] + one["noise"] + two["variance"] + two["noise"]
        df = whole**2 / sum(r["variance"] ** 2 / (r["n"] - 1) for r in (one, two))
        return two_sided((one["mean"] - two["mean"]) / math.sqrt(whole), min(df, 1e6))

    ranks = ranking([r["mean"] if r["ranked"] else None for r in rows], welch if name else None)
    for row, (rank, between) in zip(rows, ranks):
        row["figures"].update(rank=rank, rankRange=between)
    if name:
        choosers, w = release["choosers"][name], release["rules"]["protection"]["first"][name] ** 2
        chosen = [max(0, one["firstMeasured"] or 0) for one in found]
        told = choosers is not None and choosers >= max(base, shares_from)

        def by_first(a, b):
            deviation = math.sqrt(chosen[a] + chosen[b] + 2 * w)
            z = max(0, abs(chosen[a] - chosen[b]) - 1) / (deviation or 1)
            return math.erfc(z / math.sqrt(2))

        ranks = ranking([one if told else None for one in chosen], by_first)
        for row, one, (rank, between) in zip(rows, chosen, ranks):
            first = share(min(choosers, one), choosers, finer(choosers, 2, 1000, 100_000)) if told else None
            row["figures"].update(first=first, firstRank=rank, firstRange=between)
    return {"rows": rows, "panel": panel, "ballots": panel if panel >= base else None,
            "ranked": sum(r["ranked"] for r in rows)}


def gap_of(e, p):
    """How far the experts are from the public, and by what chance."""
    def placed(other):
        return [(sum(other["h"][:j]) + other["h"][j] / 2) / other["n"] for j in range(5)]

    sides = [(e, placed(p)), (p, placed(e))]
    centres = [sum(one * u for one, u in zip(side["h"], at)) / side["n"] for side, at in sides]
    chance = [sum(one * (u - c) ** 2 for one, u in zip(side["h"], at)) / (side["n"] - 1) / side["n"]
              for (side, at), c in zip(sides, centres)]
    noise = sum(side["v"] * sum(((u - c) / side["n"]) ** 2 for u in at) for (side, at), c in zip(sides, centres))
    whole, theta = sum(chance) + noise, centres[0]
    df = min(1e6, whole**2 / sum(one**2 / (side["n"] - 1) for one, (side, _) in zip(chance, sides)))
    delta = 2 * theta - 1
    inner, q2v = 1 - delta**2, quantile(df) ** 2 * 4 * whole
    half = math.sqrt(q2v * (inner**2 + q2v))
    ends = [(delta * inner + sign * half) / (inner + q2v) for sign in (-1, 1)]
    size = ("negligible", "small", "medium", "large")[sum(abs(delta) >= one for one in (0.147, 0.33, 0.474))]
    figures = {"theta": near(theta), "delta": near(delta), "interval": outwards(delta, ends, 2), "size": size}
    return two_sided((theta - 0.5) / math.sqrt(whole), df), figures


def consensus(row, panel):
    if row["few"] or row["n"] < 10 or row["n"] < 0.8 * panel:
        return None
    for word, own, other in (("high", "high", "low"), ("low", "low", "high")):
        if row[own] >= 0.75 and row[other] < 0.15:
            return word
    return "none"


def expected(release):
    """The figures of a release as its counts make them, in its own form."""
    deviations = release["rules"]["protection"]
    panels = {name: group_of(release, [one["panels"][name] for one in release["recommendations"]],
                             deviations["ratings"][name] ** 2, name) for name in ("public", "expert")}
    gaps = [gap_of(e, p) if e["ranked"] and p["ranked"] else None
            for e, p in zip(panels["expert"]["rows"], panels["public"]["rows"])]
    chances = sorted(gap[0] for gap in gaps if gap)
    cut = max((p for i, p in enumerate(chances, 1) if p * len(chances) / i < 0.05), default=-1)  # Benjamini, Hochberg
    for gap in filter(None, gaps):
        gap[1]["differs"] = gap[0] <= cut and gap[1]["size"] != "negligible"
    segments = [group_of(release, one["recommendations"], (deviations["groups"] or 0) ** 2)
                for one in release["segments"]]
    of_segment = ("rated", "mean", "interval", "rank", "highShare", "highInterval")
    return {
        "ballots": {name: one["ballots"] for name, one in panels.items()},
        "ranked": {name: one["ranked"] for name, one in panels.items()},
        "recommendations": [
            {"panels": {name: one["rows"][i]["figures"] for name, one in panels.items()},
             "gap": gaps[i] and gaps[i][1],
             "consensus": consensus(panels["expert"]["rows"][i], panels["expert"]["panel"])}
            for i in range(len(gaps))],
        "segments": [
            {"ballots": one["ballots"], "ranked": one["ranked"],
             "recommendations": [{name: row["figures"][name] for name in of_segment} for row in one["rows"]]}
            for one in segments],
    }


def compare(now, found, path=""):
    """Each figure with whether it agrees."""
    if isinstance(now, dict) and isinstance(found, dict):
        for name, one in now.items():
            yield from compare(one, found.get(name, "missing"), f"{path}/{name}")
    elif isinstance(now, list) and isinstance(found, list) and len(now) == len(found):
        for place, (one, other) in enumerate(zip(now, found)):
            yield from compare(one, other, f"{path}/{place}")
    else:
        hidden = now is None and isinstance(found, list) and all(one is None for one in found)
        alike = isinstance(found, bool) == isinstance(now, bool)
        same = found in now if isinstance(now, Near) else alike and found == now
        yield same or hidden, f"{path}: {json.dumps(found)}, by the counts {json.dumps(now)}"


def recompute(release):
    """How many figures agree with the counts of a release, and those that do not, each as a sentence."""
    all_figures = list(compare(expected(release), release))
    return sum(same for same, _ in all_figures), [said for same, said in all_figures if not same]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    if given["method"] != 2:
        sys.exit(2)
    right, wrong = recompute(given)
    print("\n".join(wrong) if wrong else f"{right} figures agree")
    sys.exit(1 if wrong else 0)
