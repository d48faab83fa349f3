import { describe, expect, test } from "vitest";
import { PAUSES } from "../../../domain/hook/hook.ts";
import { newHook, withTest } from "../../../domain/hook/waiting.ts";
import { isLive } from "../../../functions/store/hooks.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { RECEIVER } from "../../support/receiver.ts";
import { DAY, MINUTE, useHooks } from "./hooks-world.ts";

const hooks = useHooks();
const { now, run, stored, held, change, add, answered, bodies, types, ids } = hooks;

const logged = async () =>
  (await listEntries(hooks.world.db, hooks.consultation.id)).map(
    ({ who, action, before, after }) => [who, action, before ?? after],
  );

describe("switched off", () => {
  test("at once where the receiver is gone, which stands in the log; a test that arrives ends it", async () => {
    await add();
    hooks.clock += MINUTE;
    await answered(1);
    hooks.there.answer(410);
    await run();
    expect(await held()).toMatchObject({ off: { why: "gone" }, waiting: [] });
    hooks.clock += MINUTE;
    await answered(2);
    await run();
    expect(hooks.there.received).toHaveLength(1);
    hooks.there.answer(200);
    hooks.clock += MINUTE;
    await change((one) => withTest(one, "x", now()));
    await run();
    expect((await held()).off).toBeUndefined();
    hooks.clock += MINUTE;
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
    hooks.there.answer(503);
    for (let day = 1; day <= 7; day++) {
      hooks.clock += DAY;
      await answered(day);
      await run();
    }
    expect(await held()).toMatchObject({ off: { why: "failing" } });
    const { off, failingSince } = await held();
    expect((Date.parse(off!.at) - Date.parse(failingSince!)) / DAY).toBe(5);
  });
});

describe("of several at once", () => {
  test("two jobs make each attempt once", async () => {
    await add();
    await add(1);
    for (let entry = 1; entry <= 4; entry++) {
      hooks.clock += 1_000;
      await answered(entry);
    }
    await Promise.all([run(), run(), run()]);
    // Whoever came second has left it to the first.
    await run();
    const seen = ids();
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
  });

  test("what an organiser changes while a message is under way stays changed", async () => {
    await add();
    hooks.clock += MINUTE;
    await answered(1);
    hooks.there.answer((reply) => {
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
    hooks.clock += MINUTE;
    await answered(1);
    const another = newHook("9".repeat(32), RECEIVER, now());
    hooks.there.answer((reply) => {
      void change(() => undefined)
        .then(() => change(() => another))
        .then(() => reply.writeHead(500).end());
    });
    await run();
    expect(await held()).toEqual(another);
    await change(() => undefined);
    expect((await stored()).filter(isLive)).toEqual([]);
    await run();
    expect(hooks.there.received).toHaveLength(1);
  });

  test("a run that dies after sending has it sent again: at least once", async () => {
    await add();
    hooks.clock += MINUTE;
    await answered(1);
    const db = {
      ...hooks.world.db,
      client: Object.create(hooks.world.db.client) as typeof hooks.world.db.client,
    };
    let puts = 0;
    // The item is written when the message is found, and when the attempt begins; then the machine is off.
    db.client.send = (async (command: { constructor: { name: string } }) => {
      if (command.constructor.name === "PutItemCommand" && ++puts > 2) throw new Error("off");
      return hooks.world.db.client.send(command as never);
    }) as typeof db.client.send;
    await expect(run(hooks.there.outside, { db })).rejects.toThrow("off");
    expect(hooks.there.received).toHaveLength(1);
    hooks.clock += PAUSES[0]!;
    await run();

    expect(ids()).toHaveLength(2);
    expect(new Set(ids()).size).toBe(1);
  });
});
