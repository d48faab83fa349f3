import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readText } from "../../../domain/release/earlier-release.ts";
import { releaseText } from "../../../domain/release/release.ts";
import { releaseSchema } from "../../../domain/release/schema.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { catalogue, make } from "../counted.ts";
import { definition } from "../consultation/definition.ts";
import { nullsAndReasons } from "./nulls.ts";

// A release as the program before method 2 made it, to the byte: 400 of the public, 24 experts, two
// regions, of a definition with an end.
const text = readFileSync(new URL("method-1.txt", import.meta.url), "utf8");
const read = readText(text);

describe("a release of method 1", () => {
  test("keeps its hash, which is the one of its bytes", () => {
    expect(sha256(text)).toBe("1629156ce9efec202cf154567068c3748a3374732c6183fd81cf5bcee579c013");
  });

  test("is read in today's form, and says of which method it is", () => {
    expect(releaseSchema.safeParse(read).error).toBeUndefined();
    expect(read).toMatchObject({ method: 1, release: 2, final: false, ballots: { public: 400 } });
    expect(read.rules).toMatchObject({
      base: 10,
      closesAt: "2026-11-20T18:00:00Z",
      protection: { promised: false, ratings: { public: 0 } },
    });
  });

  test("tells the figures that it told, and of what it could not know says so", () => {
    const [one] = read.recommendations;
    expect(one!.panels.public).toMatchObject({
      rated: 400,
      mean: 4.4,
      interval: [4.3, 4.5],
      rank: 1,
      highShare: 0.8,
      measured: [],
      leaning: null,
    });
    expect(one!.panels.public.hidden).toMatchObject({
      leaning: "earlier-rules",
      noOpinion: "earlier-rules",
    });
    expect(read.ranked.public).toBe(3);
    const north = read.segments.find(({ option }) => option === "north")!;
    expect(north).toMatchObject({ participation: null, madeIn: 2, ranked: 3 });
    expect(north.ballots).toBeGreaterThan(100);
  });

  test("has a reason for everything that it does not tell", () => {
    const { nulls, reasons } = nullsAndReasons(releaseSchema.parse(read));
    for (const one of nulls) expect(reasons).toContain(one);
  });

  test("is followed by one of method 2, which takes over its hash and none of its figures", () => {
    const { about } = definition();
    const next = make({
      definition: { ...catalogue, about: about.slice(0, 1) },
      previous: { release: read, hash: sha256(text) },
    });
    expect(next).toMatchObject({ release: 3, method: 2, previous: sha256(text) });
    for (const segment of next.segments) {
      expect(segment).toMatchObject({ madeIn: null, hidden: { ballots: "before-milestone" } });
    }
  });
});

test("a release of method 2 is read as it is", () => {
  const release = make();
  expect(readText(releaseText(release))).toEqual(release);
});
