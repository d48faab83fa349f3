import { describe, expect, test } from "vitest";
import kazakhstan from "../../../consultations/kazakhstan-2019.json" with { type: "json" };
import { definitionSchema } from "../../../domain/consultation/definition.ts";
import { promisesIn } from "../../../domain/response/promise.ts";
import { isMadeUp } from "../../../domain/response/made-up.ts";
import { historyOf } from "../../../domain/response/standing.ts";
import { beginDemo, giveReasons, isLoopback, recordDemo } from "../../../functions/local/demo.ts";
import { loadConsultations } from "../../../functions/local/load-consultations.ts";
import { madeUpAnswers } from "../../../functions/local/made-up-answers.ts";
import { createApp } from "../../../functions/app.ts";
import { isDemo, isSimulated, markSimulated } from "../../../functions/store/simulated.ts";
import { listResponses, responsePut } from "../../../functions/store/responses.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { clientOf, goodBallot, newReceipt } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const { id } = KAZAKHSTAN;
const TODAY = "2027-03-01";
const answers = madeUpAnswers(KAZAKHSTAN, new Date(`${TODAY}T10:00:00.5Z`), TODAY);
const HERE = { url: "http://127.0.0.1:8170" } as Parameters<typeof beginDemo>[2];
const LOCAL = new URL("http://localhost:8170/api/");
const [first] = answers;
const { madeUp: _, ...real } = first!;

describe("made-up answers", () => {
  test("are of every kind, leave silence, and are numbered without a gap", () => {
    expect(answers.map(({ number }) => number)).toEqual(answers.map((_one, place) => place + 1));
    expect(new Set(answers.map(({ status }) => status)).size).toBe(6);
    const answered = new Set(answers.map(({ recommendation }) => recommendation));
    expect(answered.size).toBeLessThan(KAZAKHSTAN.recommendations.length - 4);
    const states = KAZAKHSTAN.recommendations.flatMap(({ code }) =>
      promisesIn(historyOf(answers, code), TODAY).map(({ state }) => state),
    );
    expect(new Set(states)).toEqual(new Set(["passed", "coming", "kept"]));
  });

  test("say of themselves that they are, in each language, and are said by nobody", () => {
    for (const one of answers) {
      expect(one).toMatchObject({ madeUp: true, by: "organiser", at: "2027-03-01T10:00:00Z" });
      expect(one.day <= TODAY).toBe(true);
      expect(one.statement["en"]).toMatch(/^Made up/);
      expect(one.statement["ru"]).toMatch(/^Вымышлено/);
      expect(one.statement["kk"]).toMatch(/ойдан шығарылған/);
      expect(one.source?.title).toMatch(/^Made up/);
      expect(one.evidence).toEqual([]);
    }
  });

  test("make what shows them made up, and so do simulated ballots alone", () => {
    expect(isMadeUp(undefined, [])).toBe(false);
    expect(isMadeUp({ simulated: false }, [real])).toBe(false);
    expect(isMadeUp(undefined, [real, first!])).toBe(true);
    expect(isMadeUp({ simulated: true }, [])).toBe(true);
  });
});

describe("--demo", () => {
  test("marks for good, records once, and keeps the mark of each answer", async () => {
    const world = await freshWorld();
    await beginDemo(world, KAZAKHSTAN, HERE, LOCAL);
    expect([await isDemo(world.db, id), await isSimulated(world.db, id)]).toEqual([true, true]);
    const many = await recordDemo(world, KAZAKHSTAN);
    const stored = await listResponses(world.db, id);
    expect(stored).toHaveLength(many);
    expect(stored.every(({ madeUp }) => madeUp === true)).toBe(true);
    // Again: more ballots may come, and no second set of answers.
    await markSimulated(world.db, id);
    expect(await isDemo(world.db, id)).toBe(true);
    await beginDemo(world, KAZAKHSTAN, HERE, LOCAL);
    expect(await recordDemo(world, KAZAKHSTAN)).toBe(0);
  });

  test("leaves alone what has ballots, simulated ones too, and writes nothing", async () => {
    const world = await freshWorld();
    await clientOf(createApp(world)).put(newReceipt(), goodBallot());
    await expect(beginDemo(world, KAZAKHSTAN, HERE, LOCAL)).rejects.toThrow("has ballots already");
    expect(await isSimulated(world.db, id)).toBe(false);
    await markSimulated(world.db, id);
    await expect(beginDemo(world, KAZAKHSTAN, HERE, LOCAL)).rejects.toThrow("has ballots already");
    expect(await isDemo(world.db, id)).toBe(false);
  });

  test("leaves alone what has a response that nobody made up", async () => {
    const world = await freshWorld();
    await markSimulated(world.db, id, { demo: true });
    await writeAll(world.db, [responsePut(world.db, id, real)]);
    await expect(beginDemo(world, KAZAKHSTAN, HERE, LOCAL)).rejects.toThrow("official responses");
  });

  test.each([
    [HERE, "http://192.168.1.7:8170/"],
    [HERE, "http://127.example.org:8170/"],
    [HERE, "http://localhost.example.org:8170/"],
    [{ ...HERE, url: "http://0.0.0.0:8170" }, LOCAL.href],
    [{ ...HERE, publicUrl: "https://consult.example.org" }, LOCAL.href],
  ])("of %o refuses %s", async (instance, url) => {
    const world = await freshWorld();
    await expect(beginDemo(world, KAZAKHSTAN, instance, new URL(url))).rejects.toThrow(
      "on this machine alone",
    );
    expect(await isSimulated(world.db, id)).toBe(false);
  });

  test("knows this machine by its names", () => {
    expect(["localhost", "127.0.0.1", "127.9.9.9", "[::1]", "::1"].every(isLoopback)).toBe(true);
    expect(["127.1.example", "10.0.0.1", "[fe80::1]", ""].some(isLoopback)).toBe(false);
  });

  test("does without reasons where none are taken", async () => {
    const server = { origin: "http://127.0.0.1:9" };
    expect(await giveReasons(server.origin, KAZAKHSTAN, [])).toBe(0);
  });
});

describe("what the project ships", () => {
  test("holds no official response: an installation begins with none recorded", async () => {
    // A definition has no place for one.
    const parts = definitionSchema(["en"]).safeParse({ ...kazakhstan, responses: [] });
    expect(parts.error!.issues.map((issue) => "keys" in issue && issue.keys)).toContainEqual([
      "responses",
    ]);
    const world = await freshWorld();
    await loadConsultations(world.db);
    expect(await listResponses(world.db, id)).toEqual([]);
    expect(await isSimulated(world.db, id)).toBe(false);
  });
});
