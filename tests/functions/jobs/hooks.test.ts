import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { withTest } from "../../../domain/hook/waiting.ts";
import { hookSecret } from "../../../functions/secrets.ts";
import type { Received } from "../../support/receiver.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { answer } from "../../domain/news/records.ts";
import { DAY, MINUTE, ORIGIN, useHooks } from "./hooks-world.ts";

const hooks = useHooks();
const { now, run, change, add, respond, answered, publish, bodies } = hooks;

describe("messages", () => {
  test("tell of what happened since the hook was added, each once, the oldest first", async () => {
    await answered(1);
    hooks.clock += MINUTE;
    await add();
    await run();
    expect(hooks.there.received).toEqual([]);
    hooks.clock += MINUTE;
    await publish(1);
    hooks.clock += MINUTE;
    await respond(
      answer(2, now().toISOString(), { status: "accepted", promised: "2026-03-10", measure: 1 }),
    );
    await run();
    await run();
    hooks.clock += MINUTE;
    await run();
    expect(bodies()).toEqual([
      {
        type: "release.published",
        timestamp: "2026-03-01T12:02:00.000Z",
        data: {
          id: `tag:consult.example.org,2026-03-01:${hooks.consultation.id}/release/1`,
          consultation: hooks.consultation.id,
          title: KAZAKHSTAN.title.en,
          address: `${ORIGIN}/c/${hooks.consultation.id}/results`,
          release: 1,
          hash: "a".repeat(64),
          final: false,
        },
      },
      {
        type: "answer.recorded",
        timestamp: "2026-03-01T12:03:00.000Z",
        data: {
          id: `tag:consult.example.org,2026-03-01:${hooks.consultation.id}/response/2`,
          consultation: hooks.consultation.id,
          title: KAZAKHSTAN.title.en,
          address: `${ORIGIN}/c/${hooks.consultation.id}/r/K1`,
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
    hooks.clock = Date.parse("2026-03-10T19:00:30Z");
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
    const [{ headers, body }] = hooks.there.received as [Received];
    const secret = hookSecret(hooks.world.secret, hooks.consultation.id, hook.id);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(secret).not.toBe(hookSecret(hooks.world.secret, hooks.consultation.id, "1".repeat(32)));
    expect(secret).not.toBe(hookSecret(hooks.world.secret, "another", hook.id));
    // As docs/webhooks.md tells receivers to do it.
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature } = headers;
    expect(id).toMatch(/^msg_[0-9a-f]{32}$/);
    expect(at).toBe(String(hooks.clock / 1_000));
    const expected = createHmac("sha256", key)
      .update(`${String(id)}.${String(at)}.${body}`)
      .digest("base64");
    expect(signature).toBe(`v1,${expected}`);
    expect(headers).toMatchObject({ "content-type": "application/json", "user-agent": "Kenes" });
    expect(JSON.parse(body)).toMatchObject({ type: "test" });
    expect(hooks.there.received).toHaveLength(1);
  });

  test("of a hooks.clock of minutes tell of one release a day", async () => {
    await add();
    for (let release = 1; release <= 4; release++) {
      hooks.clock += MINUTE;
      await publish(release);
      await run();
    }
    hooks.clock += DAY;
    await publish(5);
    await run();
    expect(bodies().map(({ data }) => data["release"])).toEqual([1, 5]);
  });

  test("that came about while the machine was off are sent when it is on", async () => {
    await add();
    for (let day = 1; day <= 8; day++) {
      hooks.clock += DAY;
      await answered(day);
    }
    await run();
    expect(hooks.there.received).toHaveLength(5);
    await run();
    expect(bodies().map(({ data }) => data["number"])).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
