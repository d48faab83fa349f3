import { describe, expect, test } from "vitest";
import { PAUSES } from "../../../domain/hook/hook.ts";
import { withTest } from "../../../domain/hook/waiting.ts";
import type { Outside } from "../../../functions/hook/deliver.ts";
import { isPublicAddress } from "../../../functions/hook/public-address.ts";
import { hookSecret } from "../../../functions/secrets.ts";
import { MINUTE, useHooks } from "./hooks-world.ts";

const hooks = useHooks();
const { now, run, stored, held, change, add, answered, types, ids } = hooks;

describe("what does not arrive", () => {
  test("is tried again later and later, under the same id and a new signature", async () => {
    await add();
    hooks.clock += MINUTE;
    await answered(1);
    hooks.there.answer(500);
    await run();
    for (const pause of PAUSES.slice(0, 3)) {
      hooks.clock += pause - 1_000;
      const before = hooks.there.received.length;
      await run();
      expect(hooks.there.received).toHaveLength(before);
      hooks.clock += 1_000;
      await run();
      expect(hooks.there.received).toHaveLength(before + 1);
    }

    expect(new Set(ids()).size).toBe(1);
    expect(
      new Set(hooks.there.received.map(({ headers }) => headers["webhook-signature"])).size,
    ).toBe(4);
    expect((await held()).attempts[0]).toEqual({
      key: "response/1",
      at: now().toISOString(),
      tries: 4,
      status: 500,
    });
    hooks.there.answer(200);
    hooks.clock += PAUSES[3]!;
    await run();
    expect(await held()).toMatchObject({
      waiting: [],
      attempts: [{ status: 200, tries: 5 }, {}, {}, {}, {}],
    });
    expect((await held()).failingSince).toBeUndefined();
  });

  test("waits as long as the receiver asks", async () => {
    await add();
    hooks.clock += MINUTE;
    await answered(1);
    hooks.there.answer(429, { "Retry-After": "600" });
    await run();
    hooks.there.answer(204);
    hooks.clock += 599_000;
    await run();
    expect(hooks.there.received).toHaveLength(1);
    hooks.clock += 1_000;
    await run();
    expect(hooks.there.received).toHaveLength(2);
  });

  test("is not sent to a name that leads to loopback, by the real judgement", async () => {
    await add();
    await change((one) => withTest(one, "x", now()));
    await run({ ...hooks.there.outside, isAllowed: isPublicAddress });
    expect(hooks.there.received).toEqual([]);
    expect((await held()).attempts).toMatchObject([{ failure: "address" }]);
  });

  test("leaves nothing of an answer behind, in the store or in what is logged", async () => {
    await add();
    hooks.clock += MINUTE;
    await answered(1);
    hooks.there.answer(
      (reply) => void reply.writeHead(500, { "X-Says": "Aliya" }).end("Aliya wrote this"),
    );
    await run();
    expect(JSON.stringify(await stored())).not.toContain("Aliya");
    expect(JSON.stringify(hooks.world.logged)).not.toContain("Aliya");
    expect(JSON.stringify(await stored())).not.toContain(
      hookSecret(hooks.world.secret, hooks.consultation.id, "0".repeat(32)),
    );
    expect(JSON.stringify(hooks.world.logged)).not.toContain("consult.example");
  });

  test("holds up nobody else: one receiver hangs, another is told", async () => {
    await add(0, "https://hangs.consult.example/");
    await add(1);
    hooks.clock += MINUTE;
    await answered(1);
    const outside: Outside = {
      ...hooks.there.outside,
      timeLimit: 5_000,
      resolve: (name) =>
        name === "consult.example" ? hooks.there.outside.resolve(name) : new Promise(() => {}),
    };
    await run(outside);
    expect(types()).toEqual(["answer.recorded"]);
    expect((await held(0)).attempts).toMatchObject([{ failure: "timeout" }]);
    expect((await held(1)).attempts).toMatchObject([{ status: 204 }]);
  });
});
