import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Services } from "../../functions/services.ts";
import { addTranslationReport } from "../../functions/store/translation-reports.ts";
import { servicesBeside } from "../support/beside.ts";
import { kenes, npmRun } from "../support/kenes.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { newFolder } from "./installation.ts";
import { counted } from "./sending.ts";

const { id: ID } = KAZAKHSTAN;
const CODE = /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/;

// One server for all of it; the tests go on from what those before have left.
let server: RunningServer;
let services: Services;
const run = (words: readonly string[]) => kenes(words, server);

beforeAll(async () => {
  server = await startServer();
  services = await servicesBeside(server);
});
afterAll(() => server.stop());

describe("the npm scripts of before say what they said", () => {
  test("simulate, then recount", async () => {
    const sent = await npmRun(
      "simulate",
      ["--ballots", "30", "--experts", "12", "--seed", "1", "--url", server.url],
      { folder: server.folder },
    );
    expect([sent.code, sent.out]).toEqual([0, `Saved 42 of 42 simulated ballots in ${ID}.\n`]);
    await counted(services.db, ID, 42);
    const { code, out, err } = await npmRun("recount", [ID], { folder: server.folder });
    // How far it is, is said of whatever takes longer than a second.
    expect([code, err.replaceAll(/^Ballots read: .*\n/gm, "")]).toEqual([0, ""]);
    expect(out).toMatch(
      /^Recount of kazakhstan-2019\n {2}public: 30 ballots, tally 30\n {2}expert: 12 ballots, tally 12\n {2}set hash: [0-9a-f]{32}\nTally and recount agree\.\n$/,
    );
  });

  test("invite prints one code a line and nothing else", async () => {
    const { code, out, err } = await npmRun("invite", [ID, "3"], { folder: server.folder });
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n")).toEqual([...Array(3).fill(expect.stringMatching(CODE)), ""]);
    expect((await npmRun("invite", [ID], { folder: server.folder })).out.split("\n")).toHaveLength(
      2,
    );
  });

  test("reports prints CSV, and --clear deletes what it printed", async () => {
    const report = { language: "kk", place: "/title", text: "=қате, “сөз”" };
    const stored = await addTranslationReport(services.db, ID, {
      ...report,
      day: "2026-11-01",
    } as never);
    expect(stored).not.toBe(false);
    const head = "day,language,place,text\r\n";
    const { code, out } = await npmRun("reports", [ID, "--clear"], { folder: server.folder });
    expect([code, out.startsWith(head)]).toEqual([0, true]);
    expect(out.split("\r\n")).toHaveLength(3);
    expect(await npmRun("reports", [ID], { folder: server.folder })).toEqual({
      code: 0,
      out: head,
      err: "",
    });
  });

  test("setup prints a link", async () => {
    const { code, out, err } = await npmRun("setup", [], { folder: server.folder });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^http:\/\/localhost:\d+\/organise\/setup#[0-9A-Z-]{19}\n$/);
    expect(out.startsWith(server.url)).toBe(true);
  });

  test("languages looks through a checkout, and both ways say the same", async () => {
    const direct = await npmRun("languages", ["uz"]);
    expect([direct.code, direct.err]).toEqual([0, ""]);
    expect(direct.out).toMatch(/^uz: \d+ % done/);
    expect(await kenes(["languages", "uz"])).toEqual(direct);
    expect((await npmRun("languages", ["xx"])).code).toBe(1);
  });

  test("every failure ends with 1", async () => {
    for (const [name, ...words] of [["recount", "nowhere"], ["recount"], ["invite", ID, "none"]]) {
      const { code, out } = await npmRun(name!, words, { folder: server.folder });
      expect([name, code, out]).toEqual([name, 1, ""]);
    }
    const none = await npmRun("recount", [ID], { folder: await newFolder() });
    expect([none.code, none.err]).toEqual([1, expect.stringContaining("npm start")]);
  });
});

describe("one JSON document", () => {
  const json = async (...words: string[]) => {
    const { code, out } = await run([...words, "--json"]);
    return [code, JSON.parse(out) as Record<string, unknown>] as const;
  };

  test("of each command", async () => {
    expect(await json("invite", ID, "2")).toEqual([
      0,
      { consultation: ID, codes: Array(2).fill(expect.stringMatching(CODE)) },
    ]);
    expect(await json("recount", ID)).toEqual([
      0,
      {
        consultation: ID,
        agree: true,
        ballots: { public: 30, expert: 12 },
        tally: { public: 30, expert: 12 },
        setHash: expect.stringMatching(/^[0-9a-f]{32}$/),
        differences: [],
        lacking: [],
        unreadable: [],
        rebuilt: false,
      },
    ]);
    expect(await json("reports", ID)).toEqual([0, { consultation: ID, reports: [] }]);
    expect(await json("setup")).toEqual([0, { link: expect.stringContaining("#") }]);
    const [, sent] = await json("simulate", "--ballots", "1", "--experts", "0");
    expect(sent).toEqual({ consultation: ID, sent: 1, saved: 1 });
    await counted(services.db, ID, 43);
    const [, { languages }] = await json("languages", "uz");
    expect(languages).toEqual([expect.objectContaining({ language: "uz" })]);
  });

  test("of a failure too", async () => {
    expect(await json("recount", "kazakhstan-2091")).toEqual([
      1,
      { error: expect.stringContaining("did you mean kazakhstan-2019?") },
    ]);
    expect((await json("languages", "xx"))[0]).toBe(1);
  });
});
