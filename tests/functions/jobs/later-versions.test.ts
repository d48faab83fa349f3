import { beforeAll, describe, expect, test } from "vitest";
import type { BallotContent } from "../../../domain/ballot/ballot.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import { ballotIdOf } from "../../../functions/secrets.ts";
import { readBallotItem } from "../../../functions/store/ballot-item.ts";
import { getBallot } from "../../../functions/store/ballots.ts";
import { goodBallot, newReceipt, problemOf, tally, times } from "../../support/client.ts";
import { CLOSES, publishing } from "./published-world.ts";

let world: Awaited<ReturnType<typeof publishing>>;
beforeAll(async () => {
  world = await publishing({ release: { every: "day" }, ...CLOSES });
});

const item = (receipt: string) =>
  getBallot(world.services.db, world.id, ballotIdOf(world.id, receipt));
/** What is stored: how the first recommendation is rated now, and how releases before the last count it. */
async function rated(receipt: string) {
  const { state } = readBallotItem((await item(receipt))!, world.definition.recommendations.length);
  if (typeof state !== "object") return state;
  const said = ({ panel, ratings }: BallotContent) => `${panel} ${ratings[0]}`;
  return [said(state.content), state.earlier && said(state.earlier)];
}
const put = (receipt: string, revision: number, W1: number, more: Record<string, unknown> = {}) =>
  world.client.put(receipt, goodBallot({ revision, ratings: { W1 }, ...more }));
async function sent(versions: number[]): Promise<string> {
  const receipt = newReceipt();
  for (const [index, W1] of versions.entries()) await put(receipt, index + 1, W1);
  return receipt;
}

describe("a version of a ballot", () => {
  test("counts at once when it is the first or the second, and from the third on with the last release", async () => {
    const receipt = newReceipt();
    const seen: unknown[] = [];
    for (const [index, W1] of [1, 2, 3, 4].entries()) {
      expect((await put(receipt, index + 1, W1)).status).toBe(index === 0 ? 201 : 200);
      seen.push(await rated(receipt));
    }
    expect(seen).toEqual([
      ["public 1", undefined],
      ["public 2", undefined],
      ["public 3", "public 2"],
      ["public 4", "public 2"],
    ]);
    // Whoever sent it reads what it says, not what is counted.
    expect(await (await world.client.get(receipt)).json()).toMatchObject({
      revision: 4,
      ratings: { W1: 4 },
    });
  });

  test("that is sent again is a repeat, and changes nothing", async () => {
    const receipt = await sent([1, 2, 3]);
    const before = await item(receipt);
    expect((await put(receipt, 3, 3)).status).toBe(200);
    expect(await item(receipt)).toEqual(before);
    expect((await put(receipt, 3, 5)).status).toBe(409);
  });

  test("that comes too late, or too early, is told which is stored", async () => {
    const receipt = await sent([1, 2, 3]);
    for (const revision of [2, 3, 5, 9]) {
      const refused = await put(receipt, revision, 5);
      expect(await refused.json()).toMatchObject({ status: 409, revision: 3 });
    }
    expect(await rated(receipt)).toEqual(["public 3", "public 2"]);
  });

  test("is one of fifty that are sent at once, and keeps what was counted before", async () => {
    const receipt = await sent([1, 2]);
    const answers = await Promise.all(times(50, (index) => put(receipt, 3, 1 + (index % 5))));
    const statuses = tally(answers.map(({ status }) => status));
    // Ten of them say the same as the one that was stored.
    expect([statuses[200], statuses[409]]).toEqual([10, 40]);
    expect((await rated(receipt))![1]).toBe("public 2");
  });

  test("never replaces one that it did not read, though both are on their way at once", async () => {
    for (let round = 0; round < 10; round++) {
      const receipt = newReceipt();
      await put(receipt, 1, 1);
      await Promise.all([put(receipt, 2, 2), put(receipt, 3, 3)]);
      const stored = await rated(receipt);
      expect([
        ["public 2", undefined],
        ["public 3", "public 2"],
      ]).toContainEqual(stored);
    }
  });

  test("that finds nothing may only be the first that is stored", async () => {
    // Between its reading and its writing the second version comes.
    const { db } = world.services;
    const receipt = newReceipt();
    let between: (() => unknown) | undefined = () => put(receipt, 2, 2);
    db.client.middlewareStack.add(
      (next, context) => async (request) => {
        const answer = await next(request);
        const isReading = context.commandName === "GetItemCommand";
        if (isReading && JSON.stringify(request.input).includes(ballotIdOf(world.id, receipt))) {
          const now = between;
          between = undefined;
          await now?.();
        }
        return answer;
      },
      { step: "initialize", name: "between" },
    );
    expect((await put(receipt, 3, 3)).status).toBe(409);
    db.client.middlewareStack.remove("between");
    expect(await rated(receipt)).toEqual(["public 2", undefined]);
  });

  test("goes wholly when it is withdrawn, with what was counted of it", async () => {
    const receipt = await sent([1, 2, 3]);
    expect((await world.client.withdraw(receipt)).status).toBe(204);
    expect(Object.keys((await item(receipt))!).toSorted()).toEqual([
      "day",
      "form",
      "pk",
      "revision",
      "sk",
      "withdrawn",
    ]);
    expect(await problemOf(await put(receipt, 5, 1))).toMatchObject({ title: "ballot-withdrawn" });
  });

  test("that brings an invitation is the experts' with the last release, whenever it comes", async () => {
    const codes = await makeInvitations(world.services, world.id, 3);
    const early = newReceipt();
    expect((await put(early, 1, 1, { invitation: codes[0] })).status).toBe(201);
    expect((await put(early, 2, 2)).status).toBe(200);
    expect(await rated(early)).toEqual(["expert 2", undefined]);
    const second = await sent([1]);
    expect((await put(second, 2, 2, { invitation: codes[1] })).status).toBe(200);
    expect(await rated(second)).toEqual(["expert 2", "public 1"]);
    expect((await put(second, 3, 3)).status).toBe(200);
    expect(await rated(second)).toEqual(["expert 3", "public 1"]);
    const late = await sent([1, 2, 3]);
    expect((await put(late, 4, 4, { invitation: codes[2] })).status).toBe(200);
    expect(await rated(late)).toEqual(["expert 4", "public 2"]);
    // A code that was used makes nobody an expert, and leaves everything as it was.
    const other = await sent([1, 2]);
    const refused = await put(other, 3, 3, { invitation: codes[2] });
    expect(await problemOf(refused)).toEqual({ status: 403, title: "invitation-refused" });
    expect(await rated(other)).toEqual(["public 2", undefined]);
  });
});

test("in a demonstration every version counts at once", async () => {
  const { client, services, id } = await publishing();
  const receipt = newReceipt();
  for (const revision of [1, 2, 3]) await client.put(receipt, goodBallot({ revision }));
  expect(await getBallot(services.db, id, ballotIdOf(id, receipt))).not.toHaveProperty("earlier");
});
