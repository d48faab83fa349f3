import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { asTyped } from "../../support/typed.ts";
import { cookieOf } from "../../support/organiser.ts";
import { MINUTE, outcome, useAnn } from "./ann.ts";

const world = useAnn();
const recover = (code: string) => world.organisers.send(ORGANISE.recover, { fields: { code } });

describe("recovery codes", () => {
  test("are eight, different, and each signs in once, and says how many are left", async () => {
    expect(new Set(world.ann.codes).size).toBe(8);
    for (const [index, code] of world.ann.codes.entries()) {
      const done = await recover(asTyped(code));
      expect([done.status, done.headers.get("Location")]).toEqual([
        303,
        "/organise/account?lang=en",
      ]);
      const account = await world.organisers.send(ORGANISE.account, { cookie: cookieOf(done) });
      const html = await account.text();
      const left = 7 - index;
      expect(html).toContain(
        left === 1 ? "1 recovery code is left." : `${left} recovery codes are left.`,
      );
      expect(html).toContain("You signed in with a recovery code.");
    }
    world.at += MINUTE;
    for (const code of world.ann.codes) {
      expect(await outcome(await recover(code))).toEqual([403, "recovery-refused"]);
    }
  });

  test("of one code sent ten times at once one gets through", async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => recover(world.ann.codes[0]!)));
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  test("count no more once new ones are made", async () => {
    const { cookie, token } = world.ann;
    const page = await world.organisers.send(ORGANISE.renewCodes, { cookie, token });
    const fresh = [...(await page.text()).matchAll(/<code>([0-9A-Z-]{19})</g)].map(
      ([, one]) => one!,
    );
    expect(fresh).toHaveLength(8);
    expect(await outcome(await recover(world.ann.codes[0]!))).toEqual([403, "recovery-refused"]);
    expect((await recover(fresh[0]!)).status).toBe(303);
  });

  test("that are wrong are slowed down, and keep no right one out", async () => {
    const tries = await Promise.all(
      Array.from({ length: 60 }, () => recover("0000-0000-0000-0000")),
    );
    expect(tries.filter(({ status }) => status !== 403)).toEqual([]);
    const slowed = await recover("nonsense");
    expect(Number(slowed.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await outcome(slowed)).toEqual([429, "too-many"]);
    expect((await recover(world.ann.codes[0]!)).status).toBe(303);
    await world.organisers.signIn(world.ann);
    await world.organisers.join(world.ann, "kazakhstan-2019", "viewer", "Vera");
    expect(await world.register("setup", await world.setupCode())).toBe("in");
    expect((await recover("nonsense")).status).toBe(429);
    world.at += 3_000;
    expect((await recover("nonsense")).status).toBe(403);
  });

  test("and links, sessions and challenges are nowhere kept as they are", async () => {
    const link = await world.setupCode();
    const { client, tables } = world.services.db;
    const scans = Object.values(tables).map((TableName) =>
      client.send(new ScanCommand({ TableName })),
    );
    const all = JSON.stringify(await Promise.all(scans));
    for (const secret of [
      ...world.ann.codes,
      link,
      world.ann.cookie.slice("kenes=".length),
      world.ann.token,
    ]) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(secret.replaceAll("-", ""));
    }
  });
});
