import { describe, expect, test } from "vitest";
import { clockNotices, countingHealth } from "../../domain/participation/health.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { healthWords } from "../../web/participation/health-words.ts";

const NOW = new Date("2026-11-29T10:00:00Z");
const line = { release: 7, releasedAt: "2026-11-30T10:00:00Z", final: false };

test("a release that is dated ahead is noticed, and a last one while answers still come in", () => {
  expect(clockNotices(line, undefined, NOW)).toMatchObject([{ notice: "dated-ahead", release: 7 }]);
  expect(clockNotices({ ...line, final: true }, "2026-11-30T09:00:00Z", NOW)).toMatchObject([
    { notice: "closed-early" },
  ]);
  expect(clockNotices({ ...line, releasedAt: "2026-11-29T10:04:00Z" }, undefined, NOW)).toEqual([]);
});

describe.each(["en", "ru", "kk"])("in %s", (language) => {
  test("every notice is a sentence of its own, with nothing left to fill in", () => {
    const at = line.releasedAt;
    const health = countingHealth(NOW, false, undefined, NOW, [
      { notice: "dated-ahead", release: 7, at },
      { notice: "closed-early", release: 7, at },
      { notice: "unreadable", release: 7 },
      { notice: "job-fails", job: "recount", since: at },
    ]);
    const words = healthWords(language, catalogueFor(language), health, "Asia/Almaty");
    expect(new Set(words).size).toBe(6);
    expect(words.join(" ")).not.toMatch(/[{}]|undefined/);
  });
});
