import { beforeAll, describe, expect, test } from "vitest";
import { listInbox } from "../../../functions/store/inbox.ts";
import { API } from "../../../domain/api.ts";
import { newReceipt, problemOf } from "../../support/client.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { ASKING, writingWorld, written } from "./writing.ts";

type World = Awaited<ReturnType<typeof writingWorld>>;
let at: World;
beforeAll(async () => {
  at = await writingWorld();
});

const inboxOf = async ({ world }: World, id = ASKING.id) => listInbox(world.db, id);

test("what is sent is given back, with what became of it and never with when", async () => {
  const receipt = await at.respondent();
  const remarks = {
    reasons: { K3: written("Суды не независимы.", true), W1: written("Because.") },
    suggestion: written("Schools", true),
  };
  const answer = await at.put(receipt, remarks);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  const back = await answer.json();
  expect(back).toEqual({
    reasons: {
      K3: { text: "Суды не независимы.", publish: true, state: "waiting" },
      W1: { text: "Because.", publish: false, state: "waiting" },
    },
    suggestion: { text: "Schools", publish: true, state: "waiting" },
  });
  expect(API.getReasons.answers[200].safeParse(back).success).toBe(true);
  expect(await (await at.get(receipt)).json()).toEqual(back);
});

test("what is sent replaces everything that was; the same again changes nothing", async () => {
  const receipt = await at.respondent();
  const ids = async () => (await inboxOf(at)).map(({ remark }) => remark.id);
  const before = await ids();
  await at.put(receipt, { reasons: { K1: written("one"), K2: written("two") } });
  await at.put(receipt, { reasons: { K1: written("one"), K2: written("two") } });
  expect((await ids()).length).toBe(before.length + 2);
  await at.put(receipt, { reasons: { K2: written("two again"), K4: written("four") } });
  expect((await ids()).length).toBe(before.length + 2);
  const { reasons } = (await (await at.get(receipt)).json()) as { reasons: object };
  expect(Object.keys(reasons).toSorted()).toEqual(["K2", "K4"]);
  expect((await at.put(receipt, { reasons: {} })).status).toBe(200);
  expect(await ids()).toEqual(before);
});

test("each is withdrawn with the others, twice as once, and goes with its ballot", async () => {
  const receipt = await at.respondent();
  const before = (await inboxOf(at)).length;
  await at.put(receipt, { reasons: { K1: written("one") }, suggestion: written("more") });
  expect((await at.withdraw(receipt)).status).toBe(204);
  expect((await at.withdraw(receipt)).status).toBe(204);
  expect((await inboxOf(at)).length).toBe(before);
  await at.put(receipt, { reasons: { K1: written("one") } });
  expect((await at.withdrawBallot(receipt)).status).toBe(204);
  expect((await inboxOf(at)).length).toBe(before);
  expect(await problemOf(await at.put(receipt, { reasons: { K1: written("one") } }))).toEqual({
    status: 410,
    title: "ballot-withdrawn",
  });
});

describe("refused, with nothing written", () => {
  const good = { reasons: { K3: written("Because.") } };
  const refused = async (answer: Response) => {
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    return problemOf(answer);
  };

  test("without a receipt, with one that is none, without a ballot", async () => {
    expect(await refused(await at.put(undefined, good))).toMatchObject({
      title: "receipt-missing",
    });
    expect(await refused(await at.put("ABC", good))).toMatchObject({ title: "receipt-malformed" });
    expect(await refused(await at.put(newReceipt(), good))).toEqual({
      status: 409,
      title: "remarks-without-ballot",
    });
    for (const act of [at.get, at.withdraw]) {
      expect(await refused(await act(newReceipt()))).toEqual({
        status: 404,
        title: "ballot-unknown",
      });
    }
  });

  test.each([
    [{}, "/reasons", "missing"],
    [{ reasons: {}, more: 1 }, "/more", "unknown"],
    [{ reasons: { X9: written("a") } }, "/reasons/X9", "unknown"],
    [{ reasons: { K3: { text: "a" } } }, "/reasons/K3/publish", "missing"],
    [{ reasons: { K3: { text: "a", publish: 1 } } }, "/reasons/K3/publish", "wrong-type"],
    [{ reasons: { K3: { ...written("a"), name: "x" } } }, "/reasons/K3/name", "unknown"],
    [{ reasons: { K3: written("   ") } }, "/reasons/K3/text", "out-of-range"],
    [{ reasons: { K3: written("a".repeat(601)) } }, "/reasons/K3/text", "out-of-range"],
    [{ reasons: { K3: written("🙂".repeat(601)) } }, "/reasons/K3/text", "out-of-range"],
    [{ reasons: {}, suggestion: written("a".repeat(601)) }, "/suggestion/text", "out-of-range"],
    [{ reasons: [] }, "/reasons", "wrong-type"],
    ["text", "", "wrong-type"],
  ])("%j", async (body, pointer, fault) => {
    const receipt = await at.respondent();
    const before = (await inboxOf(at)).length;
    const answer = await at.put(receipt, body === "text" ? '"text"' : body);
    expect(answer.status).toBe(422);
    const document = (await answer.json()) as { title: string; faults: unknown };
    expect(document.title).toBe("remarks-invalid");
    expect(document.faults).toEqual([{ pointer, fault }]);
    expect((await inboxOf(at)).length).toBe(before);
  });

  test("a seventh reason, by its name", async () => {
    const receipt = await at.respondent();
    const reasons = Object.fromEntries(
      KAZAKHSTAN.recommendations.slice(0, 7).map(({ code }) => [code, written("a")]),
    );
    const answer = await at.put(receipt, { reasons });
    expect(await answer.json()).toMatchObject({
      title: "remarks-invalid",
      faults: [{ pointer: `/reasons/${Object.keys(reasons)[6]}`, fault: "out-of-range" }],
    });
    const { W1: _, ...six } = reasons;
    expect((await at.put(receipt, { reasons: six })).status).toBe(200);
  });

  test("more than 64 kB, something that is no JSON, another type", async () => {
    const receipt = await at.respondent();
    const large = JSON.stringify({ reasons: { K3: written("a".repeat(70_000)) } });
    expect(await refused(await at.put(receipt, large))).toMatchObject({ title: "body-too-large" });
    expect(await refused(await at.put(receipt, "{"))).toMatchObject({ title: "body-not-json" });
  });

  test("where nobody asks", async () => {
    const silent = await writingWorld({ ...ASKING, reasons: undefined });
    const receipt = await silent.respondent();
    for (const answer of [
      await silent.put(receipt, good),
      await silent.get(receipt),
      await silent.withdraw(receipt),
    ]) {
      expect(await refused(answer)).toEqual({ status: 404, title: "remarks-not-asked" });
    }
  });

  test("after closing, when what is there may still be read and withdrawn", async () => {
    const closing = await writingWorld({ ...ASKING, closesAt: "2026-03-05T00:00:00Z" });
    const receipt = await closing.respondent();
    expect((await closing.put(receipt, good)).status).toBe(200);
    closing.clock.now = new Date("2026-03-05T00:00:01Z");
    expect((await closing.put(receipt, good)).status).toBe(200);
    const other = { reasons: { K3: written("Otherwise.") } };
    expect(await refused(await closing.put(receipt, other))).toEqual({
      status: 410,
      title: "consultation-closed",
    });
    expect(await (await closing.get(receipt)).json()).toMatchObject({
      reasons: { K3: { text: "Because." } },
    });
    expect((await closing.withdraw(receipt)).status).toBe(204);
    expect(await inboxOf(closing)).toEqual([]);
  });

  test("consent to publication among people at risk", async () => {
    const risky = await writingWorld({ ...AT_RISK, reasons: true });
    const receipt = await risky.respondent();
    const answer = await risky.put(receipt, { reasons: { K3: written("Because.", true) } });
    expect(await answer.json()).toMatchObject({
      faults: [{ pointer: "/reasons/K3/publish", fault: "not-allowed" }],
    });
    expect((await risky.put(receipt, good)).status).toBe(200);
  });
});
