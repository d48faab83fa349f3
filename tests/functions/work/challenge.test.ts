import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { CHALLENGE_LIFE, HARD_WORK, WORK } from "../../../domain/work/limits.ts";
import type { Solution } from "../../../domain/work/challenge.ts";
import { judgeWork, newChallenge, packedWork, passFor } from "../../../functions/work/challenge.ts";
import { packed, solve } from "../../../web/work/solve.ts";

let at = Date.parse("2026-11-29T10:00:00Z");
const world = {
  secret: randomBytes(32),
  now: () => new Date(at),
  random: (length: number) => new Uint8Array(randomBytes(length)),
};
const BALLOT = { consultation: "kazakhstan-2019", ballotId: "a".repeat(64) };
const EASY = { ...WORK, cost: 10, most: 20 };
const solved = async (): Promise<Solution> => solve(await newChallenge(world, BALLOT, EASY));
const judge = (sent: string, ballot = BALLOT) => judgeWork(world, ballot, sent);

describe("a challenge", () => {
  test("is solved by WebCrypto, with progress, within the counters that it names", async () => {
    const challenge = await newChallenge(world, BALLOT, EASY);
    const shares: number[] = [];
    const solution = await solve(challenge, (share) => shares.push(share));
    expect(shares).toEqual(shares.map((_, index) => (index + 1) / EASY.most));
    expect(shares.length).toBeLessThan(EASY.most);
    expect(judge(packed(solution))).toBe("done");
    // Base64 of a text as the page makes it and as the server does is the same.
    expect(packed(solution)).toBe(packedWork(solution));
  });

  test("is taken again for the same ballot, and for no other, in no other consultation", async () => {
    const sent = packedWork(await solved());
    expect(judge(sent)).toBe("done");
    expect(judge(sent)).toBe("done");
    expect(judge(sent, { ...BALLOT, ballotId: "b".repeat(64) })).toBe("wrong");
    expect(judge(sent, { ...BALLOT, consultation: "another" })).toBe("wrong");
  });

  test("is over after ten minutes", async () => {
    const sent = packedWork(await solved());
    at += CHALLENGE_LIFE;
    expect(judge(sent)).toBe("done");
    at += 1;
    expect(judge(sent)).toBe("expired");
  });

  test("cannot be made easier, longer or solved by half of its key", async () => {
    const solution = await solved();
    const changed: Partial<Solution>[] = [
      { cost: 1 },
      { most: 1 },
      { expires: new Date(at + 10 * CHALLENGE_LIFE).toISOString() },
      { salt: "0".repeat(32) },
      { target: "0".repeat(16) },
      { key: solution.target + "0".repeat(16) },
      { signature: "" },
      { signature: solution.signature.slice(1) },
    ];
    for (const change of changed) {
      expect(judge(packedWork({ ...solution, ...change })), JSON.stringify(change)).toBe("wrong");
    }
  });

  test("is not met by anything else", async () => {
    const solution = await solved();
    const other = { ...world, secret: randomBytes(32) };
    for (const sent of [
      "",
      "%%%",
      "null",
      Buffer.from("null").toString("base64"),
      Buffer.from("{}").toString("base64"),
      Buffer.from('{"pass":1}').toString("base64"),
      Buffer.from(JSON.stringify({ ...solution, more: 1 })).toString("base64"),
      packedWork(solution).padEnd(2_001, "="),
      passFor(other.secret, BALLOT),
      passFor(world.secret, { ...BALLOT, ballotId: "b".repeat(64) }),
    ]) {
      expect(judge(sent), sent.slice(0, 40)).toBe("wrong");
    }
    expect(judge(passFor(world.secret, BALLOT))).toBe("passed");
  });

  test("draws every counter, and is the harder the more there are", async () => {
    const drawn = new Set<number>();
    for (let one = 0; one < 100; one++) {
      const challenge = await newChallenge(world, BALLOT, { ...EASY, cost: 1, most: 4 });
      const tried: number[] = [];
      await solve(challenge, (share) => tried.push(share));
      drawn.add(tried.length + 1);
    }
    expect([...drawn].toSorted()).toEqual([1, 2, 3, 4]);
    expect(HARD_WORK.cost * HARD_WORK.most).toBe(3 * WORK.cost * WORK.most);
  });
});
