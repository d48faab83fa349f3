import { describe, expect, test } from "vitest";
import { CHECKS, type Found, healthChecks, healthOf } from "../../domain/health.ts";

const NOW = new Date("2026-06-01T12:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const health = ({ troubles, ...stored }: Partial<Exclude<Found["stored"], string> & Found> = {}) =>
  healthOf(
    healthChecks(
      { stored: { pass: ago(1), stops: [], readOnly: undefined, ...stored }, troubles },
      NOW,
    ),
  );

/** What is not well, and what is told of the rest. */
const told = ({ checks }: ReturnType<typeof health>) =>
  checks.flatMap(({ name, ok, detail }) => (ok && !detail ? [] : [`${name} ${ok} ${detail}`]));

describe("an installation is", () => {
  test("well, in the cloud and on a machine with a disk", () => {
    expect(health()).toMatchObject({ ok: true });
    expect(health({ troubles: [] }).checks.map(({ name }) => name)).toEqual([...CHECKS]);
    expect(health().checks.map(({ name }) => name)).not.toContain("disk");
  });

  test.each<[Parameters<typeof health>[0], boolean, string[]]>([
    [{ pass: ago(5) }, true, []],
    [{ pass: ago(6) }, false, ["counting false behind"]],
    [{ pass: undefined }, false, ["counting false never"]],
    [{ troubles: ["disk-nearly-full"] }, true, ["disk true nearly-full"]],
    [{ troubles: ["disk-nearly-full", "disk-full"] }, false, ["disk false full"]],
    [{ troubles: ["database-damaged", "backup-failed"] }, false, ["database false damaged"]],
    [
      { readOnly: { since: "2026-06-01T00:00:00Z", by: "budget" } },
      true,
      ["writing true read-only"],
    ],
  ])("%o: well %s, told %o", (found, ok, said) => {
    expect([health(found).ok, told(health(found))]).toEqual([ok, said]);
  });

  test("not well while anything is stopped, since the first of it", () => {
    const stops = [
      { reason: "difference", since: "2026-05-02T00:00:00Z" },
      { reason: "gap", since: "2026-05-01T00:00:00Z" },
    ] as const;
    const found = health({ stops });
    expect(found.ok).toBe(false);
    expect(found.checks).toContainEqual({
      name: "publication",
      ok: false,
      since: "2026-05-01T00:00:00Z",
      detail: "gap",
    });
  });
});

test("of a database that says nothing, nothing is well that is asked for", () => {
  const checks = healthChecks({ stored: "no-answer", troubles: undefined }, NOW);
  for (const only of [[], ["database"], ["counting"], ["publication"]]) {
    expect(healthOf(checks, only).ok).toBe(false);
  }
});
