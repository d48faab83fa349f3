import { beforeEach, describe, expect, test } from "vitest";
import { RATE, pathOf } from "../../../domain/paths.ts";
import type { Challenge } from "../../../domain/work/challenge.ts";
import { CHALLENGE_LIFE } from "../../../domain/work/limits.ts";
import { modeAfter } from "../../../domain/work/mode.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { ballotIdOf } from "../../../functions/secrets.ts";
import { getPublished, publishedWrite } from "../../../functions/store/consultations.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { packedWork, passFor } from "../../../functions/work/challenge.ts";
import { solve } from "../../../web/work/solve.ts";
import { BALLOT_PATH, goodBallot, newReceipt, problemOf } from "../../support/client.ts";
import { setWork } from "../../support/work-mode.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

type World = Awaited<ReturnType<typeof freshWorld>>;
const ID = KAZAKHSTAN.id;

describe("over HTTP", () => {
  let world: World;
  let app: App;
  let at: number;
  const send = (method: string, receipt: string, body?: unknown, asker = "one") =>
    app.request(
      BALLOT_PATH,
      {
        method,
        headers: {
          Authorization: `Bearer ${receipt}`,
          ...(body !== undefined && { "Content-Type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      { asker: () => asker },
    );
  const put = (receipt: string, ballot: object = goodBallot()) => send("PUT", receipt, ballot);
  const challengeOf = async (answer: Response): Promise<Challenge> => {
    expect(answer.status).toBe(428);
    return ((await answer.json()) as { work: Challenge }).work;
  };
  const solved = async (answer: Response) => packedWork(await solve(await challengeOf(answer)));

  beforeEach(async () => {
    world = await freshWorld();
    at = Date.parse("2026-11-29T10:00:00Z");
    await setWork(world, ID, "on");
    app = createApp({ ...world, now: () => new Date(at) });
  });

  test("asked of everybody: a ballot needs work, its repeat and its withdrawal need none", async () => {
    const receipt = newReceipt();
    const first = await put(receipt);
    expect(first.headers.get("Content-Type")).toBe("application/problem+json");
    const asked = (await first.clone().json()) as Record<string, unknown>;
    expect(asked).toMatchObject({ title: "work-needed", status: 428, work: { cost: 2_000 } });
    expect(Object.keys(asked).toSorted()).toEqual(["detail", "status", "title", "type", "work"]);
    expect(await problemOf(await send("GET", receipt))).toEqual({
      status: 404,
      title: "ballot-unknown",
    });

    const work = await solved(first);
    expect((await put(receipt, goodBallot({ work }))).status).toBe(201);
    // The same again, as after an answer that was lost.
    const again = await put(receipt);
    const told = await again.json();
    expect([again.status, told]).toMatchObject([200, { revision: 1, panel: "public" }]);
    // Nothing of it is read back.
    expect(told).not.toHaveProperty("work");
    expect(await (await send("GET", receipt)).json()).toEqual(told);
    // A change is work again, which the same challenge still is.
    const changed = goodBallot({ revision: 2, ratings: { W1: 1 } });
    expect((await put(receipt, changed)).status).toBe(428);
    expect((await put(receipt, { ...changed, work })).status).toBe(200);
    expect((await send("DELETE", receipt)).status).toBe(204);
  });

  test("what is no work for this ballot is refused by name, and nothing is saved", async () => {
    const [receipt, other] = [newReceipt(), newReceipt()];
    const work = await solved(await put(other));
    for (const wrong of [work, "garbage", Buffer.from("{}").toString("base64")]) {
      expect(await problemOf(await put(receipt, goodBallot({ work: wrong })))).toEqual({
        status: 422,
        title: "work-refused",
      });
    }
    const tooLong = await put(receipt, goodBallot({ work: "x".repeat(2_001) }));
    expect(await tooLong.json()).toMatchObject({
      title: "ballot-invalid",
      faults: [{ pointer: "/work" }],
    });
    at += CHALLENGE_LIFE + 1;
    const late = await put(other, goodBallot({ work }));
    expect(await problemOf(late.clone())).toEqual({ status: 428, title: "work-expired" });
    expect((await put(other, goodBallot({ work: await solved(late) }))).status).toBe(201);
    expect((await send("GET", receipt)).status).toBe(404);
  });

  test("a pass takes the secret, and is for one ballot", async () => {
    const receipt = newReceipt();
    const pass = (secret: Uint8Array, of: string) =>
      passFor(secret, { consultation: ID, ballotId: ballotIdOf(ID, of) });
    const foreign = pass(new Uint8Array(32), receipt);
    expect((await put(receipt, goodBallot({ work: foreign }))).status).toBe(422);
    const others = pass(world.secret, newReceipt());
    expect((await put(receipt, goodBallot({ work: others }))).status).toBe(422);
    const own = pass(world.secret, receipt);
    expect((await put(receipt, goodBallot({ work: own }))).status).toBe(201);
  });

  test("a ballot is changed 50 times, and then still read, sent again and withdrawn", async () => {
    const receipt = newReceipt();
    const passed = {
      work: passFor(world.secret, { consultation: ID, ballotId: ballotIdOf(ID, receipt) }),
    };
    const version = (revision: number) =>
      goodBallot({ revision, ratings: { W1: 1 + (revision % 5) }, ...passed });
    for (let revision = 1; revision <= 50; revision++) {
      expect((await put(receipt, version(revision))).status).toBe(revision === 1 ? 201 : 200);
    }
    expect(await problemOf(await put(receipt, version(51)))).toEqual({
      status: 409,
      title: "revisions-spent",
    });
    expect((await put(receipt, version(50))).status).toBe(200);
    expect(await (await send("GET", receipt)).json()).toMatchObject({ revision: 50 });
    expect((await send("DELETE", receipt)).status).toBe(204);
  });

  test("a switch is stored beside a pause, and over one that came after the last switch", async () => {
    const before = (await getPublished(world.db, ID))!;
    const pause = { at: "2026-11-29T10:00:00.000Z", note: { en: "Why" } };
    // As a step makes it: what was there first, and then the pause.
    const paused = { ...before, life: { ...before.life, paused: true, pause } };
    await writeAll(world.db, [publishedWrite(world.db, ID, before, paused)]);
    await setWork(world, ID, "off", "2026-11-30T10:00:00.000Z");
    const { life } = (await getPublished(world.db, ID))!;
    expect(life).toMatchObject({ paused: true, work: [{ mode: "on" }, { mode: "off" }] });
    expect(modeAfter(life.work)).toBe("off");
  });

  test("a page carries when it was made, signed", async () => {
    const page = await app.request(pathOf(RATE, { id: ID }), {});
    expect(await page.text()).toMatch(/name="opened" value="\d+\.[\w-]{16}"/);
  });
});
