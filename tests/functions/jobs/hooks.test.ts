import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { type Hook, PAUSES } from "../../../domain/hook/hook.ts";
import { newHook, withTest } from "../../../domain/hook/waiting.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import type { Outside } from "../../../functions/hook/deliver.ts";
import { isPublicAddress } from "../../../functions/hook/public-address.ts";
import { tendHooks } from "../../../functions/jobs/hooks.ts";
import { hookSecret } from "../../../functions/secrets.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { hookPut, isLive, listHooks } from "../../../functions/store/hooks.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { putIf } from "../../../functions/store/put-if.ts";
import { registerRelease } from "../../../functions/store/releases.ts";
import { responsePut } from "../../../functions/store/responses.ts";
import { type Received, receiver, RECEIVER } from "../../support/receiver.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { answer } from "../../domain/news/records.ts";

const MINUTE = 60_000;
const START = Date.parse("2026-03-01T12:00:00Z");
const origin = "https://consult.example.org";

let there: Awaited<ReturnType<typeof receiver>>;
let world: Awaited<ReturnType<typeof freshWorld>>;
let consultation: Consultation;
let clock = START;
let number = 0;

beforeAll(async () => {
  [there, world] = [await receiver(), await freshWorld()];
});
afterAll(() => there.close());
beforeEach(async () => {
  consultation = { ...KAZAKHSTAN, id: `hooked-${++number}` };
  await addConsultation(world.db, consultation);
  clock = START;
  there.received.length = 0;
  there.answer(204);
});

const now = () => new Date(clock);
const run = (outside: Outside = there.outside) =>
  tendHooks({ ...world, now, origin }, consultation, () => false, outside);

const add = async (place = 0, address = RECEIVER): Promise<Hook> => {
  const hook = newHook(`${place}`.repeat(32), address, now());
  expect(
    await putIf(world.db, hookPut(world.db, consultation.id, (await stored())[place]!, hook)),
  ).toBe(true);
  return hook;
};
const stored = () => listHooks(world.db, consultation.id);
const held = async (place = 0): Promise<Hook> => (await stored())[place]!.hook!;
const change = async (to: (hook: Hook) => Hook | undefined, place = 0) => {
  const one = (await stored())[place]!;
  expect(await putIf(world.db, hookPut(world.db, consultation.id, one, to(one.hook!)))).toBe(true);
};
const respond = async (entry: ResponseEntry) => {
  expect(await putIf(world.db, responsePut(world.db, consultation.id, entry))).toBe(true);
};
const answered = (entry: number) => respond(answer(entry, new Date(clock).toISOString()));
const publish = (release: number, more = {}) =>
  registerRelease(world.db, consultation.id, {
    number: release,
    releasedAt: new Date(clock).toISOString(),
    hash: "a".repeat(64),
    turn: release,
    final: false,
    counted: "",
    ...more,
  });
const bodies = () =>
  there.received.map(
    ({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> },
  );
const types = () => bodies().map(({ type }) => type);
const logged = async () =>
  (await listEntries(world.db, consultation.id)).map(({ who, action, before, after }) => [
    who,
    action,
    before ?? after,
  ]);

describe("messages", () => {
  test("tell of what happened since the hook was added, each once, the oldest first", async () => {
    await answered(1);
    clock += MINUTE;
    await add();
    await run();
    expect(there.received).toEqual([]);
    clock += MINUTE;
    await publish(1);
    clock += MINUTE;
    await respond(
      answer(2, now().toISOString(), { status: "accepted", promised: "2026-03-10", measure: 1 }),
    );
    await run();
    await run();
    clock += MINUTE;
    await run();
    expect(bodies()).toEqual([
      {
        type: "release.published",
        timestamp: "2026-03-01T12:02:00.000Z",
        data: {
          id: `tag:consult.example.org,2026-03-01:${consultation.id}/release/1`,
          consultation: consultation.id,
          title: KAZAKHSTAN.title.en,
          address: `${origin}/c/${consultation.id}/results`,
          release: 1,
          hash: "a".repeat(64),
          final: false,
        },
      },
      {
        type: "answer.recorded",
        timestamp: "2026-03-01T12:03:00.000Z",
        data: {
          id: `tag:consult.example.org,2026-03-01:${consultation.id}/response/2`,
          consultation: consultation.id,
          title: KAZAKHSTAN.title.en,
          address: `${origin}/c/${consultation.id}/r/K1`,
          recommendation: "K1",
          addressee: "K",
          number: 2,
          status: "accepted",
          day: "2026-03-01",
          by: "organiser",
          measure: 2,
          promised: "2026-03-10",
        },
      },
    ]);
    // And of a promise, when its day is over in Almaty.
    clock = Date.parse("2026-03-10T19:00:30Z");
    await run();
    expect(bodies().at(-1)).toMatchObject({
      type: "promise.passed",
      data: { promised: "2026-03-10", number: 2 },
    });
  });

  test("are signed so that whoever has the secret can tell, and only for that hook", async () => {
    const hook = await add();
    await add(1);
    await change((one) => withTest(one, "x", now()));
    await run();
    const [{ headers, body }] = there.received as [Received];
    const secret = hookSecret(world.secret, consultation.id, hook.id);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(secret).not.toBe(hookSecret(world.secret, consultation.id, "1".repeat(32)));
    expect(secret).not.toBe(hookSecret(world.secret, "another", hook.id));
    // As docs/webhooks.md tells receivers to do it.
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature } = headers;
    expect(id).toMatch(/^msg_[0-9a-f]{32}$/);
    expect(at).toBe(String(clock / 1_000));
    const expected = createHmac("sha256", key)
      .update(`${String(id)}.${String(at)}.${body}`)
      .digest("base64");
    expect(signature).toBe(`v1,${expected}`);
    expect(headers).toMatchObject({ "content-type": "application/json", "user-agent": "Kenes" });
    expect(JSON.parse(body)).toMatchObject({ type: "test" });
    expect(there.received).toHaveLength(1);
  });

  test("of a clock of minutes tell of one release a day", async () => {
    await add();
    for (let release = 1; release <= 4; release++) {
      clock += MINUTE;
      await publish(release);
      await run();
    }
    clock += 24 * 60 * MINUTE;
    await publish(5);
    await run();
    expect(bodies().map(({ data }) => data["release"])).toEqual([1, 5]);
  });

  test("that came about while the machine was off are sent when it is on", async () => {
    await add();
    for (let day = 1; day <= 8; day++) {
      clock += 24 * 60 * MINUTE;
      await answered(day);
    }
    await run();
    expect(there.received).toHaveLength(5);
    await run();
    expect(bodies().map(({ data }) => data["number"])).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe("what does not arrive", () => {
  test("is tried again later and later, under the same id and a new signature", async () => {
    await add();
    clock += MINUTE;
    await answered(1);
    there.answer(500);
    await run();
    for (const pause of PAUSES.slice(0, 3)) {
      clock += pause - 1_000;
      const before = there.received.length;
      await run();
      expect(there.received).toHaveLength(before);
      clock += 1_000;
      await run();
      expect(there.received).toHaveLength(before + 1);
    }
    const ids = there.received.map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(1);
    expect(new Set(there.received.map(({ headers }) => headers["webhook-signature"])).size).toBe(4);
    expect((await held()).attempts[0]).toEqual({
      key: "response/1",
      at: now().toISOString(),
      tries: 4,
      status: 500,
    });
    there.answer(200);
    clock += PAUSES[3]!;
    await run();
    expect(await held()).toMatchObject({
      waiting: [],
      attempts: [{ status: 200, tries: 5 }, {}, {}, {}, {}],
    });
    expect((await held()).failingSince).toBeUndefined();
  });

  test("waits as long as the receiver asks", async () => {
    await add();
    clock += MINUTE;
    await answered(1);
    there.answer(429, { "Retry-After": "600" });
    await run();
    there.answer(204);
    clock += 599_000;
    await run();
    expect(there.received).toHaveLength(1);
    clock += 1_000;
    await run();
    expect(there.received).toHaveLength(2);
  });

  test("is not sent to a name that leads to loopback, by the real judgement", async () => {
    await add();
    await change((one) => withTest(one, "x", now()));
    await run({ ...there.outside, isAllowed: isPublicAddress });
    expect(there.received).toEqual([]);
    expect((await held()).attempts).toMatchObject([{ failure: "address" }]);
  });

  test("leaves nothing of an answer behind, in the store or in what is logged", async () => {
    await add();
    clock += MINUTE;
    await answered(1);
    there.answer(
      (reply) => void reply.writeHead(500, { "X-Says": "Aliya" }).end("Aliya wrote this"),
    );
    await run();
    expect(JSON.stringify(await stored())).not.toContain("Aliya");
    expect(JSON.stringify(world.logged)).not.toContain("Aliya");
    expect(JSON.stringify(await stored())).not.toContain(
      hookSecret(world.secret, consultation.id, "0".repeat(32)),
    );
    expect(JSON.stringify(world.logged)).not.toContain("consult.example");
  });

  test("holds up nobody else: one receiver hangs, another is told", async () => {
    await add(0, "https://hangs.consult.example/");
    await add(1);
    clock += MINUTE;
    await answered(1);
    const outside: Outside = {
      ...there.outside,
      timeLimit: 700,
      resolve: (name) =>
        name === "consult.example" ? there.outside.resolve(name) : new Promise(() => {}),
    };
    await run(outside);
    expect(types()).toEqual(["answer.recorded"]);
    expect((await held(0)).attempts).toMatchObject([{ failure: "timeout" }]);
    expect((await held(1)).attempts).toMatchObject([{ status: 204 }]);
  });
});

describe("switched off", () => {
  test("at once where the receiver is gone, which stands in the log; a test that arrives ends it", async () => {
    await add();
    clock += MINUTE;
    await answered(1);
    there.answer(410);
    await run();
    expect(await held()).toMatchObject({ off: { why: "gone" }, waiting: [] });
    clock += MINUTE;
    await answered(2);
    await run();
    expect(there.received).toHaveLength(1);
    there.answer(200);
    clock += MINUTE;
    await change((one) => withTest(one, "x", now()));
    await run();
    expect((await held()).off).toBeUndefined();
    clock += MINUTE;
    await answered(3);
    await run();
    expect(types()).toEqual(["answer.recorded", "test", "answer.recorded"]);
    expect(bodies().at(-1)!.data["number"]).toBe(3);
    expect(await logged()).toEqual([
      ["Kenes", "hook-off", { host: "consult.example" }],
      ["Kenes", "hook-on", { host: "consult.example" }],
    ]);
  });

  test("after five days of nothing", async () => {
    await add();
    there.answer(503);
    for (let day = 1; day <= 7; day++) {
      clock += 24 * 60 * MINUTE;
      await answered(day);
      await run();
    }
    expect(await held()).toMatchObject({ off: { why: "failing" } });
    const { off, failingSince } = await held();
    expect((Date.parse(off!.at) - Date.parse(failingSince!)) / (24 * 60 * MINUTE)).toBe(5);
  });
});

describe("of several at once", () => {
  test("two jobs make each attempt once", async () => {
    await add();
    await add(1);
    for (let entry = 1; entry <= 4; entry++) {
      clock += 1_000;
      await answered(entry);
    }
    await Promise.all([run(), run(), run()]);
    // Whoever came second has left it to the first.
    await run();
    const seen = there.received.map(({ headers }) => headers["webhook-id"]);
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
  });

  test("what an organiser changes while a message is under way stays changed", async () => {
    await add();
    clock += MINUTE;
    await answered(1);
    there.answer((reply) => {
      void change((one) => withTest(one, "x", now())).then(() => reply.writeHead(204).end());
    });
    await run();
    expect(types()).toEqual(["answer.recorded", "test"]);
    expect(await held()).toMatchObject({
      waiting: [],
      attempts: [{ key: "test/x" }, { key: "response/1" }],
    });
  });

  test("a hook that is removed meanwhile stays removed, and so does one that took its place", async () => {
    await add();
    clock += MINUTE;
    await answered(1);
    const another = newHook("9".repeat(32), RECEIVER, now());
    there.answer((reply) => {
      void change(() => undefined)
        .then(() => change(() => another))
        .then(() => reply.writeHead(500).end());
    });
    await run();
    expect(await held()).toEqual(another);
    await change(() => undefined);
    expect((await stored()).filter(isLive)).toEqual([]);
    await run();
    expect(there.received).toHaveLength(1);
  });

  test("a run that dies after sending has it sent again: at least once", async () => {
    await add();
    clock += MINUTE;
    await answered(1);
    const db = { ...world.db, client: Object.create(world.db.client) as typeof world.db.client };
    let puts = 0;
    // The item is written when the message is found, and when the attempt begins; then the machine is off.
    db.client.send = (async (command: { constructor: { name: string } }) => {
      if (command.constructor.name === "PutItemCommand" && ++puts > 2) throw new Error("off");
      return world.db.client.send(command as never);
    }) as typeof db.client.send;
    await expect(
      tendHooks({ ...world, db, now, origin }, consultation, () => false, there.outside),
    ).rejects.toThrow("off");
    expect(there.received).toHaveLength(1);
    clock += PAUSES[0]!;
    await run();
    const ids = there.received.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
