"""What the counts of one recommendation say: every figure that is made of a single row (docs/methods.md, "Formulas").

Beside recompute.mjs a second time, and in other ways: Student's t, the fitted counts, shares and indices.
"""
import math
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from statistics import NormalDist

POINTS = (1, 2, 3, 4, 5)
Z = NormalDist().inv_cdf(0.975)


# Student's t, by the incomplete beta function and its continued fraction (Lentz's way of working it out).
def incomplete_beta(x, a, b):
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(1 - x, b, a)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    c, d, value = 1.0, 0.0, 1.0
    for i in range(10_000):
        m = i // 2
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        step = 1.0 if i == 0 else odd if i % 2 else m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / (1 + step * d)
        c = 1 + step / c
        value *= c * d
        if i > 1 and abs(1 - c * d) < 1e-15:
            break
    return front * (value - 1)


def two_sided(t, df):
    return incomplete_beta(df / (df + t * t), df / 2, 0.5)


@lru_cache(maxsize=None)
def quantile(df):
    """t with 2.5 % above it: Newton's steps, from below."""
    t = Z + (Z**3 + Z) / (4 * df) / 2
    scale = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - math.log(df * math.pi) / 2
    for _ in range(60):
        step = (two_sided(t, df) - 0.05) / 2 / math.exp(scale - (df + 1) / 2 * math.log1p(t * t / df))
        t += step
        if abs(step) < 1e-13:
            break
    return t


# Rounding.
class Near(tuple):
    """What a number may be rounded to: two values where it lies just between them, as far as arithmetic can tell."""


def half_up(x, decimals):
    return math.floor((x + 2**-52) * 10**decimals + 0.5) / 10**decimals


def near(x, decimals=2):
    return Near((half_up(x - 1e-9, decimals), half_up(x + 1e-9, decimals)))


def outwards(shown, ends, decimals):
    scale = 10**decimals
    low, high = math.floor(ends[0] * scale + 1e-9) / scale, math.ceil(ends[1] * scale - 1e-9) / scale
    return [min(shown, low), max(shown, high)]


def share(part, whole, decimals):
    scale = 10**decimals
    nearest = round(Fraction(part * scale, whole))  # a half to the even neighbour
    return min(scale if part == whole else scale - 1, max(1 if part > 0 else 0, nearest)) / scale


def finer(n, least, few, many):
    return least + (n >= few) + (n >= many)


# What counts say.
def fitted(measured):
    """The nearest whole numbers from 0 up with the same sum: cut down evenly, the last ones first."""
    counts, total, level = [max(0, one) for one in measured], max(0, sum(measured)), 0
    while sum(max(0, one - level - 1) for one in counts) >= max(1, total):
        level += 1
    counts = [max(0, one - level) for one in counts] if total else [0] * len(counts)
    above = [place for place, one in enumerate(counts) if one > 0]
    for place in above[len(above) - (sum(counts) - total):]:
        counts[place] -= 1
    return counts


def inside(a, b, c, low, high):
    """Where a·x² − 2·b·x + c is at most 0, between two ends."""
    if a <= 0 or b * b < a * c:
        return low, high
    return tuple(min(high, max(low, (b + sign * math.sqrt(b * b - a * c)) / a)) for sign in (-1, 1))


def agreement(counts):
    """Van der Eijk's A, layer by layer, by triples of points."""
    n, left, found = sum(counts), list(counts), 0.0
    while any(left):
        least, on = min(one for one in left if one), [one > 0 for one in left]
        triples = list(combinations(on, 3))
        split = sum(a and c and not b for a, b, c in triples)
        single = sum(b and a != c for a, b, c in triples)
        u = 1 if sum(on) == 1 else (3 * single - 4 * split) / (3 * (single + split) or 1)
        found += least * sum(on) / n * u * (1 - (sum(on) - 1) / 4)
        left = [max(0, one - least) for one in left]
    return found


def spread(h, n, m):
    ratings = [j for j, count in zip(POINTS, h) for _ in range(count)]

    def at(p):
        place = (n - 1) * p
        low, high = ratings[math.floor(place)], ratings[math.ceil(place)]
        return low + (place - math.floor(place)) * (high - low)

    middle = at(0.5)
    if middle == int(middle) and h[int(middle) - 1] > 0:  # else nobody chose it: it lies between two ratings
        middle += -0.5 + (n / 2 - sum(h[:int(middle) - 1])) / h[int(middle) - 1]
    p = [one / n for one in h]
    tw = 1 + sum(q * math.log2(1 - abs(j - m) / 4) for j, q in zip(POINTS, p) if q)
    er = 2**2.6 * sum(p[a] ** 2.6 * p[b] * abs(a - b) / 4 for a in range(5) for b in range(5))
    return {"interpolatedMedian": near(middle), "quartiles": [at(0.25), at(0.75)], "tastleWierman": near(tw),
            "vanDerEijk": near(agreement(h)), "estebanRay": near(er)}


def row_of(measured, v, base, shares_from):
    """The figures of a recommendation, and what it is compared by; v is the variance of the noise in each count."""
    y = measured[:5] or [0] * 5
    h = fitted(y)
    n = sum(h)
    row = {"h": h, "n": n, "v": v, "ranked": n >= max(base, 10), "few": n < max(base, shares_from), "mean": 0.0}
    names = ("rated mean interval bands noOpinion skipped leaning counts disagreement spread highShare highInterval "
             "lowShare lowInterval")
    figures = row["figures"] = dict.fromkeys(names.split())
    if n < max(base, 2):
        return row
    m = row["mean"] = sum(j * one for j, one in zip(POINTS, h)) / n
    w = [(one + 0.2) / (n + 1) for one in h]
    centre = sum(j * one for j, one in zip(POINTS, w))
    variance = sum((j - centre) ** 2 * one for j, one in zip(POINTS, w)) / (n + 2)
    row.update(variance=variance, noise=v * sum(((j - m) / n) ** 2 for j in POINTS))
    q2, total, parts = quantile(n - 1) ** 2, sum(j * (one + 0.2) for j, one in zip(POINTS, y)), n + 1
    ends = inside(parts**2 - 5 * q2 * v, total * parts - 15 * q2 * v,
                  total**2 - q2 * (parts**2 * variance + 55 * v), 1, 5)
    places, shown = finer(n, 1, 100, 3000), half_up(m, finer(n, 1, 100, 3000))
    figures.update(rated=n, mean=shown, interval=outwards(shown, ends, places), bands=[h[0] + h[1], h[2], h[3] + h[4]],
                   noOpinion=max(0, measured[5]), skipped=max(0, measured[6]), leaning="unclear")
    for name, side in (("low", (0, 1)), ("high", (3, 4))):
        part, seen, places = sum(h[i] for i in side), sum(y[i] for i in side), finer(n, 2, 1000, 100_000)
        ends = inside(n * n + Z * Z * (n - 5 * v), seen * n + Z * Z * (n / 2 - 2 * v), seen**2 - 2 * Z * Z * v, 0, 1)
        row[name] = part / n
        if ends[0] >= 0.5:
            figures["leaning"] = f"most-{name}"
        if not row["few"]:
            shown = share(part, n, places)
            figures.update({f"{name}Share": shown, f"{name}Interval": outwards(shown, ends, places)})
    if not row["few"]:
        apart = sum(h[a] * h[b] * abs(a - b) for a in range(5) for b in range(5)) / n**2 / 2
        figures.update(counts=h, disagreement=near(apart), spread=spread(h, n, m))
    return row
