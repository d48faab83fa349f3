import {
  ExpiredIteratorException,
  InternalServerError,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import { ResourceNotFoundException as TableNotFound } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShard } from "../../../functions/jobs/stream-reader.ts";
import type { StreamSource } from "../../../functions/store/stream-source.ts";
const ALL = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const unread = { partition: "c#00", before: undefined, after: undefined };
const said = { message: "as the service says it", $metadata: {} };
const expired = () => new ExpiredIteratorException(said);
const vanished = () => new ResourceNotFoundException(said);
const trimmed = () => new TrimmedDataAccessException(said);

/** What each call answers: a page of so many records (0: an empty one), or a failure. */
interface Script {
  pages: (number | Error)[];
  iterators?: (Error | undefined)[];
  closed?: boolean;
}

/** A shard of ten records that answers as scripted, and with empty pages after that. */
class ScriptedShard implements StreamSource {
  readonly calls: string[] = [];
  private readonly shard = ALL.map((sequence) => ({ sequence, ...unread }));
  private readonly script: Script;

  constructor({ pages, iterators = [], ...rest }: Script) {
    this.script = { pages: [...pages], iterators: [...iterators], ...rest };
  }

  listShards = async () => ["s"];

  async iterator(shard: string, after: string | undefined): Promise<string> {
    this.calls.push(`iterator of ${shard} after ${after ?? "nothing"}`);
    const failure = this.script.iterators?.shift();
    if (failure !== undefined) throw failure;
    return String(this.shard.findIndex(({ sequence }) => sequence === after) + 1);
  }

  async records(iterator: string) {
    const answer = this.script.pages.shift() ?? 0;
    this.calls.push("records");
    if (answer instanceof Error) throw answer;
    const from = Number(iterator);
    const records = this.shard.slice(from, from + answer);
    const end = this.script.closed && this.script.pages.length === 0;
    return { records, next: end ? undefined : String(from + records.length) };
  }
}

const patient = { emptyPages: 2, outOfTime: () => false };

async function read(shard: ScriptedShard, after?: string, limits = patient) {
  const pages: string[][] = [];
  const end = await readShard(shard, "s", after, limits, async (records) => {
    pages.push(records.map(({ sequence }) => sequence));
  });
  return { end, pages, records: pages.flat() };
}

describe("a shard is read", () => {
  test("from its oldest record, a page at a time, until nothing more comes", async () => {
    const shard = new ScriptedShard({ pages: [4, 4, 2] });
    const pages = [ALL.slice(0, 4), ALL.slice(4, 8), ALL.slice(8)];
    expect(await read(shard)).toMatchObject({ end: "caught-up", pages });
    expect(shard.calls[0]).toBe("iterator of s after nothing");
  });

  test("from the record after the given one", async () => {
    expect((await read(new ScriptedShard({ pages: [10] }), "7")).records).toEqual(ALL.slice(7));
  });

  test.each([
    ["before", [0, 10]],
    ["between", [5, 0, 3, 0, 2]],
    ["after", [10, 0, 0]],
  ])("past empty pages %s its records", async (_, pages) => {
    const outcome = await read(new ScriptedShard({ pages }));
    expect(outcome).toMatchObject({ end: "caught-up", records: ALL });
    expect(outcome.pages).not.toContainEqual([]);
  });

  test("no further than to the given number of empty pages in a row", async () => {
    const shard = new ScriptedShard({ pages: [0, 1, 0, 1, 0, 0, 8] });
    expect(await read(shard)).toMatchObject({ end: "caught-up", records: ["1", "2"] });
    expect(shard.calls.filter((call) => call === "records")).toHaveLength(6);
  });

  test.each([
    ["with records on its last page", [4, 6]],
    ["with a last page that is empty", [10, 0]],
    ["and was empty", [0]],
    ["and its last page is the last empty one that is allowed", [10, 0, 0]],
  ])("to its end when it is closed %s", async (_, pages) => {
    expect((await read(new ScriptedShard({ pages, closed: true }))).end).toBe("finished");
  });
});

describe("an expired iterator", () => {
  test.each<[string, Script["pages"]]>([
    ["at the first page", [expired(), 10]],
    ["in the middle", [4, expired(), 6]],
    ["several times in a row", [4, expired(), expired(), expired(), expired(), 6]],
    ["beside empty pages, of which it is none", [4, 0, expired(), expired(), 6]],
    ["at the end", [10, expired(), 0, 0]],
  ])("%s loses no record and brings none twice", async (_, pages) => {
    expect(await read(new ScriptedShard({ pages }))).toMatchObject({
      end: "caught-up",
      records: ALL,
    });
  });

  test("is renewed after the last page that was kept, or after what was asked for", async () => {
    const shard = new ScriptedShard({ pages: [expired(), 2, expired(), 8] });
    await read(shard, "3");
    const asked = [3, 3, 5].map((after) => `iterator of s after ${after}`);
    expect(shard.calls.filter((call) => call !== "records")).toEqual(asked);
  });

  test("over and over ends with the time", async () => {
    let left = 50;
    const shard = new ScriptedShard({ pages: Array.from({ length: 99 }, expired) });
    const limits = { emptyPages: 1, outOfTime: () => left-- === 0 };
    expect((await read(shard, undefined, limits)).end).toBe("out-of-time");
  });

  test("wherever it comes, in whatever pages, each record is handed on once and in order", async () => {
    const answer = fc.oneof(fc.nat({ max: 3 }), fc.constant("expired" as const));
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { maxLength: 30 }), async (answers) => {
        const pages = answers.map((one) => (one === "expired" ? expired() : one));
        const shard = new ScriptedShard({ pages: [...pages, 10] });
        const limits = { emptyPages: pages.length + 2, outOfTime: () => false };
        expect((await read(shard, undefined, limits)).records).toEqual(ALL);
      }),
    );
  });
});

describe("a shard's reading ends", () => {
  const renewal = (failure: Error) => ({ pages: [4, expired()], iterators: [undefined, failure] });
  test.each<[string, string, Script, number]>([
    ["vanished", "it is not there any more", { pages: [], iterators: [vanished()] }, 0],
    ["vanished", "it goes while it is read", { pages: [4, vanished()] }, 4],
    ["vanished", "it goes while an iterator is renewed", renewal(vanished()), 4],
    ["trimmed", "its records were lost", { pages: [], iterators: [trimmed()] }, 0],
    ["trimmed", "they are lost while it is read", { pages: [4, trimmed()] }, 4],
    ["trimmed", "they are lost at a renewal", renewal(trimmed()), 4],
  ])("%s when %s", async (end, _, script, count) => {
    const outcome = await read(new ScriptedShard(script));
    expect(outcome).toMatchObject({ end, records: ALL.slice(0, count) });
  });

  test("out of time before the next page, with what was read kept", async () => {
    let looks = 0;
    const shard = new ScriptedShard({ pages: [4, 4, 2] });
    const limits = { emptyPages: 1, outOfTime: () => ++looks > 2 };
    const outcome = await read(shard, undefined, limits);
    expect(outcome).toMatchObject({ end: "out-of-time", records: ALL.slice(0, 8) });
    expect(shard.calls.filter((call) => call === "records")).toHaveLength(2);
  });
});

describe("a failure", () => {
  test("of any other kind is handed on", async () => {
    const failure = new InternalServerError(said);
    const scripts = [
      { pages: [4, failure] },
      { pages: [], iterators: [failure] },
      { pages: [expired()], iterators: [undefined, failure] },
    ];
    for (const one of scripts) await expect(read(new ScriptedShard(one))).rejects.toBe(failure);
  });

  // A store whose table is missing fails with the same name as a stream whose shard is gone.
  test.each([
    ["of its own", new Error("the store is away")],
    ["with the name of a vanished shard", new TableNotFound(said)],
    ["with the name of lost records", trimmed()],
    ["with the name of an expired iterator", expired()],
  ])(
    "of the one who keeps the page, %s, is handed on, and nothing later is read",
    async (_, failure) => {
      const shard = new ScriptedShard({ pages: [4, 4, 2] });
      const kept: number[] = [];
      const reading = readShard(shard, "s", undefined, patient, async (records) => {
        kept.push(records.length);
        throw failure;
      });
      await expect(reading).rejects.toBe(failure);
      expect(kept).toEqual([4]);
      expect(shard.calls).toEqual(["iterator of s after nothing", "records"]);
    },
  );
});
